import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { measureEvidence } from '$lib/domain/grading/evidence';
import type { EncodedText } from '$lib/domain/grading/encoded';
import type { Embedder, RubricTexts } from '$lib/embedder/embedder';
import { createEncoder, type Encoder } from '$lib/embedder/encode';
import { MODEL_FILES } from '$lib/embedder/model';
import type { ModelBytes } from '$lib/embedder/model-files';
import { startRubric, rubricKey, type RubricProgress } from '$lib/embedder/rubric-texts';
import type { ModelRuntime } from '$lib/embedder/runtime';
import { loadTransformersRuntime } from '$lib/embedder/transformers-runtime';

const FOLDER = fileURLToPath(new URL(`../../static/models/${MODEL_FILES.id}/`, import.meta.url));
const MODEL_PATH = join(FOLDER, MODEL_FILES.model.path);

/** False where the set-up has not brought the model. */
export const hasModel = existsSync(MODEL_PATH);

/** Says once, in the words that every report uses, that the model is not there. */
export function reportMissingModel(what: string): void {
	if (!hasModel) console.log(`not measured: no model (${what})`);
}

/** The model's files from the folder they are served from. */
export function readModelFiles(): ModelBytes {
	return {
		model: Uint8Array.from(readFileSync(MODEL_PATH)),
		tokenizer: Uint8Array.from(readFileSync(join(FOLDER, MODEL_FILES.tokenizer.path)))
	};
}

/** The app's own runtime in Node: same files, same WebAssembly kernels. */
export function startNodeRuntime(threads = 1): Promise<ModelRuntime> {
	return loadTransformersRuntime(readModelFiles(), { wasmPaths: nodeWasmPaths(), threads });
}

/** Addresses of the WebAssembly runtime for Node. */
export function nodeWasmPaths(): { mjs: string; wasm: string } {
	const dist = dirname(createRequire(import.meta.url).resolve('onnxruntime-web'));
	const address = (name: string) => pathToFileURL(join(dist, name)).href;
	return {
		mjs: address('ort-wasm-simd-threaded.mjs'),
		wasm: address('ort-wasm-simd-threaded.wasm')
	};
}

/** The app's own encoder in Node. */
export async function createNodeEncoder(threads = 1): Promise<Encoder> {
	return createEncoder(await startNodeRuntime(threads));
}

/**
 * The embedder in this very process, without worker or queue: for tests and benches that want
 * measurements of the real model. Rubrics and answers are kept for as long as it lives.
 */
export async function createNodeEmbedder(): Promise<Embedder> {
	const encoder = await createNodeEncoder();
	const rubrics = new Map<string, RubricProgress>();
	const answers = new Map<string, EncodedText>();

	return {
		prepare: () => undefined,
		async measure(rubric, answer) {
			const encoded = answers.get(answer) ?? (await encoder.encode(answer));
			answers.set(answer, encoded);
			return { kind: 'evidence', evidence: measureEvidence(await encode(rubric), encoded) };
		},
		state: () => Promise.resolve({ state: 'ready', model: encoder.model, threads: 1 })
	};

	async function encode(texts: RubricTexts) {
		const key = rubricKey(texts);
		const rubric = rubrics.get(key) ?? startRubric(texts, encoder.model);
		rubrics.set(key, rubric);
		for (;;) {
			const done = rubric.encoded();
			if (done !== undefined) return done;
			rubric.add(await encoder.encode(rubric.missing() ?? ''));
		}
	}
}
