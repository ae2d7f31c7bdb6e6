import type { CallResult } from '$lib/client/api-client';
import type { RouteKey } from '$lib/contract/routes';
import type { Grader } from './grader.svelte';

/** What the API's Retry-After says while the model loads. */
const AGAIN_AFTER_MS = 2000;
/** Tries while the model is neither loading nor asked for: then something else is wrong. */
const MOST_TRIES = 15;
const NOT_READY = 503;

/**
 * Repeats a call that is refused because the model is not there yet. How long it may load, and
 * whether it may at all, is for the person to say: only the signal ends that wait.
 *
 * @throws AbortError where it was stopped while waiting, or the call gave the signal on
 */
export async function whenReady<K extends RouteKey>(
	grader: Grader,
	call: () => Promise<CallResult<K>>,
	signal: AbortSignal
): Promise<CallResult<K>> {
	for (let tries = 1; ;) {
		const result = await call();
		if (result.ok || result.status !== NOT_READY || tries >= MOST_TRIES) return result;
		const isUnderWay = grader.model.state === 'loading' || grader.mustAsk || grader.isDeclined;
		if (!isUnderWay) tries++;
		await pause(AGAIN_AFTER_MS, signal);
	}
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
	signal.throwIfAborted();
	return new Promise((resolve, reject) => {
		const timer = setTimeout(() => {
			signal.removeEventListener('abort', onAbort);
			resolve();
		}, ms);
		const onAbort = () => {
			clearTimeout(timer);
			reject(new DOMException('stopped', 'AbortError'));
		};
		signal.addEventListener('abort', onAbort, { once: true });
	});
}

/** True for what a stop button throws. */
export function isAbort(error: unknown): boolean {
	return error instanceof DOMException && error.name === 'AbortError';
}
