import { fetchModelFiles } from './model-files';
import { loadTransformersRuntime } from './transformers-runtime';
import { warmUp } from './warm-up';
import { serveEmbedder } from './worker-core';

const channel = new MessageChannel();
const waiting: (() => void)[] = [];
channel.port1.onmessage = () => waiting.shift()?.();

serveEmbedder(
	{
		post: (message) => postMessage(message),
		listen: (listener) => addEventListener('message', (event) => listener(event.data))
	},
	{
		fetchModel: (folder, onProgress) =>
			fetchModelFiles(
				folder,
				{
					fetch: (url, init) => fetch(url, init),
					caches: globalThis.caches,
					subtle: crypto.subtle
				},
				onProgress
			),
		startRuntime: loadTransformersRuntime,
		warmUp,
		// A message to ourselves lets those in the queue through, without a timer's 4 ms.
		breathe: () =>
			new Promise((resolve) => {
				waiting.push(resolve);
				channel.port2.postMessage(null);
			}),
		now: () => performance.now()
	}
);
