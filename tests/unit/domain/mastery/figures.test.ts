import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { masteryFigures } from '$lib/domain/mastery/figures';
import type { GradedAnswer } from '$lib/domain/mastery/types';
import { emptyMastery, foldAnswer } from '$lib/domain/mastery/update';
import { gradedAnswer, gradedAnswers, TOPIC } from './entries';

const figuresOf = (answers: readonly GradedAnswer[]) =>
	masteryFigures(answers.reduce(foldAnswer, emptyMastery(TOPIC)));

const same = (count: number, changes: Partial<GradedAnswer>) =>
	Array<GradedAnswer>(count).fill(gradedAnswer(changes));

test('a topic never practised has zeros, and a range that says nothing is known', () => {
	expect(figuresOf([])).toEqual({
		mastery_level: 0,
		semantic_avg: 0,
		keyword_avg: 0,
		mastery_velocity: 0,
		last_mastery: 0,
		trend: null,
		avg_response_time: 0,
		weak_concepts: [],
		strong_concepts: [],
		concept_stagnation: {},
		concept_masteries: {},
		evidence: { answers: 0, effective: 0 },
		mastery_low: 0,
		mastery_high: 1
	});
});

test('the first answer is the whole number, without a pull towards 0', () => {
	const figures = figuresOf([gradedAnswer({ semantic: 0.9, keyword: 0.5, difficulty: 'hard' })]);

	expect(figures.semantic_avg).toBeCloseTo(0.9, 12);
	expect(figures.mastery_level).toBeCloseTo(0.74, 12);
	expect(figures.last_mastery).toBe(0);
	expect(figures.mastery_velocity).toBe(figures.mastery_level);
});

test('four answers of different difficulty give the figures worked out by hand', () => {
	// The sums are worked out in update.test.ts: W 2.92, S 1.8464, K 1.722, Σw² 2.261568.
	const figures = figuresOf([
		gradedAnswer({ difficulty: 'medium', semantic: 0.8, keyword: 0.5, response_seconds: 30 }),
		gradedAnswer({ difficulty: 'hard', semantic: 0.6, keyword: 0.75, response_seconds: 60 }),
		gradedAnswer({ difficulty: 'easy', semantic: 0.9, keyword: 1, response_seconds: 45 }),
		gradedAnswer({ difficulty: 'medium', semantic: 0.4, keyword: 0.25, response_seconds: 46 })
	]);

	expect(figures.semantic_avg).toBeCloseTo(1.8464 / 2.92, 12);
	expect(figures.keyword_avg).toBeCloseTo(1.722 / 2.92, 12);
	// 0.6·0.632328767… + 0.4·0.589726027…
	expect(figures.mastery_level).toBeCloseTo(0.6152876712328768, 12);
	// before it 0.6·1.808/2.4 + 0.4·1.84/2.4 = 0.758666…
	expect(figures.mastery_velocity).toBeCloseTo(0.6152876712328768 - 569 / 750, 12);
	// (30 + 60 + 45 + 46) / 4
	expect(figures.avg_response_time).toBe(45.25);
	// 2.92² / 2.261568
	expect(figures.evidence.answers).toBe(4);
	expect(figures.evidence.effective).toBeCloseTo(3.770127628264991, 12);
	// variance 1.2523936/2.92 − 0.615287…² = 0.050322999; ν = 4.770127628; s² = (0.125 + 3.770127628·
	// 0.050322999)/ν = 0.065978102; t = 1.484117453; ± t·√(s²/3.770127628) = ± 0.196331628
	expect(figures.mastery_low).toBeCloseTo(0.41895604326385755, 9);
	expect(figures.mastery_high).toBeCloseTo(0.811619299201896, 9);
});

test('weak is below 0.6 and strong from 0.8, whatever the last binary digit says', () => {
	const concepts = { a: 0.59, b: 0.6, c: 0.79, d: 0.8, e: 0.3, f: 1 };
	const figures = figuresOf(same(7, { concepts }));

	expect(figures.weak_concepts).toEqual(['e', 'a']);
	expect(figures.strong_concepts).toEqual(['f', 'd']);
	expect(figures.concept_masteries['b']).toMatchObject({ is_weak: false, is_strong: false });
	expect(figures.concept_masteries['d']).toMatchObject({ is_weak: false, is_strong: true });
});

