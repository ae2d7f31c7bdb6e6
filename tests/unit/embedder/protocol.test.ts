import { expect, test } from 'vitest';
import { fromWorkerSchema, PROTOCOL_VERSION, toWorkerSchema } from '$lib/embedder/protocol';

const load = {
	type: 'load',
	version: PROTOCOL_VERSION,
	folder: 'models/afdb6f1a/',
	wasm_paths: { mjs: 'ort.mjs', wasm: 'ort.wasm' },
	threads: 1
};

test('a worker takes no orders from a page of another version', () => {
	expect(toWorkerSchema.safeParse(load).success).toBe(true);
	expect(toWorkerSchema.safeParse({ ...load, version: 1 }).success).toBe(false);
});

test('evidence arrives as it was sent', () => {
	const words = [{ word: 'lock', cosine: 0.5, same: false, span: [0, 4] }];
	const wording = { cosine: 0.1, novel_cosine: 0, words, sentence_cosine: 0.2, sentence: null };
	const evidence = {
		model: 'afdb6f1a',
		expected: [
			{
				cosine: 0.1,
				novel_cosine: -0.1,
				words,
				terms: [{ term: 'lock', weight: 1, cosine: 0.5, span: [0, 4] }],
				novel_terms: 1,
				content_cosine: 0.3,
				novel_content_cosine: 0.2
			}
		],
		points: [[wording]],
		misconceptions: [[]],
		windows: 1
	};
	const message = { type: 'measured', id: 7, evidence, milliseconds: 12.5 };

	expect(fromWorkerSchema.parse(structuredClone(message))).toEqual(message);
});

test('a number that is none does not cross', () => {
	const evidence = {
		model: 'afdb6f1a',
		expected: [
			{
				cosine: Number.NaN,
				novel_cosine: 0,
				words: [],
				terms: [],
				novel_terms: 0,
				content_cosine: 0,
				novel_content_cosine: 0
			}
		],
		points: [],
		misconceptions: [],
		windows: 1
	};

	const message = { type: 'measured', id: 7, evidence, milliseconds: 1 };

	expect(fromWorkerSchema.safeParse(message).success).toBe(false);
});
