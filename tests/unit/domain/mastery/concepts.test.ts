import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { conceptEvidence, conceptMastery } from '$lib/domain/mastery/concepts';
import { masteryFigures } from '$lib/domain/mastery/figures';
import type { GradedAnswer } from '$lib/domain/mastery/types';
import { emptyMastery, foldAnswer } from '$lib/domain/mastery/update';
import type { Difficulty } from '$lib/domain/types';
import { gradedAnswer, TOPIC } from './entries';

const foldAll = (answers: readonly GradedAnswer[]) =>
	answers.reduce(foldAnswer, emptyMastery(TOPIC));

const onJoins = (evidence: number, difficulty: Difficulty = 'medium', correct = true) =>
	gradedAnswer({ difficulty, correct, concepts: { joins: evidence } });

const joinsAfter = (answers: readonly GradedAnswer[]) => {
	const joins = foldAll(answers).concepts['joins'];
	if (joins === undefined) throw new Error('no answer on joins');
	return joins;
};

describe('conceptEvidence', () => {
	const points = [
		{ concept: 'joins', coverage: 1, weight: 0.5 },
		{ concept: 'joins', coverage: 0.2, weight: 0.3 },
		{ concept: 'indexes', coverage: 0, weight: 0.2 }
	];

	test('blends the coverage of the points of a concept with the score, half and half', () => {
		const evidence = conceptEvidence(points, 0.6, ['joins', 'indexes']);

		// joins: (0.5·1 + 0.3·0.2) / 0.8 = 0.7, (0.7 + 0.6) / 2; indexes: (0 + 0.6) / 2
		expect(evidence['joins']).toBeCloseTo(0.65, 12);
		expect(evidence['indexes']).toBeCloseTo(0.3, 12);
	});

	test('is the score where the question has no points, or none for a concept', () => {
		expect(conceptEvidence([], 0.6, ['joins', 'views'])).toEqual({ joins: 0.6, views: 0.6 });
		expect(conceptEvidence(points, 0.6, ['views'])['views']).toBe(0.6);
	});

	test('names the concepts of points that the question does not list', () => {
		expect(Object.keys(conceptEvidence(points, 0.6, ['joins'])).sort()).toEqual([
			'indexes',
			'joins'
		]);
	});

	test('stays a ratio', () => {
		const ratio = fc.double({ min: 0, max: 1, noNaN: true });
		const graded = fc.record({
			concept: fc.constantFrom('joins', '__proto__'),
			coverage: ratio,
			weight: fc.double({ min: 1e-6, max: 1, noNaN: true })
		});

		fc.assert(
			fc.property(fc.array(graded, { maxLength: 6 }), ratio, (some, score) => {
				for (const evidence of Object.values(conceptEvidence(some, score, ['joins']))) {
					expect(evidence).toBeGreaterThanOrEqual(0);
					expect(evidence).toBeLessThanOrEqual(1);
				}
			})
		);
	});
});

describe('mastery of a concept', () => {
	// weight sums 1, 2, 2.4, 3.12, 3.696, 3.9568; evidence sums 0.5, 0.4 + 1.08 = 1.48,
	// 1.184 + 0.56 = 1.744, 1.3952 + 1.14 = 2.5352, 2.02816 + 1.2 = 3.22816, 2.582528 + 0.2 = 2.782528
	const answers = [
		onJoins(0.5, 'medium', false),
		onJoins(0.9, 'hard'),
		onJoins(0.7, 'easy'),
		onJoins(0.95, 'hard'),
		onJoins(1, 'hard'),
		onJoins(0.2, 'medium', false)
	];

	test.each([
		[1, 0.5 / 1, 0],
		[2, 1.48 / 2, 0],
		[3, 1.744 / 2.4, 1],
		[4, 2.5352 / 3.12, 0],
		[5, 3.22816 / 3.696, 0],
		[6, 2.782528 / 3.9568, 1]
	])('after %d answers it and the stagnation are as worked out by hand', (n, mastery, count) => {
		const joins = joinsAfter(answers.slice(0, n));

		expect(conceptMastery(joins)).toBeCloseTo(mastery, 12);
		expect(joins.stagnation_count).toBe(count);
	});

	test('counts attempts and correct answers, and when it was last seen', () => {
		const joins = joinsAfter([...answers, { ...onJoins(0.5), at_ms: 7777 }]);

		expect(joins).toMatchObject({ attempts: 7, correct: 5, last_seen_ms: 7777 });
	});

	test('one answer moves all its concepts and no other', () => {
		const first = foldAll([gradedAnswer({ concepts: { joins: 0.4, indexes: 0.9 } })]);
		const second = foldAnswer(first, gradedAnswer({ concepts: { joins: 0.8, views: 1 } }));

		expect(Object.keys(second.concepts).sort()).toEqual(['indexes', 'joins', 'views']);
		expect(second.concepts['indexes']).toEqual(first.concepts['indexes']);
		expect(second.concepts['joins']?.attempts).toBe(2);
	});

	test('keeps concepts with names that every object has', () => {
		const concepts = Object.fromEntries([
			['__proto__', 0.9],
			['constructor', 0.2]
		]);
		const state = foldAll([gradedAnswer({ concepts }), gradedAnswer({ concepts })]);

		expect(Object.entries(state.concepts).map(([name, { attempts }]) => [name, attempts])).toEqual([
			['__proto__', 2],
			['constructor', 2]
		]);
		expect(masteryFigures(state)).toMatchObject({
			strong_concepts: ['__proto__'],
			weak_concepts: ['constructor']
		});
		expect(Object.entries(masteryFigures(state).concept_stagnation)).toEqual([['constructor', 1]]);
	});
});

describe('stagnation', () => {
	test('the same result again and again is stagnation, in spite of the last binary digit', () => {
		for (const evidence of [0.1, 0.3, 0.55, 0.7, 0.79]) {
			expect(joinsAfter(Array<GradedAnswer>(12).fill(onJoins(evidence))).stagnation_count).toBe(11);
		}
	});

	test('a concept that stays strong does not stagnate', () => {
		const always = Array<GradedAnswer>(12).fill(onJoins(0.8));

		expect(joinsAfter(always).stagnation_count).toBe(0);
		// (0.8·1 + 0.8) / 1.8 = 0.89: lower, but strong
		expect(joinsAfter([onJoins(1), onJoins(0.8)]).stagnation_count).toBe(0);
	});

	test('a concept that falls out of strong begins to stagnate', () => {
		// (0.8·0.9 + 0.5) / 1.8 = 0.68
		expect(joinsAfter([onJoins(0.9), onJoins(0.5)]).stagnation_count).toBe(1);
	});

	test('a rise ends it', () => {
		const sinking = [onJoins(0.5), onJoins(0.4), onJoins(0.3)];

		expect(joinsAfter(sinking).stagnation_count).toBe(2);
		expect(joinsAfter([...sinking, onJoins(0.6)]).stagnation_count).toBe(0);
	});
});
