import type {
	RouteBody,
	RouteKey,
	RouteParams,
	RouteQuery,
	RouteReply,
	ROUTES
} from '$lib/contract/routes';
import { keepReply, lookUpReply } from '$lib/store/actions/replies';
import type { Stamp } from '$lib/store/actions/sessions';
import type { Instant } from '$lib/store/event-records';
import type { ProfileRecord } from '$lib/store/records';
import type { ReadTx, TableName, WriteTx } from '$lib/store/store';
import { ApiError } from './api-error';
import type { Deps } from './deps';

/** A reply as it goes out: made anew, or repeated word for word. */
export type Reply<K extends RouteKey> =
	RouteReply<K> | { readonly status: number; readonly repeated: string };

type ProfileOf<K extends RouteKey> = (typeof ROUTES)[K]['auth'] extends true
	? ProfileRecord
	: undefined;

/** What a handler gets: everything checked, nothing left to parse. */
export interface Context<K extends RouteKey> {
	readonly params: RouteParams<K>;
	readonly query: RouteQuery<K>;
	readonly body: RouteBody<K>;
	readonly profile: ProfileOf<K>;
	readonly request: Request;
	readonly now: Instant;
	readonly idempotency: Idempotency | null;
}

/** The key of a write, and the hash of what was asked under it. */
export interface Idempotency {
	readonly key: string;
	readonly requestHash: string;
}

export type Handler<K extends RouteKey> = (context: Context<K>, deps: Deps) => Promise<Reply<K>>;

export function stampOf(profile: ProfileRecord, now: Instant, deps: Deps): Stamp {
	return { profileId: profile.id, now, createId: (atMs) => deps.random.ulid(atMs) };
}

/**
 * Does a write and keeps its reply under the idempotency key, in one transaction. The same key and
 * request again gives the kept reply; the same key for another request is a conflict.
 *
 * @throws ApiError 409 for a key used for something else
 */
export async function writeOnce<K extends RouteKey>(
	context: Pick<Context<K>, 'idempotency' | 'now'> & { readonly profile: ProfileRecord },
	deps: Deps,
	tables: readonly TableName[],
	work: (tx: WriteTx) => Promise<RouteReply<K>>
): Promise<Reply<K>> {
	const { idempotency, profile, now } = context;
	if (idempotency === null) return deps.store.write(tables, work);

	return deps.store.write([...tables, 'replies'], async (tx) => {
		const kept = await keptReply(tx, profile, idempotency);
		if (kept !== null) return kept;

		const reply = await work(tx);
		await keepReply(tx, {
			profile_id: profile.id,
			key: idempotency.key,
			request_hash: idempotency.requestHash,
			at_ms: now.at_ms,
			reply: { status: reply.status, body: JSON.stringify(reply.body) },
			answer_id: null
		});
		return reply;
	});
}

/**
 * The reply to the same request, where it was done before; null where it is new.
 *
 * @throws ApiError 409 for a key used for something else
 */
export async function keptReply(
	tx: ReadTx,
	profile: ProfileRecord,
	{ key, requestHash }: Idempotency
): Promise<{ readonly status: number; readonly repeated: string } | null> {
	const known = await lookUpReply(tx, profile.id, key, requestHash);
	if (known.kind === 'conflict') throw keyConflict();
	return known.kind === 'done' ? { status: known.status, repeated: known.body } : null;
}

export function keyConflict(): ApiError {
	return new ApiError(
		409,
		'This Idempotency-Key was used for another request. Use a new key for a new request.'
	);
}
