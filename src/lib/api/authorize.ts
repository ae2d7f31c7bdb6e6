import { bringUpToDate, DERIVED_TABLES, DERIVED_VERSION } from '$lib/store/actions/derived';
import { profileOfToken } from '$lib/store/actions/profiles';
import type { ProfileRecord } from '$lib/store/records';
import { ApiError } from './api-error';
import type { Deps } from './deps';
import { sha256Hex } from './hash';

/** The bearer token that a request carries, if it carries one. */
export function tokenOf(request: Request): string | undefined {
	const header = request.headers.get('Authorization') ?? '';
	return /^Bearer ([\w.~+/-]+=*)$/iu.exec(header)?.[1];
}

/**
 * The profile a request speaks for, with everything derived of it up to date: the one place that
 * sees every request before anything of the profile is read.
 *
 * @throws ApiError 401 with `WWW-Authenticate: Bearer` when the token is missing or unknown
 */
export async function authorize(request: Request, deps: Deps): Promise<ProfileRecord> {
	const token = tokenOf(request);
	const profile =
		token === undefined
			? undefined
			: await deps.store.read(['tokens', 'profiles'], (tx) => profileOfToken(tx, sha256Hex(token)));
	const current = profile === undefined ? undefined : await upToDate(profile, deps);
	if (current !== undefined) return current;

	throw new ApiError(
		401,
		token === undefined
			? 'Send "Authorization: Bearer <token>"; POST api/auth/token gives a token.'
			: 'This token is not known on this device. POST api/auth/token gives a new one.',
		{ headers: { 'WWW-Authenticate': 'Bearer' } }
	);
}

/** Computes masteries and reviews anew, once, after their rules have changed with an update. */
async function upToDate(
	profile: ProfileRecord,
	{ store }: Deps
): Promise<ProfileRecord | undefined> {
	if (profile.derived_version >= DERIVED_VERSION) return profile;
	return store.write(DERIVED_TABLES, (tx) => bringUpToDate(tx, profile.id));
}
