import { ownProfile, PROFILE_TABLES } from '$lib/store/actions/profiles';
import { ApiError } from '../api-error';
import type { Handler } from '../context';
import { sha256Hex } from '../hash';
import { presentProfile } from '../present';

const TOKEN_BYTES = 32;

/** Local sign-in. The token is shown once; only its hash is kept. */
export const issueToken: Handler<'POST /api/auth/token'> = async ({ body, request, now }, deps) => {
	refuseForeignOrigin(request);
	const token = base64Url(deps.random.bytes(TOKEN_BYTES));
	const profile = await deps.store.write(PROFILE_TABLES, async (tx) => {
		const wanted =
			body.profile_id === undefined
				? await ownProfile(tx, { id: deps.random.ulid(now.at_ms), name: 'Me', now })
				: await tx.get('profiles', body.profile_id);
		if (wanted === undefined)
			throw new ApiError(404, 'There is no profile with this id on this device.');
		await tx.put('tokens', { hash: sha256Hex(token), profile_id: wanted.id, created: now });
		return wanted;
	});
	return { status: 201, body: { token, profile: presentProfile(profile) } };
};

export const showProfile: Handler<'GET /api/profile'> = async ({ profile }) => ({
	status: 200,
	body: { profile: presentProfile(profile) }
});

function refuseForeignOrigin(request: Request): void {
	const origin = request.headers.get('Origin');
	const site = request.headers.get('Sec-Fetch-Site');
	const foreign =
		(origin !== null && origin !== new URL(request.url).origin) ||
		(site !== null && site !== 'same-origin' && site !== 'none');
	if (foreign) throw new ApiError(403, 'Tokens are given to pages of this site only.');
}

function base64Url(bytes: Uint8Array): string {
	return btoa(String.fromCharCode(...bytes))
		.replaceAll('+', '-')
		.replaceAll('/', '_')
		.replace(/=+$/u, '');
}
