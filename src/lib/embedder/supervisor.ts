import type { After } from './calls';
import type { ModelState } from './embedder';
import { TOTAL_BYTES } from './model';
import { fromWorkerSchema, PROTOCOL_VERSION, type FromWorker, type ToWorker } from './protocol';

/** A running worker as the page sees it. */
export interface WorkerHandle {
	post(message: ToWorker): void;
	/** Set once, right after the start. */
	listen(onMessage: (data: unknown) => void, onCrash: (reason: string) => void): void;
	terminate(): void;
}

/** How a worker is started. */
export interface WorkerOptions {
	/** Starts a worker; may throw where workers are forbidden. */
	readonly createWorker: () => WorkerHandle;
	/** Address of the model's folder, ending in a slash. */
	readonly folder: string;
	/** Addresses of the WebAssembly runtime. */
	readonly wasmPaths: { readonly mjs: string; readonly wasm: string };
	/** At least 1; above 1 only where the page is cross-origin isolated. */
	readonly threads: number;
}

interface SupervisorOptions extends WorkerOptions {
	/** A start that gives no sign of life for this long has failed. */
	readonly loadTimeoutMs: number;
	readonly after: After;
	readonly onState: (state: ModelState) => void;
	readonly onMeasured: (message: Extract<FromWorker, { type: 'measured' }>) => void;
	/** A worker that was ready has stopped; the next one is about to start. */
	readonly onStopped: () => void;
}

/** Starts in a row that may fail before the model counts as one that cannot run here. */
const MOST_FAILED_STARTS = 2;

/** Keeps one worker alive: loads it, watches over it, and replaces it when it crashes. */
export function createSupervisor(options: SupervisorOptions) {
	let worker: WorkerHandle | undefined;
	let status: ModelState = { state: 'idle' };
	let threads = options.threads;
	let failedStarts = 0;
	let cancelLoadTimer = () => {};

	return {
		state: (): ModelState => status,
		post(message: ToWorker): void {
			worker?.post(message);
		},
		/** Starts a worker where there is none; earlier failures are forgiven. */
		load(): void {
			failedStarts = 0;
			if (status.state === 'idle' || status.state === 'unavailable') start();
		},
		/** Ends the worker and gives its memory back. */
		end(): void {
			end();
			change({ state: 'idle' });
		},
		/** Takes the present worker for dead and starts another. */
		replace: crashed
	};

	function start(): void {
		change({ state: 'loading', loaded_bytes: 0, total_bytes: TOTAL_BYTES });
		try {
			const started = options.createWorker();
			worker = started;
			started.listen(
				(data) => {
					if (started === worker) receive(data);
				},
				(reason) => {
					if (started === worker) crashed(reason);
				}
			);
			started.post({
				type: 'load',
				version: PROTOCOL_VERSION,
				folder: options.folder,
				wasm_paths: options.wasmPaths,
				threads
			});
			restartLoadTimer();
		} catch (error) {
			crashed(String(error));
		}
	}

	function end(): void {
		cancelLoadTimer();
		worker?.post({ type: 'dispose' });
		worker?.terminate();
		worker = undefined;
	}

	function receive(data: unknown): void {
		const message = fromWorkerSchema.safeParse(data);
		if (!message.success) crashed('The worker sent what the protocol does not know');
		else if (message.data.type === 'state') follow(message.data.state);
		else if (message.data.type === 'failed') crashed(message.data.message);
		else options.onMeasured(message.data);
	}

	function follow(state: ModelState): void {
		if (state.state === 'unavailable') {
			// Several threads are the likeliest cause of a start that fails, on iOS above all.
			if (state.code === 'cannot_run' && threads > 1) crashed(state.reason);
			else giveUp(state);
			return;
		}
		if (state.state === 'loading') restartLoadTimer();
		if (state.state === 'ready') {
			cancelLoadTimer();
			failedStarts = 0;
		}
		change(state);
	}

	function crashed(reason: string): void {
		const wasReady = status.state === 'ready';
		end();
		if (wasReady) options.onStopped();
		else {
			failedStarts += 1;
			threads = 1;
		}
		if (failedStarts < MOST_FAILED_STARTS) start();
		else {
			giveUp({
				state: 'unavailable',
				code: 'cannot_run',
				reason: `This device cannot run the grading model (${reason}).`
			});
		}
	}

	function giveUp(state: ModelState): void {
		end();
		change(state);
	}

	function change(state: ModelState): void {
		status = state;
		options.onState(state);
	}

	function restartLoadTimer(): void {
		cancelLoadTimer();
		cancelLoadTimer = options.after(options.loadTimeoutMs, () => {
			crashed('it took too long to start');
		});
	}
}