test('concepts of equal mastery are listed by name', () => {
	const weak = figuresOf([gradedAnswer({ concepts: { b: 0.1, c: 0.1, a: 0.1 } })]);
	const strong = figuresOf([gradedAnswer({ concepts: { b: 1, c: 1, a: 1 } })]);

	expect(weak.weak_concepts).toEqual(['a', 'b', 'c']);
	expect(strong.strong_concepts).toEqual(['a', 'b', 'c']);
});

test('a concept is shown with its counts and the second it was last seen', () => {
	const figures = figuresOf([
		gradedAnswer({ concepts: { joins: 0.5 }, correct: false }),
		gradedAnswer({ concepts: { joins: 0.5 }, at_ms: 1_709_478_600_250 })
	]);

	expect(figures.concept_masteries).toEqual({
		joins: {
			mastery_level: 0.5,
			attempts: 2,
			correct: 1,
			is_weak: true,
			is_strong: false,
			stagnation_count: 1,
			last_seen: 1_709_478_600.25
		}
	});
	expect(figures.concept_stagnation).toEqual({ joins: 1 });
});

describe('the range', () => {
	const widthAfter = (answers: readonly GradedAnswer[]) => {
		const { mastery_low, mastery_high } = figuresOf(answers);
		return mastery_high - mastery_low;
	};

	test('is wide after one answer and narrows with every steady one', () => {
		// 0.5 ± 1.847567·0.25
		const first = figuresOf(same(1, { semantic: 0.5, keyword: 0.5 }));
		expect(first.mastery_low).toBeCloseTo(0.5 - 0.46189165, 7);
		expect(first.mastery_high).toBeCloseTo(0.5 + 0.46189165, 7);

		const widths = [1, 2, 3, 5, 9, 20].map((count) =>
			widthAfter(same(count, { semantic: 0.5, keyword: 0.5 }))
		);
		expect(widths).toEqual([...widths].sort((a, b) => b - a));
		expect(widths.at(-1)).toBeLessThan(0.12);
	});

	test('is wider where results differ', () => {
		const low = gradedAnswer({ semantic: 0.2, keyword: 0.2 });
		const high = gradedAnswer({ semantic: 0.8, keyword: 0.8 });
		const steady = same(6, { semantic: 0.5, keyword: 0.5 });

		expect(widthAfter([low, high, low, high, low, high])).toBeGreaterThan(2 * widthAfter(steady));
	});
});

test('the effective number of answers grows towards nine', () => {
	expect(figuresOf(same(1, {})).evidence.effective).toBe(1);
	// (1.8)² / 1.64
	expect(figuresOf(same(2, {})).evidence.effective).toBeCloseTo(3.24 / 1.64, 12);
	expect(figuresOf(same(60, {})).evidence.effective).toBeCloseTo(9, 4);
});

test('the documented formula holds to the last digit, and every ratio stays one', () => {
	fc.assert(
		fc.property(fc.array(gradedAnswers, { maxLength: 40 }), (answers) => {
			const figures = figuresOf(answers);
			const { mastery_level, semantic_avg, keyword_avg, mastery_velocity } = figures;

			expect(mastery_level).toBe(0.6 * semantic_avg + 0.4 * keyword_avg);
			expect(mastery_velocity).toBe(mastery_level - figures.last_mastery);
			expect(figures.last_mastery).toBe(figuresOf(answers.slice(0, -1)).mastery_level);
			expect(figures.mastery_low).toBeLessThanOrEqual(mastery_level);
			expect(figures.mastery_high).toBeGreaterThanOrEqual(mastery_level);
			expect(figures.evidence.effective).toBeLessThanOrEqual(answers.length + 1e-9);
			expect(figures.avg_response_time).toBeLessThanOrEqual(3600);

			const concepts = Object.values(figures.concept_masteries);
			const ratios = [
				mastery_level,
				semantic_avg,
				keyword_avg,
				figures.last_mastery,
				figures.mastery_low,
				figures.mastery_high,
				...concepts.map((concept) => concept.mastery_level)
			];
			expect(ratios.every((ratio) => ratio >= 0 && ratio <= 1)).toBe(true);
			expect(concepts.some((concept) => concept.is_weak && concept.is_strong)).toBe(false);
		})
	);
});
