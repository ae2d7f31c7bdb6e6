/** What the latency bench leaves in the page: both functions run there, before the app. */
export interface PageProbes {
	/** Milliseconds from the worker's start to a warm model; null until then. */
	readyMs: number | null;
	threads: number;
	/** Milliseconds of a measure of a fresh text in the app's own worker, as the worker says. */
	pass: (text: string) => Promise<number>;
	/** Milliseconds from the last submit key to the frame that shows the grade. */
	submitMs: number | null;
	takeSubmit: () => number;
}

declare global {
	interface Window {
		mettleBench: PageProbes;
	}
}

interface WorkerMessage {
	readonly type: string;
	readonly id?: number;
	readonly milliseconds?: number;
	readonly state?: { readonly state: string; readonly threads?: number };
}

/** Keeps hold of the model's worker and listens to what it says. */
export function watchModelWorker(): void {
	const waiting = new Map<number, (ms: number) => void>();
	let worker: Worker | null = null;
	let startedMs = 0;
	let nextId = 1_000_000;
	window.mettleBench = {
		readyMs: null,
		threads: 1,
		submitMs: null,
		takeSubmit: () => 0,
		pass: (answer) =>
			new Promise((resolve) => {
				const id = nextId++;
				waiting.set(id, resolve);
				worker?.postMessage({
					type: 'measure',
					id,
					answer,
					rubric: {
						prompt: 'Why?',
						expected: ['So.'],
						points: [],
						keywords: [],
						misconceptions: []
					}
				});
			})
	};
	window.Worker = class extends Worker {
		constructor(url: string | URL, options?: WorkerOptions) {
			super(url, options);
			if (!String(url).includes('embedder.worker')) return;
			// eslint-disable-next-line @typescript-eslint/no-this-alias -- the bench talks to it later
			worker = this;
			startedMs = performance.now();
			this.addEventListener('message', ({ data }: MessageEvent<WorkerMessage>) => {
				if (data.state?.state === 'ready') {
					window.mettleBench.readyMs ??= performance.now() - startedMs;
					window.mettleBench.threads = data.state.threads ?? 1;
				}
				if (data.type === 'measured') waiting.get(data.id ?? 0)?.(data.milliseconds ?? 0);
			});
		}
	};
}

/** Times each submit by key, up to the frame in which the score stands on the page. */
export function watchSubmit(): void {
	let startMs: number | null = null;
	window.addEventListener(
		'keydown',
		(event) => {
			if (event.key === 'Enter' && event.ctrlKey) startMs = performance.now();
		},
		true
	);
	new MutationObserver(() => {
		if (startMs === null || document.querySelector('article .score') === null) return;
		const start = startMs;
		startMs = null;
		requestAnimationFrame(() => {
			window.mettleBench.submitMs = performance.now() - start;
		});
	}).observe(document, { childList: true, subtree: true });
	window.mettleBench.takeSubmit = () => {
		const ms = window.mettleBench.submitMs ?? 0;
		window.mettleBench.submitMs = null;
		return ms;
	};
}

/** Median and 95th percentile, in milliseconds with one decimal. */
export function timesOf(times: readonly number[]): { median: number; p95: number } {
	const sorted = [...times].sort((a, b) => a - b);
	const at = (share: number) =>
		Math.round((sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0) * 10) /
		10;
	return { median: at(0.5), p95: at(0.95) };
}
