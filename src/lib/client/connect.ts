import { resolve } from '$app/paths';
import { dev, version } from '$app/environment';
import type { RouteKey } from '$lib/contract/routes';
import type { Connections } from './api-client';
import { createApiClient, type Transport } from './call';
import { createChanges } from './changes';
import { createPageModel } from './model';
import { createProfileSwitch, createSwitching } from './profile-switch';
import { registerServiceWorker } from './service-worker';
import { createTokenKeeper } from './token';

/** Writes that other tabs need not hear of. */
const QUIET: readonly string[] = [
	'POST /api/auth/token',
	'PUT /api/sessions/:id/draft'
] satisfies readonly RouteKey[];

/** Builds everything the interface needs from the outside. In the browser only, and once. */
export function createConnections(): Connections {
	const root = new URL(resolve('/'), location.href).href;
	const changes = createChanges();
	const worker = registerServiceWorker(root, dev);
	const model = createPageModel({ root, mayStart: () => worker.controlled() });
	let inPage: Promise<Transport> | null = null;
	let persistAsked = false;
	const switching = createSwitching();

	const api = createApiClient({
		root,
		token: createTokenKeeper(() => localStorage),
		transport: async () => ((await worker.controlled()) ? overFetch : loadInPage()),
		inPage: loadInPage,
		onWritten(route) {
			if (!QUIET.includes(route)) changes.announce();
			if (route === 'POST /api/sessions/:id/answers') askToPersist();
		},
		onLeaving: switching.leaving,
		onSwitched: switching.switched
	});
	const profiles = createProfileSwitch(api.signIn, switching);
	return { api, model, worker, profiles, onChanged: (listener) => changes.onChanged(listener) };

	function loadInPage(): Promise<Transport> {
		inPage ??= import('./in-page-api').then(({ createInPageApi }) =>
			createInPageApi({ base: new URL(root).pathname, version, embedder: model.embedder })
		);
		// What could not be loaded may be there at the next try.
		inPage.catch(() => (inPage = null));
		return inPage;
	}

	/** Asked once, at the first recorded answer; the app waits for nothing and works either way. */
	function askToPersist(): void {
		if (persistAsked || !('storage' in navigator)) return;
		persistAsked = true;
		void navigator.storage.persisted().then((kept) => kept || navigator.storage.persist());
	}
}

const overFetch: Transport = { answeredBy: 'service-worker', send: (request) => fetch(request) };
