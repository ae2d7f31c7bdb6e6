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
 * The profile a request speaks for.
 *
 * @throws ApiError 401 with `WWW-Authenticate: Bearer` when the token is missing or unknown
 */
export async function authorize(request: Request, deps: Deps): Promise<ProfileRecord> {
	const token = tokenOf(request);
	const profile =
		token === undefined
			? undefined
			: await deps.store.read(['tokens', 'profiles'], (tx) => profileOfToken(tx, sha256Hex(token)));
	if (profile !== undefined) return profile;

	throw new ApiError(
		401,
		token === undefined
			? 'Send "Authorization: Bearer <token>"; POST api/auth/token gives a token.'
			: 'This token is not known on this device. POST api/auth/token gives a new one.',
		{ headers: { 'WWW-Authenticate': 'Bearer' } }
	);
}
