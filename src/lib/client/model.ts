import type { EmbedderClient } from '$lib/embedder/client';
import type { Embedder, ModelState } from '$lib/embedder/embedder';
import type { ModelClient } from './api-client';

export interface ModelOptions {
	/** Address of the site's root, ending in a slash. */
	readonly root: string;
	/** Resolves when a worker may be started: its policy comes from the service worker, if there is one. */
	readonly mayStart: () => Promise<unknown>;
}

/** The page's model and, for the service worker and the in-page API, the embedder behind it. */
export interface PageModel extends ModelClient {
	readonly embedder: Embedder;
}

/** Nothing of the model, its runtime or its protocol is fetched before it is first needed. */
export function createPageModel({ root, mayStart }: ModelOptions): PageModel {
	const listeners = new Set<(state: ModelState) => void>();
	let state: ModelState = { state: 'idle' };
	let client: Promise<EmbedderClient> | null = null;

	answerServiceWorker();
	return {
		load: async () => (await started()).load(),
		ahead(text) {
			void client?.then((running) => running.ahead(text));
		},
		onState(listener) {
			listeners.add(listener);
			listener(state);
			return () => listeners.delete(listener);
		},
		isStored,
		embedder: {
			prepare(rubric) {
				void started().then((running) => running.prepare(rubric));
			},
			measure: async (rubric, answer, signal) => (await started()).measure(rubric, answer, signal),
			state: async () => (client === null ? state : (await client).state())
		}
	};

	function started(): Promise<EmbedderClient> {
		client ??= start();
		return client;
	}

	async function start(): Promise<EmbedderClient> {
		const [{ createEmbedderClient }, { createWorker, workerSettings }, stored] = await Promise.all([
			import('$lib/embedder/client'),
			import('$lib/embedder/create-worker'),
			isStored(),
			mayStart()
		]);
		const running = createEmbedderClient({
			createWorker,
			...workerSettings(root),
			mayLoad: () => stored || !isMetered()
		});
		running.onState((next) => {
			state = next;
			for (const listener of listeners) listener(next);
		});
		return running;
	}

	/** A service worker cannot start a worker: it asks, and this page measures. */
	function answerServiceWorker(): void {
		if (!('serviceWorker' in navigator)) return;
		navigator.serviceWorker.addEventListener(
			'message',
			({ data, ports }: MessageEvent<unknown>) => {
				const port = ports[0];
				port?.postMessage({ type: 'heard' });
				void import('./answer-worker').then(({ answerWorker }) =>
					answerWorker(data, port, started, () => state)
				);
			}
		);
		navigator.serviceWorker.startMessages();
	}
}

/** Whether the model's files are on this device already. */
async function isStored(): Promise<boolean> {
	if (!('caches' in globalThis)) return false;
	const { MODEL_CACHE } = await import('$lib/embedder/model');
	return caches.has(MODEL_CACHE);
}

interface NetworkInformation {
	readonly saveData?: boolean;
	readonly type?: string;
}

/** True on a connection where a large download should be asked for first, as far as it can be told. */
function isMetered(): boolean {
	const { connection } = navigator as Navigator & { readonly connection?: NetworkInformation };
	return connection?.saveData === true || connection?.type === 'cellular';
}
