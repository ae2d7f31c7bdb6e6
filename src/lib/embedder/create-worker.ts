import mjsUrl from 'onnxruntime-web/ort-wasm-simd-threaded.mjs?url';
import wasmUrl from 'onnxruntime-web/ort-wasm-simd-threaded.wasm?url';
import type { WorkerHandle, WorkerOptions } from './supervisor';
import { MODEL_FILES } from './model';

/** Starts the model's worker. */
export function createWorker(): WorkerHandle {
	const worker = new Worker(new URL('./embedder.worker.ts', import.meta.url), { type: 'module' });
	return {
		post: (message) => worker.postMessage(message),
		listen(onMessage, onCrash) {
			worker.onmessage = (event: MessageEvent<unknown>) => onMessage(event.data);
			worker.onerror = (event: Event) => {
				event.preventDefault();
				// A script that cannot be loaded gives a bare event.
				onCrash(event instanceof ErrorEvent ? event.message : 'its script could not be loaded');
			};
			worker.onmessageerror = () => onCrash('A message could not be read');
		},
		terminate: () => worker.terminate()
	};
}

/**
 * Where the worker finds its files, as addresses of this page, and how many threads it may use.
 * The runtime's files are named here, in the page's code, so that the service worker's list of
 * files holds them; the worker could not have them listed.
 *
 * @param base address of the app's root, ending in a slash
 */
export function workerSettings(base: string): Omit<WorkerOptions, 'createWorker'> {
	const absolute = (url: string) => new URL(url, location.href).href;
	return {
		folder: new URL(`models/${MODEL_FILES.id}/`, new URL(base, location.href)).href,
		wasmPaths: { mjs: absolute(mjsUrl), wasm: absolute(wasmUrl) },
		// One core stays with the page; threads need memory that only isolated pages may share.
		threads: crossOriginIsolated ? Math.min(4, Math.max(1, navigator.hardwareConcurrency - 1)) : 1
	};
}
