import { ownProfile, PROFILE_TABLES } from '$lib/store/actions/profiles';
import { ApiError } from '../api-error';
import { tokenOf } from '../authorize';
import { writeOnce, type Handler } from '../context';
import { sha256Hex } from '../hash';
import { presentProfile, utc } from '../present';

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

export const listTokens: Handler<'GET /api/auth/tokens'> = async (
	{ profile, request },
	{ store }
) => {
	const current = hashOf(request);
	const tokens = await store.read(['tokens'], (tx) =>
		tx.select('tokens', 'by_profile', { prefix: profile.id })
	);
	return {
		status: 200,
		body: {
			tokens: tokens
				.sort((a, b) => b.created.at_ms - a.created.at_ms)
				.map(({ hash, created }) => ({
					id: hash,
					created_at: utc(created.at_ms),
					current: hash === current
				}))
		}
	};
};

/** Not kept under an idempotency key: whoever repeats it has no token to ask with. */
export const signOut: Handler<'DELETE /api/auth/token'> = async ({ request }, { store }) => {
	const hash = hashOf(request);
	await store.write(['tokens'], (tx) => tx.delete('tokens', hash));
	return { status: 200, body: { revoked: hash } };
};

export const revokeToken: Handler<'DELETE /api/auth/tokens/:id'> = (context, deps) =>
	writeOnce<'DELETE /api/auth/tokens/:id'>(context, deps, ['tokens'], async (tx) => {
		const { params, profile } = context;
		const token = await tx.get('tokens', params.id);
		if (token?.profile_id !== profile.id)
			throw new ApiError(404, 'This profile has no such token. GET api/auth/tokens lists them.');
		await tx.delete('tokens', token.hash);
		return { status: 200, body: { revoked: token.hash } };
	});

function hashOf(request: Request): string {
	return sha256Hex(tokenOf(request) ?? '');
}

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
