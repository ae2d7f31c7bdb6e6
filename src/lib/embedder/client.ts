import { createCalls, type After, type Call } from './calls';
import type { Embedder, Measurement, ModelState, RubricTexts } from './embedder';
import { createSupervisor, type WorkerOptions } from './supervisor';

export interface ClientOptions extends WorkerOptions {
	/**
	 * Whether a measure or a rubric may start the download although `load()` was never called;
	 * false on a metered connection until the person has agreed. Default: always.
	 */
	readonly mayLoad?: () => boolean;
	/** The worker ends after this long without work. Default: 5 minutes. */
	readonly idleMs?: number;
	/** A start that gives no sign of life for this long has failed. Default: 1 minute. */
	readonly loadTimeoutMs?: number;
	/**
	 * A measure of up to 10,000 characters that takes longer has hung; longer answers get more, in
	 * proportion. Default: 20 seconds.
	 */
	readonly measureTimeoutMs?: number;
	/** How long a measure waits for a model on its way before it says so. Default: 3 seconds. */
	readonly patienceMs?: number;
	/** Default: the platform's timers. */
	readonly after?: After;
}

/** The embedder of a page, with what only the page needs. */
export interface EmbedderClient extends Embedder {
	/** Loads the model, or tries again where it failed; settles when that is decided. */
	load(): Promise<ModelState>;
	/** Measures a draft ahead; a newer one drops it. */
	ahead(text: string): void;
	/** Tells the present state at once and every later one; the result ends it. */
	onState(listener: (state: ModelState) => void): () => void;
	/** Ends the worker; calls under way settle as unavailable. */
	dispose(): void;
}

const NOT_READY = { kind: 'not_ready', retry_after_seconds: 2 } as const satisfies Measurement;
const NOT_LOADED = {
	kind: 'unavailable',
	code: 'not_loaded',
	reason: 'The grading model has not been loaded.'
} as const satisfies Measurement;
const STOPPED = {
	kind: 'unavailable',
	code: 'stopped',
	reason: 'Measuring this answer did not finish.'
} as const satisfies Measurement;

/** Workers a single answer may stop before it is given up. */
const MOST_STOPS = 2;

/**
 * The page's side of the worker: queues calls until the model is ready, sends them on to a new
 * worker when one stops, and ends the worker after idleness to give the memory back.
 */
export function createEmbedderClient(options: ClientOptions): EmbedderClient {
	const { idleMs = 300_000, measureTimeoutMs = 20_000, patienceMs = 3_000 } = options;
	const { after = afterTimeout, mayLoad = () => true, loadTimeoutMs = 60_000 } = options;
	const listeners = new Set<(state: ModelState) => void>();
	const calls = createCalls(after, (call) => {
		if (call.sent) worker.post({ type: 'abort', id: call.id });
	});
	const worker = createSupervisor({
		...options,
		after,
		loadTimeoutMs,
		onState: follow,
		onMeasured({ id, evidence }) {
			calls.settle(id, { kind: 'evidence', evidence });
			restartIdleTimer();
		},
		onStopped: sendAgain
	});

	let agreed = false;
	let rubric: RubricTexts | undefined;
	let draft: string | undefined;
	let cancelIdleTimer = () => {};

	return {
		state: () => Promise.resolve(worker.state()),
		onState(listener) {
			listeners.add(listener);
			listener(worker.state());
			return () => listeners.delete(listener);
		},
		load() {
			agreed = true;
			worker.load();
			return decided();
		},
		prepare(texts) {
			rubric = texts;
			wake();
			if (isReady()) worker.post({ type: 'prepare', rubric: texts });
		},
		ahead(text) {
			wake();
			if (isReady()) worker.post({ type: 'ahead', text });
			else draft = text;
		},
		async measure(texts, answer, signal) {
			signal?.throwIfAborted();
			wake();
			const state = worker.state();
			if (state.state === 'idle') return NOT_LOADED;
			if (state.state === 'unavailable') return unavailable(state);
			const { call, result } = calls.open(texts, answer, signal);
			if (isReady()) send(call);
			else wait(call);
			return result;
		},
		dispose() {
			cancelIdleTimer();
			worker.end();
			settleAll(NOT_LOADED);
			listeners.clear();
		}
	};

	function isReady(): boolean {
		return worker.state().state === 'ready';
	}

	/** Starts the worker if it may run and does not, and puts its end off. */
	function wake(): void {
		if (worker.state().state === 'idle' && (agreed || mayLoad())) worker.load();
		restartIdleTimer();
	}

	function follow(state: ModelState): void {
		if (state.state === 'ready') begin();
		if (state.state === 'unavailable') settleAll(unavailable(state));
		for (const listener of [...listeners]) listener(state);
	}

	/** What has waited goes first, then the draft, then the question on the screen. */
	function begin(): void {
		for (const call of calls.all()) send(call);
		if (draft !== undefined) worker.post({ type: 'ahead', text: draft });
		draft = undefined;
		if (rubric !== undefined) worker.post({ type: 'prepare', rubric });
		restartIdleTimer();
	}

	function send(call: Call): void {
		const { id, answer } = call;
		call.sent = true;
		calls.setTimer(id, measureTimeoutMs * Math.max(1, answer.length / 10_000), () => {
			calls.settle(id, STOPPED);
			worker.replace('a measure hung');
		});
		worker.post({ type: 'measure', id, rubric: call.rubric, answer });
	}

	function wait(call: Call): void {
		calls.setTimer(call.id, patienceMs, () => calls.settle(call.id, NOT_READY));
	}

	/** A worker has stopped: its calls wait for the next, save those that keep stopping workers. */
	function sendAgain(): void {
		for (const call of calls.all()) {
			if (call.sent) call.stops += 1;
			call.sent = false;
			if (call.stops < MOST_STOPS) wait(call);
			else calls.settle(call.id, STOPPED);
		}
	}

	function settleAll(measurement: Measurement): void {
		for (const call of calls.all()) calls.settle(call.id, measurement);
	}

	function decided(): Promise<ModelState> {
		return new Promise((resolve) => {
			const look = (state: ModelState) => {
				if (state.state === 'loading') return;
				listeners.delete(look);
				resolve(state);
			};
			listeners.add(look);
			look(worker.state());
		});
	}

	function restartIdleTimer(): void {
		cancelIdleTimer();
		cancelIdleTimer = after(idleMs, () => {
			if (isReady() && calls.all().length === 0) worker.end();
		});
	}
}

function unavailable({ reason, code }: Extract<ModelState, { state: 'unavailable' }>): Measurement {
	return { kind: 'unavailable', reason, ...(code !== undefined && { code }) };
}

const afterTimeout: After = (milliseconds, callback) => {
	const timer = setTimeout(callback, milliseconds);
	return () => clearTimeout(timer);
};
