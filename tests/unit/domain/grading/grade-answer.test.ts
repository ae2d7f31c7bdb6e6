import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { gradeAnswer } from '$lib/domain/grading/grade-answer';
import { gradeByKeywords } from '$lib/domain/grading/grade-by-keywords';
import type {
	Evidence,
	ExpectedEvidence,
	TextEvidence,
	WordingEvidence
} from '$lib/domain/grading/types';
import type { Rubric } from '$lib/domain/types';

const text = (cosine: number, ...words: (number | 'same')[]): TextEvidence => ({
	cosine,
	novel_cosine: cosine,
	words: words.map((match) => ({
		word: 'word',
		cosine: match === 'same' ? 0 : match,
		same: match === 'same',
		span: [0, 4]
	}))
});
const wording = (sentence: number, ...words: (number | 'same')[]): WordingEvidence => ({
	...text(sentence, ...words),
	sentence_cosine: sentence,
	sentence: [0, 10]
});
const expected = (cosine: number, ...cosines: number[]): ExpectedEvidence => ({
	...text(cosine),
	terms: cosines.map((found) => ({
		term: 'word',
		weight: 1 / cosines.length,
		cosine: found,
		span: [0, 4]
	})),
	novel_terms: cosines.length,
	content_cosine: cosine,
	novel_content_cosine: cosine
});
const plain: Rubric = {
	prompt: 'Why?',
	expected: ['Because.'],
	points: [],
	keywords: [],
	misconceptions: []
};
const evidence = (parts: Partial<Evidence>): Evidence => ({
	model: 'afdb6f1a',
	expected: [expected(0)],
	points: [],
	misconceptions: [],
	windows: 1,
	...parts
});
const point = (id: string, weight = 1) => ({
	id,
	concept: 'locks',
	weight,
	wordings: ['One way.', 'Another way.'],
	keywords: [{ term: id, aliases: [] }],
	why: `why ${id}`
});

describe('a question without points', () => {
	test('score is 0.6 · semantic + 0.4 · keyword coverage', () => {
		const grade = gradeAnswer(evidence({ expected: [expected(0.8, 0.9, 1, 0.5)] }), plain, 'x');

		expect(grade.score).toBeCloseTo(
			0.6 * (grade.semantic_similarity ?? 0) + 0.4 * grade.keyword_coverage,
			12
		);
		expect(grade.cosine).toBe(0.8);
		expect(grade.state).toBe('final');
	});

	test('listed keywords are counted as found out of expected', () => {
		const keywords = ['lock', 'queue', 'thread', 'heap'].map((term) => ({ term, aliases: [] }));

		const grade = gradeAnswer(
			evidence({ expected: [expected(0.2, 0.4)] }),
			{ ...plain, keywords },
			'A thread takes a lock.'
		);

		expect(grade.keyword_coverage).toBe(0.5);
	});

	test('the best of several expected answers counts', () => {
		const grade = gradeAnswer(
			evidence({ expected: [expected(0.1, 0), expected(0.9, 1)] }),
			plain,
			'x'
		);

		expect(grade.alignment).toBe(1);
		expect(grade.cosine).toBe(0.9);
	});

	test('a negative cosine shows as 0', () => {
		expect(gradeAnswer(evidence({ expected: [expected(-0.2, 0)] }), plain, 'x').cosine).toBe(0);
	});
});

describe('a question with points', () => {
	const rubric = (...points: ReturnType<typeof point>[]): Rubric => ({
		...plain,
		points,
		keywords: points.flatMap(({ keywords }) => keywords)
	});

	test('coverage has a floor, is stretched, and the best wording decides', () => {
		// (.525 − .3) / .45 = .5; .5 / .7 · .9 = .642857…
		const grade = gradeAnswer(
			evidence({ points: [[wording(0, 0.3), wording(0, 0.525)]] }),
			rubric(point('p1')),
			'x'
		);

		expect(grade.points[0]?.coverage).toBeCloseTo(0.6428571428571429, 12);
		expect(grade.points[0]?.state).toBe('partial');
	});

	test('alignment is the weighted mean of the points, whose weights sum to 1', () => {
		const grade = gradeAnswer(
			evidence({ points: [[wording(0, 'same')], [wording(0, 0.1)]] }),
			rubric(point('p1', 3), point('p2', 1)),
			'p1 takes locks'
		);

		expect(grade.points.map(({ weight }) => weight)).toEqual([0.75, 0.25]);
		expect(grade.points.map(({ state }) => state)).toEqual(['covered', 'missing']);
		expect(grade.alignment).toBe(0.75);
		expect(grade.keyword_coverage).toBe(0.5);
	});

	test('a misconception nearer than its point takes the point away and says what was mixed up', () => {
		const grade = gradeAnswer(
			evidence({ points: [[wording(0.5, 'same')]], misconceptions: [[wording(0.8, 'same')]] }),
			{
				...rubric(point('p1')),
				misconceptions: [{ id: 'm1', confuses: 'p1', wordings: ['Wrong.'], why: 'It is not so.' }]
			},
			'p1'
		);

		expect(grade.points[0]).toMatchObject({
			state: 'contradicted',
			coverage: 0,
			mixed_up: 'It is not so.'
		});
	});
});

test('every figure stays between 0 and 1, whatever the evidence', () => {
	const cosine = fc.double({ min: -1, max: 1, noNaN: true });
	const match = fc.oneof(cosine, fc.constant('same' as const));
	const anyText = fc
		.tuple(cosine, fc.array(match, { maxLength: 5 }))
		.map(([c, words]) => wording(c, ...words));
	const anyExpected = fc
		.tuple(cosine, fc.array(cosine, { maxLength: 12 }))
		.map(([c, words]) => expected(c, ...words));

	fc.assert(
		fc.property(
			fc.array(anyExpected, { minLength: 1, maxLength: 3 }),
			fc.array(anyText),
			(one, two) => {
				const grade = gradeAnswer(
					evidence({ expected: one, points: two.map((entry) => [entry]) }),
					{ ...plain, points: two.map((_, index) => point(`p${String(index)}`)) },
					'some words'
				);
				for (const figure of [
					grade.score,
					grade.score_low,
					grade.score_high,
					grade.semantic_similarity,
					grade.keyword_coverage,
					grade.alignment,
					grade.cosine
				]) {
					expect(figure).toBeGreaterThanOrEqual(0);
					expect(figure).toBeLessThanOrEqual(1);
				}
				expect(grade.score_low).toBeLessThanOrEqual(grade.score);
				expect(grade.score_high).toBeGreaterThanOrEqual(grade.score);
			}
		)
	);
});

test('without the model a grade is provisional and says nothing of meaning', () => {
	const grade = gradeByKeywords(
		{
			...plain,
			points: [point('lock'), point('queue')],
			keywords: [
				{ term: 'lock', aliases: [] },
				{ term: 'queue', aliases: [] }
			]
		},
		'A lock is taken.'
	);

	expect(grade).toMatchObject({
		state: 'provisional',
		score: 0.5,
		semantic_similarity: null,
		cosine: null,
		model: null
	});
	expect(grade.points.map(({ state }) => state)).toEqual(['covered', 'missing']);
});
