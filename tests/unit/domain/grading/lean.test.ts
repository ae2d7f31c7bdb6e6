import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { EncodedRubric, EncodedText } from '$lib/domain/grading/encoded';
import { capAt, marginOf } from '$lib/domain/grading/guards/leans-wrong';
import { leanOf } from '$lib/domain/grading/lean';
import { wordCosines } from '$lib/domain/grading/word-cosines';
import { sentencesOf, wordsOf } from '$lib/domain/grading/words';

const DIMENSIONS = 512;

/** A word's vector is its own direction with half as much of the word before it: its context. */
function encode(text: string): EncodedText {
	const words = wordsOf(text).map((word, index, all) => {
		const vector = new Float32Array(DIMENSIONS);
		vector[placeOf(word.text)] = 1;
		const before = all[index - 1];
		if (before !== undefined) vector[placeOf(before.text)] = 0.5;
		const length = Math.hypot(...vector);
		return { ...word, rarity: 1, vector: vector.map((value) => value / length) };
	});
	const vector = new Float32Array(DIMENSIONS);
	const sentences = sentencesOf(text).map((span) => ({ span, vector }));
	return { text, vector, words, sentences, windows: 1 };
}

const places = new Map<string, number>();
function placeOf(word: string): number {
	const known = places.get(word.toLowerCase()) ?? places.size;
	places.set(word.toLowerCase(), known);
	return known;
}

const RIGHT =
	'Threads share memory, processes own separate memory, switching threads costs little.';
const WRONG =
	'Processes share memory, threads own separate memory, switching processes costs little.';

function rubric(counterexamples: readonly string[]): EncodedRubric {
	const texts = { prompt: '', expected: [RIGHT], points: [], keywords: [], misconceptions: [] };
	return {
		model: 'm',
		texts,
		prompt: encode(''),
		expected: [encode(RIGHT)],
		points: [],
		misconceptions: [],
		counterexamples: counterexamples.map(encode)
	};
}
const lean = (answer: string, counterexamples = [WRONG]) => {
	const encoded = encode(answer);
	return leanOf(rubric(counterexamples), encoded, wordCosines(encoded.words), [], []);
};

describe('leanOf', () => {
	test('the same words lean by what stands beside them', () => {
		expect(lean(RIGHT)?.value).toBeGreaterThan(0.02);
		expect(lean(WRONG)?.value).toBeLessThan(-0.02);
	});

	test('names the sentence that leans most', () => {
		const right = 'Switching threads costs little.';
		const wrong = 'Processes share memory, threads own separate memory.';
		const found = lean(`${right} ${wrong}`)?.sentence;

		expect(found).toEqual([right.length + 1, right.length + 1 + wrong.length]);
	});

	test('words that only a wrong text has weigh against an answer', () => {
		const answer = 'A thread is a paused colour of seven small green kernel pages';
		const with_ = lean(answer, ['paused colour'])?.value ?? 0;
		const without = lean(answer, ['nothing said'])?.value ?? 0;

		expect(with_).toBeLessThan(without);
	});

	test('says nothing of a few words, or without counterexamples', () => {
		expect(lean('Threads share memory.')).toBeNull();
		expect(lean(RIGHT, [])).toBeNull();
	});
});

test('the cap lies between .3 and 1 and never falls as the lean rises', () => {
	const leans = fc.double({ min: -1, max: 1, noNaN: true });
	fc.assert(
		fc.property(leans, leans, (a, b) => {
			const [low, high] = [capAt(Math.min(a, b)), capAt(Math.max(a, b))];
			expect(low).toBeGreaterThanOrEqual(0.3);
			expect(high).toBeLessThanOrEqual(1);
			expect(low).toBeLessThanOrEqual(high + 1e-12);
		})
	);
	expect(capAt(0.04)).toBe(1);
	expect(capAt(0.0225)).toBeCloseTo(0.65);
	expect(capAt(-0.5)).toBe(0.3);
});

test('an answer of few words must lean further', () => {
	expect(marginOf(5)).toBe(0.02);
	expect(marginOf(17)).toBe(0.02);
	expect(marginOf(20.5)).toBeCloseTo(0.01);
	expect(marginOf(24)).toBe(0);
	expect(marginOf(200)).toBe(0);
});
