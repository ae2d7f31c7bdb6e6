import type { Embedder } from '$lib/embedder/embedder';
import type { PackSource } from '$lib/packs/load-packs';
import type { Instant } from '$lib/store/event-records';
import type { Store } from '$lib/store/store';

/** Everything the handlers reach outside themselves; real or deterministic, they cannot tell. */
export interface Deps {
	readonly store: Store;
	readonly embedder: Embedder;
	readonly packs: PackSource;
	readonly clock: () => Instant;
	readonly random: {
		/** Cryptographically random bytes. */
		bytes(length: number): Uint8Array;
		/** A ULID for the given instant, rising within one millisecond. */
		ulid(atMs: number): string;
		/** A whole number from 0 to 2³² − 1. */
		seed(): number;
	};
	/** Path of the site, beginning and ending with a slash; the API lies at `<base>api/…`. */
	readonly base: string;
	readonly version: string;
}
