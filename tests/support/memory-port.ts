import type { FromWorker } from '$lib/embedder/protocol';
import type { WorkerHandle } from '$lib/embedder/supervisor';
import type { WorkerPort } from '$lib/embedder/worker-core';

/** A worker without a thread: both ends in this process, data copied as between threads. */
export interface MemoryWorker extends WorkerHandle {
	/** Ends it the way an error nobody caught does. */
	crash(reason: string): void;
	/** Sends the client whatever it likes, past the types. */
	say(data: unknown): void;
	readonly isTerminated: () => boolean;
}

/**
 * Joins a client's handle and a worker's port. Messages arrive later and in order, those sent
 * before anybody listens too; after `terminate` none arrives in either direction.
 */
export function createMemoryWorker(serve: (port: WorkerPort) => void): MemoryWorker {
	const toWorker = createLine();
	const toClient = createLine();
	let onCrash: ((reason: string) => void) | undefined;
	let terminated = false;

	serve({
		post: (message: FromWorker) => toClient.post(message),
		listen: (listener) => toWorker.listen(listener)
	});

	return {
		post: (message) => toWorker.post(message),
		listen(onMessage, crashed) {
			onCrash = crashed;
			toClient.listen(onMessage);
		},
		terminate() {
			terminated = true;
			toWorker.cut();
			toClient.cut();
		},
		crash: (reason) => onCrash?.(reason),
		say: (data) => toClient.post(data),
		isTerminated: () => terminated
	};
}

/** Lets every message that is under way, and what it sets off at once, arrive. */
export async function settleMessages(turns = 50): Promise<void> {
	for (let turn = 0; turn < turns; turn++) await nextTurn();
}

/** One turn of the event loop. */
export function nextTurn(): Promise<void> {
	return new Promise((resolve) => setImmediate(resolve));
}

function createLine() {
	let listener: ((data: unknown) => void) | undefined;
	let isCut = false;
	const waiting: unknown[] = [];

	return {
		post(message: unknown): void {
			const copy: unknown = structuredClone(message);
			setImmediate(() => {
				if (isCut) return;
				if (listener === undefined) waiting.push(copy);
				else listener(copy);
			});
		},
		listen(given: (data: unknown) => void): void {
			listener = given;
			for (const message of waiting.splice(0)) given(message);
		},
		cut(): void {
			isCut = true;
		}
	};
}
