import { DIMENSIONS, type ModelRuntime } from '$lib/embedder/runtime';

/** A runtime that makes vectors of its own, the same for the same ids, and notes every pass. */
export interface PretendRuntime extends ModelRuntime {
	/** Texts of the passes so far. */
	readonly passes: string[];
	/** Called before each pass with its text; may throw, or never settle. */
	beforePass: (text: string) => Promise<void> | void;
}

/** Word pieces are whole words here, so that a pass can be told from another by its text. */
export function createPretendRuntime(threads = 1): PretendRuntime {
	const words = new Map<number, string>();
	const runtime: PretendRuntime = {
		model: 'pretend0',
		threads,
		special: { unknown: 0, cls: 1, sep: 2 },
		passes: [],
		beforePass: () => undefined,
		tokenize(text) {
			const id = idOf(text);
			words.set(id, text);
			return [id];
		},
		async forward(ids) {
			const text = ids
				.slice(1, -1)
				.map((id) => words.get(id))
				.join(' ');
			await runtime.beforePass(text);
			runtime.passes.push(text);
			return Float32Array.from({ length: ids.length * DIMENSIONS }, (_, i) => {
				const id = ids[Math.floor(i / DIMENSIONS)] ?? 0;
				return Math.sin((id + 1) * ((i % DIMENSIONS) + 1));
			});
		},
		dispose: () => Promise.resolve()
	};
	return runtime;
}

/** The same number for the same word in every runtime, above the special ones. */
function idOf(word: string): number {
	let hash = 7;
	for (const char of word) hash = (hash * 31 + (char.codePointAt(0) ?? 0)) % 30_000;
	return hash + 3;
}
