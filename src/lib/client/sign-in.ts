import type { RouteKey } from '$lib/contract/routes';
import type { CallOptions, CallResult, Switched } from './api-client';
import type { SignedIn, TokenKeeper } from './token';

export const TOKEN_ROUTE = 'POST /api/auth/token' satisfies RouteKey;

export interface SignInDeps {
	readonly keeper: TokenKeeper;
	/** One request as somebody, without signing in again when it is refused. */
	readonly ask: <K extends RouteKey>(
		route: K,
		options: CallOptions<K>,
		token: string | null
	) => Promise<CallResult<K>>;
	/** The page is about to speak for somebody else: the last moment to send what belongs to before. */
	readonly onLeaving: () => void;
	/** The page speaks for another profile now. */
	readonly onSwitched: () => void;
}

/** Whom the page speaks for, and how that changes. */
export interface SignIn {
	/** Whoever is signed in; signs in where nobody is. Null where that fails. */
	current(): Promise<SignedIn | null>;
	/** The token is not valid any more: another for the same profile, else for the device's own. */
	renew(refused: SignedIn | null): Promise<SignedIn | null>;
	/** Speaks for another profile from now on; null is the device's own. */
	switchTo(profileId: string | null): Promise<Switched>;
	/** Another tab may have switched: does the same. */
	follow(): void;
	forget(profileId: string): void;
}

export function createSignIn({ keeper, ask, onLeaving, onSwitched }: SignInDeps): SignIn {
	let signingIn: Promise<SignedIn | null> | null = null;

	return {
		async current() {
			return keeper.read() ?? (await signInOnce(null));
		},
		async renew(refused) {
			const now = keeper.read();
			// Somebody else was quicker.
			if (now !== null && now.token !== refused?.token) return now;
			return signInOnce(refused?.profileId ?? null);
		},
		async switchTo(profileId) {
			const known = profileId === null ? null : await stillValid(profileId);
			if (known !== null) {
				adopt(known);
				return { ok: true };
			}
			const result = await ask(TOKEN_ROUTE, profileId === null ? {} : bodyFor(profileId), null);
			if (!result.ok) return result;
			adopt({ token: result.body.token, profileId: result.body.profile.id });
			return { ok: true };
		},
		follow() {
			// A page that has not asked for anything yet reads what is kept when it does.
			if (keeper.read() === null) return;
			const other = keeper.elsewhere();
			if (other !== null) adopt(other);
		},
		forget: (profileId) => keeper.forget(profileId)
	};

	function signInOnce(profileId: string | null): Promise<SignedIn | null> {
		signingIn ??= signIn(profileId).finally(() => {
			signingIn = null;
		});
		return signingIn;
	}

	async function signIn(profileId: string | null): Promise<SignedIn | null> {
		let result = await ask(TOKEN_ROUTE, profileId === null ? {} : bodyFor(profileId), null);
		// The profile is gone: the device's own takes its place.
		if (!result.ok && result.status === 404) result = await ask(TOKEN_ROUTE, {}, null);
		if (!result.ok) return null;
		const signedIn = { token: result.body.token, profileId: result.body.profile.id };
		adopt(signedIn);
		return signedIn;
	}

	/** A token kept for this profile, if it is good for it still: switching to and fro makes no more. */
	async function stillValid(profileId: string): Promise<SignedIn | null> {
		const token = keeper.known(profileId);
		if (token === null) return null;
		const result = await ask('GET /api/profile', {}, token);
		return result.ok && result.body.profile.id === profileId ? { token, profileId } : null;
	}

	function adopt(signedIn: SignedIn): void {
		const before = keeper.read();
		const isOther = before !== null && isSomebodyElse(before, signedIn);
		if (isOther) onLeaving();
		keeper.keep(signedIn);
		if (isOther) onSwitched();
	}
}

/** Whether two sign-ins may be of different profiles. */
export function isSomebodyElse(one: SignedIn, other: SignedIn): boolean {
	return one.profileId !== null && one.profileId !== other.profileId;
}

function bodyFor(profileId: string): CallOptions<typeof TOKEN_ROUTE> {
	return { body: { profile_id: profileId } };
}
