import { describe, expect, test } from 'vitest';
import { correctGrade } from '$lib/domain/grading/correct-grade';
import type { Grade } from '$lib/domain/grading/types';
import type { Point } from '$lib/domain/types';

const point = (id: string, weight: number, term: string): Point => ({
	id,
	concept: id,
	weight,
	wordings: [term],
	keywords: [{ term, aliases: [] }],
	why: 'It matters.'
});
const rubric = { points: [point('p1', 0.6, 'mutex'), point('p2', 0.4, 'semaphore')] };

const measured: Grade = {
	score: 0.6 * 0.6 + 0.4 * 0.5,
	score_low: 0.4,
	score_high: 0.8,
	semantic_similarity: 0.6,
	keyword_coverage: 0.5,
	cosine: 0.5,
	novel_cosine: 0,
	alignment: 0.6,
	raw: { semantic_similarity: 0.6, keyword_coverage: 0.5 },
	correct: false,
	band: 'partial',
	state: 'final',
	points: [
		{
			id: 'p1',
			concept: 'p1',
			state: 'covered',
			coverage: 1,
			weight: 0.6,
			why: '',
			spans: [[0, 5]]
		},
		{ id: 'p2', concept: 'p2', state: 'missing', coverage: 0, weight: 0.4, why: '', spans: [] }
	],
	keywords: [
		{ term: 'mutex', found: true, span: [0, 5] },
		{ term: 'semaphore', found: false, span: null }
	],
	flags: [],
	grader: '1',
	model: 'words'
};

describe('a grade with the person’s own word', () => {
	test('without a claim, and with one on a point that is none, is as measured', () => {
		expect(correctGrade(measured, rubric, [])).toBe(measured);
		expect(correctGrade(measured, rubric, [{ point: 'p9', said: true }])).toBe(measured);
	});

	test('a claimed point counts in full, with its key terms; raw stays', () => {
		const grade = correctGrade(measured, rubric, [{ point: 'p2', said: true }]);
		expect(grade).toMatchObject({
			score: 1,
			semantic_similarity: 1,
			keyword_coverage: 1,
			correct: true,
			raw: measured.raw
		});
	});

	test('a rejected point counts nothing, nor its key terms, and its words light up no more', () => {
		const grade = correctGrade(measured, rubric, [{ point: 'p1', said: false }]);
		expect(grade).toMatchObject({ score: 0, semantic_similarity: 0, keyword_coverage: 0 });
		expect(grade.points[0]).toMatchObject({ state: 'missing', spans: [] });
	});

	test('a guard’s cap holds: both parts shrink alike until the score is at it', () => {
		const flags = [{ code: 'keyword_list', cap: 0.35, message: 'A list.' }];
		const grade = correctGrade({ ...measured, flags }, rubric, [{ point: 'p2', said: true }]);
		expect(grade.score).toBeCloseTo(0.35, 10);
		expect(grade.semantic_similarity).toBeCloseTo(0.35, 10);
		expect(grade.keyword_coverage).toBeCloseTo(0.35, 10);
		expect(grade.score_high).toBeCloseTo(0.35, 10);
	});

	test('a cap for having said nothing of the question does not stand against a claim', () => {
		const flags = [{ code: 'off_topic', cap: 0.2, message: 'Off topic.' }];
		const grade = correctGrade({ ...measured, flags }, rubric, [{ point: 'p2', said: true }]);
		expect(grade).toMatchObject({ score: 1, flags: [] });
	});

	test('a provisional grade stays one by keywords alone', () => {
		const provisional: Grade = {
			...measured,
			state: 'provisional',
			semantic_similarity: null,
			novel_cosine: null,
			score: 0.5
		};
		const grade = correctGrade(provisional, rubric, [{ point: 'p2', said: true }]);
		expect(grade).toMatchObject({ score: 1, semantic_similarity: null, keyword_coverage: 1 });
	});

	test('a cap holds for a provisional grade as for a final one', () => {
		const flags = [{ code: 'keyword_list', cap: 0.35, message: 'A list.' }];
		const provisional: Grade = {
			...measured,
			state: 'provisional',
			semantic_similarity: null,
			novel_cosine: null,
			alignment: null,
			score: 0.35,
			flags
		};
		const grade = correctGrade(provisional, rubric, [{ point: 'p2', said: true }]);
		expect(grade).toMatchObject({ score: 0.35, score_high: 0.35, semantic_similarity: null });
	});
});
