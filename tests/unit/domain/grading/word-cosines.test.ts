import { describe, expect, test } from 'vitest';
import { dot } from '$lib/domain/grading/vectors';
import { wordCosines } from '$lib/domain/grading/word-cosines';

const word = (...vector: number[]) => ({
	text: 'word',
	span: [0, 4] as const,
	vector: Float32Array.from(vector),
	rarity: 0.5
});
const ANSWER = [word(1, 0), word(0.6, 0.8), word(0, 0)];

describe('wordCosines', () => {
	test('gives what each pair’s dot product gives, however often and in whatever order', () => {
		const cosinesOf = wordCosines(ANSWER);
		for (const other of [word(0.8, 0.6), word(-1, 0), word(0, 1)])
			for (const place of [2, 0, 1, 0, 2]) {
				const answered = ANSWER[place]?.vector ?? new Float32Array(2);
				expect(cosinesOf(other)(place)).toBe(dot(other.vector, answered));
			}
	});

	test('the same word again is the same row, an equal one in another context is not', () => {
		const cosinesOf = wordCosines(ANSWER);
		const [one, twin] = [word(1, 0), word(1, 0)];

		expect(cosinesOf(one)).toBe(cosinesOf(one));
		expect(cosinesOf(one)).not.toBe(cosinesOf(twin));
	});
});
