import type { ReplyRecord } from '../records';
import type { ReadTx, WriteTx } from '../store';

/** What is known of a write that was asked for under an idempotency key. */
export type KnownReply =
	| { readonly kind: 'new' }
	/** Done before: send this again. */
	| { readonly kind: 'done'; readonly status: number; readonly body: string }
	/** Cut off half-way: the answer was received, the rest is to be finished. */
	| { readonly kind: 'received'; readonly answer_id: string }
	/** The key was used for another request. */
	| { readonly kind: 'conflict' };

/** Looks a key up, inside the transaction that would do the write. */
export async function lookUpReply(
	tx: ReadTx,
	profileId: string,
	key: string,
	requestHash: string
): Promise<KnownReply> {
	const known = await tx.get('replies', [profileId, key]);
	if (known === undefined) return { kind: 'new' };
	if (known.request_hash !== requestHash) return { kind: 'conflict' };
	if (known.reply !== null) return { kind: 'done', ...known.reply };
	return known.answer_id === null
		? { kind: 'new' }
		: { kind: 'received', answer_id: known.answer_id };
}

/** Replies are kept this long; a request repeated later is a new one. */
const KEPT_MS = 7 * 24 * 60 * 60 * 1000;
/** How many old ones one write clears away, so that none takes long. */
const CLEARED_AT_ONCE = 20;

/** Keeps a reply in the transaction of its write. */
export function keepReply(tx: WriteTx, reply: ReplyRecord): Promise<void> {
	return tx.put('replies', reply);
}

/** Clears a few replies that are too old. */
export async function clearOldReplies(tx: WriteTx, nowMs: number): Promise<void> {
	const oldest = await tx.select('replies', 'by_age', {
		before: nowMs - KEPT_MS,
		limit: CLEARED_AT_ONCE
	});
	for (const old of oldest) await tx.delete('replies', [old.profile_id, old.key]);
}
