import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { correctGrade } from '$lib/domain/grading/correct-grade';
import { capForHints, hintCap } from '$lib/domain/grading/guards/hints';
import { gradeOf, point, pointGrade } from '../grades';

const ratios = fc.oneof(
	fc.double({ min: 0, max: 1, noNaN: true }),
	fc.integer({ min: 0, max: 10 }).map((tenths) => tenths / 10)
);
const flags = fc.array(
	fc.record({
		code: fc.constant('guard'),
		cap: fc.option(ratios),
		message: fc.constant('A guard.')
	}),
	{ maxLength: 2 }
);
const grades = fc
	.tuple(fc.option(ratios), ratios, flags)
	.map(([semantic, coverage, against]) => gradeOf(semantic, coverage, {}, against));

test.each([
	[0, null],
	[1, 0.9],
	[2, 0.8],
	[3, 0.7],
	[4, 0.6],
	[5, 0.6],
	[40, 0.6]
])('after %i hints an answer scores at most %s', (hints, cap) => {
	expect(hintCap(hints)).toBe(cap);
});

describe('a grade with the cap of its hints', () => {
	test('without a hint is the grade as measured', () => {
		const measured = gradeOf(0.9, 0.9);
		expect(capForHints(measured, 0)).toBe(measured);
	});

	test('says what the cap is, and mastery’s figures shrink with the score', () => {
		const grade = capForHints(gradeOf(1, 1), 2);
		expect(grade).toMatchObject({ score: 0.8, correct: true, band: 'good' });
		expect(grade.semantic_similarity).toBeCloseTo(0.8, 12);
		expect(grade.keyword_coverage).toBeCloseTo(0.8, 12);
		expect(grade.raw).toEqual({ semantic_similarity: 1, keyword_coverage: 1 });
		expect(grade.flags).toMatchObject([{ code: 'hints', cap: 0.8 }]);
		expect(grade.flags[0]?.message).toMatch(/^2 hints were shown .* at most 0\.80/u);
	});

	test('never makes a correct answer wrong, nor a wrong one correct', () => {
		fc.assert(
			fc.property(grades, fc.nat(12), (measured, hints) => {
				expect(capForHints(measured, hints).correct).toBe(measured.correct);
			})
		);
	});

	test('only lowers what lies above it, to the cap and no further', () => {
		fc.assert(
			fc.property(grades, fc.integer({ min: 1, max: 12 }), (measured, hints) => {
				const cap = hintCap(hints) ?? 1;
				const { score, semantic_similarity: semantic } = capForHints(measured, hints);
				expect(score).toBe(Math.min(measured.score, cap));
				expect(semantic === null).toBe(measured.semantic_similarity === null);
				if (score === measured.score) expect(semantic).toBe(measured.semantic_similarity);
			})
		);
	});

	test('one more hint never raises the score', () => {
		fc.assert(
			fc.property(grades, fc.nat(12), (measured, hints) => {
				expect(capForHints(measured, hints + 1).score).toBeLessThanOrEqual(
					capForHints(measured, hints).score
				);
			})
		);
	});

	test('holds when the person claims every point', () => {
		const measured = capForHints(
			gradeOf(0.5, 0.5, {
				points: [pointGrade({ id: 'p1' }), pointGrade({ id: 'p2', state: 'missing', coverage: 0 })],
				keywords: [
					{ term: 'mutex', found: true, span: [0, 5] },
					{ term: 'semaphore', found: false, span: null }
				]
			}),
			1
		);
		const rubric = { points: [point('p1', 0.5, 'mutex'), point('p2', 0.5, 'semaphore')] };
		const claimed = correctGrade(measured, rubric, [{ point: 'p2', said: true }]);
		expect(claimed).toMatchObject({ score: 0.9, correct: true });
		expect(claimed.flags).toEqual(measured.flags);
	});
});
