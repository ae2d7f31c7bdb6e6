const NAME = 'mettle-token';

/** Where the page keeps its bearer token: localStorage, or this page's memory where it is forbidden. */
export interface TokenKeeper {
	read(): string | null;
	keep(token: string): void;
}

export function createTokenKeeper(storage: () => Storage): TokenKeeper {
	let inMemory: string | null = null;
	return {
		read() {
			if (inMemory !== null) return inMemory;
			try {
				return storage().getItem(NAME);
			} catch (error) {
				ignoreForbidden(error);
				return null;
			}
		},
		keep(token) {
			inMemory = token;
			try {
				storage().setItem(NAME, token);
			} catch (error) {
				ignoreForbidden(error);
			}
		}
	};
}

/** Storage that is forbidden or full costs a sign-in at the next visit, nothing else. */
function ignoreForbidden(error: unknown): void {
	if (!(error instanceof DOMException)) throw error;
}
