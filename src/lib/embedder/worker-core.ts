import type { ModelState } from './embedder';
import { createEncoder, type Encoder } from './encode';
import { createMeasuring } from './measuring';
import { TOTAL_BYTES } from './model';
import type { FetchedModel, ModelBytes, OnProgress } from './model-files';
import { toWorkerSchema, type FromWorker, type ToWorker } from './protocol';
import type { ModelRuntime } from './runtime';

/** The worker's end of the wire; data is checked on arrival. */
export interface WorkerPort {
	post(message: FromWorker): void;
	listen(listener: (data: unknown) => void): void;
}

/** What the worker is made of; tests bring their own. */
export interface WorkerDeps {
	readonly fetchModel: (folder: string, onProgress: OnProgress) => Promise<FetchedModel>;
	readonly startRuntime: (
		files: ModelBytes,
		options: { wasmPaths: { mjs: string; wasm: string }; threads: number }
	) => Promise<ModelRuntime>;
	/** Runs the first, slow passes; false where their numbers are wrong. */
	readonly warmUp: (encoder: Encoder) => Promise<boolean>;
	/** Lets messages that have arrived be heard. */
	readonly breathe: () => Promise<void>;
	/** Milliseconds, for durations only. */
	readonly now: () => number;
}

/** Progress is told in steps of this many bytes: some hundred messages for the whole model. */
const PROGRESS_STEP_BYTES = 200_000;

/**
 * The worker's side of the protocol. A message that breaks it throws: it is a defect, and the
 * client sees it as a crash.
 */
export function serveEmbedder(port: WorkerPort, deps: WorkerDeps): void {
	let runtime: ModelRuntime | undefined;
	let measuring: ReturnType<typeof createMeasuring> | undefined;

	port.listen((data) => {
		const message = toWorkerSchema.parse(data);
		switch (message.type) {
			case 'load':
				void load(message);
				break;
			case 'prepare':
				measuring?.prepare(message.rubric);
				break;
			case 'measure':
				if (measuring !== undefined) measuring.measure(message);
				else port.post({ type: 'failed', id: message.id, message: 'Not loaded' });
				break;
			case 'ahead':
				measuring?.ahead(message.text);
				break;
			case 'abort':
				measuring?.abort(message.id);
				break;
			case 'dispose':
				measuring = undefined;
				void runtime?.dispose();
		}
	});

	async function load(message: Extract<ToWorker, { type: 'load' }>): Promise<void> {
		try {
			post(await start(message));
		} catch (error) {
			post({
				state: 'unavailable',
				code: 'cannot_run',
				reason: `This device cannot run the grading model (${textOf(error)}).`
			});
		}
	}

	async function start(message: Extract<ToWorker, { type: 'load' }>): Promise<ModelState> {
		post({ state: 'loading', loaded_bytes: 0, total_bytes: TOTAL_BYTES });
		const fetched = await deps.fetchModel(message.folder, inSteps(post));
		if (fetched.kind === 'unavailable') {
			return { state: 'unavailable', code: fetched.code, reason: fetched.reason };
		}
		runtime = await deps.startRuntime(fetched.files, {
			wasmPaths: message.wasm_paths,
			threads: message.threads
		});
		const encoder = createEncoder(runtime);
		if (!(await deps.warmUp(encoder))) {
			return {
				state: 'unavailable',
				code: 'cannot_run',
				reason: 'The grading model gives wrong numbers on this device.'
			};
		}
		measuring = createMeasuring(encoder, {
			breathe: deps.breathe,
			now: deps.now,
			onMeasured: (id, evidence, milliseconds) =>
				port.post({ type: 'measured', id, evidence, milliseconds }),
			onFailed: (id, error) => port.post({ type: 'failed', id, message: textOf(error) })
		});
		return { state: 'ready', model: runtime.model, threads: runtime.threads };
	}

	function post(state: ModelState): void {
		port.post({ type: 'state', state });
	}
}

function inSteps(post: (state: ModelState) => void): OnProgress {
	let told = 0;
	return (loaded, again) => {
		const isStep = Math.abs(loaded - told) >= PROGRESS_STEP_BYTES || loaded === TOTAL_BYTES;
		if (!isStep) return;
		told = loaded;
		post({
			state: 'loading',
			loaded_bytes: loaded,
			total_bytes: TOTAL_BYTES,
			...(again && { again })
		});
	};
}

function textOf(error: unknown): string {
	return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
}
