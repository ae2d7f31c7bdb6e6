import { handle } from '$lib/api/handle';
import type { Deps } from '$lib/api/deps';
import { createWebRandom, webClock } from '$lib/api/web-deps';
import { PACK_INDEX } from '$lib/packs/generated';
import { createPackSource } from '$lib/packs/load-packs';
import { openIndexedDbStore } from '$lib/store/indexeddb-store';
import { createLazyStore } from '$lib/store/lazy-store';
import { base, version } from './kit-manifest';
import { createPageEmbedder, type AskablePage } from './page-embedder';
import { fromCacheFirst, PACKS_CACHE } from './runtime-cache';

/** A page that this worker controls, as far as it is needed here. */
interface ControlledPage extends AskablePage {
	readonly id: string;
	readonly visibilityState: string;
}

/** What of the worker's surroundings this mount uses, so that a test can stand in for them. */
declare const self: {
	readonly location: { readonly origin: string };
	readonly clients: {
		matchAll(options: { readonly type: 'window' }): Promise<readonly ControlledPage[]>;
	};
};

const siteBase = `${base}/`;

/** Everything but the embedder, which depends on who asks. Nothing in it is lost with the worker. */
const shared: Omit<Deps, 'embedder'> = {
	store: createLazyStore(() => openIndexedDbStore()),
	packs: createPackSource(PACK_INDEX, readPack),
	clock: webClock,
	random: createWebRandom(),
	base: siteBase,
	version
};

/** Answers a request to the API from this device. */
export function answerApi(event: {
	readonly request: Request;
	readonly clientId: string;
}): Promise<Response> {
	const embedder = createPageEmbedder({ pages: () => pagesToAsk(event.clientId) });
	return handle(event.request, { ...shared, embedder });
}

/** The page that asked first, then the visible ones; never one that another version controls. */
async function pagesToAsk(clientId: string): Promise<ControlledPage[]> {
	const windows = await self.clients.matchAll({ type: 'window' });
	const visible = windows.toSorted(
		(a, b) => Number(b.visibilityState === 'visible') - Number(a.visibilityState === 'visible')
	);
	return visible.toSorted((a, b) => Number(b.id === clientId) - Number(a.id === clientId));
}

async function readPack(file: string): Promise<string> {
	const response = await fromCacheFirst(
		PACKS_CACHE,
		new Request(`${self.location.origin}${siteBase}packs/${file}`)
	);
	if (!response.ok) throw new TypeError(`packs/${file} answered ${String(response.status)}`);
	return response.text();
}
