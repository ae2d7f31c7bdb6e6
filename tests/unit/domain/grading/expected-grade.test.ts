import { describe, expect, test } from 'vitest';
import { CURVE_AT, LONG_CURVE, SHORT_CURVE } from '$lib/domain/grading/calibration';
import { gradeExpected } from '$lib/domain/grading/expected-grade';
import { isOneSlipAway } from '$lib/domain/grading/terms';
import type { ExpectedEvidence } from '$lib/domain/grading/types';

const expected = (content: number, ...cosines: number[]): ExpectedEvidence => ({
	cosine: 0,
	novel_cosine: 0,
	words: [],
	terms: cosines.map((cosine) => ({
		term: 'term',
		weight: 1 / cosines.length,
		cosine,
		span: [0, 4]
	})),
	novel_terms: cosines.length,
	content_cosine: content,
	novel_content_cosine: content
});
const onShortCurve = (index: number, share = 0) =>
	(1 - share) * (SHORT_CURVE[index] ?? 0) + share * (SHORT_CURVE[index + 1] ?? 0);

describe('the grade by the nearest expected answer', () => {
	test('closeness and coverage follow their formulas and the curve', () => {
		// Alignment: clip((.4 − .1) / .6) = .5, the same word = 1, .05 = 0: mean .5.
		// Closeness: (.5 + .25 · .2 + .25 · .2) / 1.5 = .4. Coverage: (.4 + 1 + .05) / … by .9 each.
		const grade = gradeExpected([expected(0.2, 0.4, 1, 0.05)]);
		const coverage = (0.4 / 0.9 + 1 + 0.05 / 0.9) / 3;

		expect(grade.alignment).toBeCloseTo(0.5, 12);
		expect(grade.semantic_similarity).toBeCloseTo(onShortCurve(4), 12);
		expect(grade.keyword_coverage).toBeCloseTo(onShortCurve(5, (coverage - 0.5) / 0.1), 12);
		expect(grade.keywords.map(({ found }) => found)).toEqual([false, true, false]);
	});

	test('a long expected answer asks for less of itself than a short one', () => {
		const semantic = (terms: number) =>
			gradeExpected([expected(0.3, ...Array.from({ length: terms }, () => 0.4))])
				.semantic_similarity;

		expect(semantic(2)).toBeCloseTo(semantic(3), 12);
		expect(semantic(5)).toBeGreaterThan(semantic(3));
		expect(semantic(6)).toBeGreaterThan(semantic(5));
		expect(semantic(20)).toBeCloseTo(semantic(6), 12);
	});

	test('nothing to compare gives nothing', () => {
		expect(gradeExpected([])).toMatchObject({ alignment: 0, semantic_similarity: 0 });
		expect(gradeExpected([expected(-1)])).toMatchObject({
			alignment: 0,
			semantic_similarity: 0,
			keyword_coverage: 0
		});
	});

	test.each([SHORT_CURVE, LONG_CURVE])('a curve rises from 0 to 1 and never falls', (...curve) => {
		expect(curve).toHaveLength(CURVE_AT.length);
		expect(curve[0]).toBe(0);
		expect(curve.at(-1)).toBe(1);
		expect(curve).toEqual([...curve].sort((a, b) => a - b));
	});
});

test.each([
	['positive', 'positve', true],
	['gradient', 'gradeint', true],
	['queue', 'queu', true],
	['lock', 'locks', true],
	['lock', 'block', false],
	['read', 'load', false],
	['ipv4', 'ipv6', false],
	['log', 'lot', false],
	['positiv', 'positve1', false]
])('%s and %s: one slip of the keyboard is %s', (a, b, slip) => {
	expect(isOneSlipAway(a, b)).toBe(slip);
});
