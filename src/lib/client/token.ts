/** Changes when another tab signs in as somebody else. */
export const TOKEN_NAME = 'mettle-token';
const PROFILE = 'mettle-profile';

/** Who this page is signed in as. */
export interface SignedIn {
	readonly token: string;
	/** Null for a token kept before profiles were told apart. */
	readonly profileId: string | null;
}

/** Where the page keeps its bearer token: localStorage, or this page's memory where it is forbidden. */
export interface TokenKeeper {
	/** Whom this page speaks for; stays the same until `keep` or `follow`. */
	read(): SignedIn | null;
	keep(signedIn: SignedIn): void;
	/** A token that was kept for a profile before; it may have been revoked since. */
	known(profileId: string): string | null;
	forget(profileId: string): void;
	/** What another tab kept in the meantime; null where that is what this page has, or nothing. */
	elsewhere(): SignedIn | null;
}

export function createTokenKeeper(storage: () => Storage): TokenKeeper {
	let inMemory: SignedIn | null = null;
	return {
		// Read once and held on to: a tab that has not followed yet must not speak for somebody else.
		read: () => (inMemory ??= stored()),
		keep(signedIn) {
			inMemory = signedIn;
			const { token, profileId } = signedIn;
			if (profileId !== null) {
				write(PROFILE, profileId);
				write(ofProfile(profileId), token);
			}
			// Last, because other tabs wait for this one.
			write(TOKEN_NAME, token);
		},
		known: (profileId) => item(ofProfile(profileId)),
		forget: (profileId) => whereAllowed(() => storage().removeItem(ofProfile(profileId))),
		elsewhere() {
			const kept = stored();
			return kept === null || kept.token === inMemory?.token ? null : kept;
		}
	};

	function stored(): SignedIn | null {
		const token = item(TOKEN_NAME);
		return token === null ? null : { token, profileId: item(PROFILE) };
	}

	function item(name: string): string | null {
		return whereAllowed(() => storage().getItem(name)) ?? null;
	}

	function write(name: string, value: string): void {
		whereAllowed(() => storage().setItem(name, value));
	}
}

function ofProfile(profileId: string): string {
	return `${TOKEN_NAME}-${profileId}`;
}

/** Storage that is forbidden or full costs a sign-in at the next visit, nothing else. */
function whereAllowed<T>(use: () => T): T | undefined {
	try {
		return use();
	} catch (error) {
		if (!(error instanceof DOMException)) throw error;
		return undefined;
	}
}
