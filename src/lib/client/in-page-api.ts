import { handle } from '$lib/api/handle';
import { createWebRandom, webClock } from '$lib/api/web-deps';
import type { Embedder } from '$lib/embedder/embedder';
import { PACK_INDEX } from '$lib/packs/generated';
import { createPackSource } from '$lib/packs/load-packs';
import { openIndexedDbStore } from '$lib/store/indexeddb-store';
import { createLazyStore } from '$lib/store/lazy-store';
import { createMemoryStore } from '$lib/store/memory-store';
import { StoreError, type Store } from '$lib/store/store';
import type { Transport } from './call';

export interface InPageOptions {
	/** Path of the site, beginning and ending with a slash. */
	readonly base: string;
	readonly version: string;
	readonly embedder: Embedder;
}

/** The API's handlers in this page, for when no service worker controls it. */
export function createInPageApi({ base, version, embedder }: InPageOptions): Transport {
	const deps = {
		store: createLazyStore(openBestStore),
		embedder,
		packs: createPackSource(PACK_INDEX, readPack),
		clock: webClock,
		random: createWebRandom(),
		base,
		version
	};
	return { answeredBy: 'page', send: (request) => handle(request, deps) };

	async function readPack(file: string): Promise<string> {
		const response = await fetch(`${base}packs/${file}`);
		if (!response.ok) throw new TypeError(`packs/${file} answered ${String(response.status)}`);
		return response.text();
	}
}

/** Where the browser forbids storage, practice goes on in memory and health says so. */
async function openBestStore(): Promise<Store> {
	try {
		return await openIndexedDbStore();
	} catch (error) {
		if (error instanceof StoreError && error.code === 'unavailable') return createMemoryStore();
		throw error;
	}
}
