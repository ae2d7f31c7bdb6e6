import { describe, expect, test } from 'vitest';
import { followUp } from '$lib/domain/grading/follow-up';
import { capForHints } from '$lib/domain/grading/guards/hints';
import { followUpRubric, judgeFollowUp } from '$lib/domain/grading/judge-follow-up';
import type { PointGrade } from '$lib/domain/grading/types';
import type { Rubric } from '$lib/domain/types';
import { gradeOf, point, pointGrade } from './grades';

const TITLES: Readonly<Record<string, string>> = {
	transactions: 'Transactions',
	isolation: 'Concurrency control',
	http: 'HTTP caching',
	keys: 'Keys and constraints'
};
const title = (concept: string) => TITLES[concept] ?? concept;
const rubric: Rubric = {
	prompt: 'What does ACID stand for?',
	expected: ['Atomic, isolated, durable.'],
	points: [
		point('atomicity', 0.4, 'atomic', 'transactions'),
		point('isolation', 0.3, 'isolated', 'isolation'),
		point('durability', 0.3, 'durable', 'http')
	],
	keywords: [],
	misconceptions: [
		{ id: 'm1', confuses: 'isolation', wordings: ['One at a time.'], why: 'They overlap.' },
		{ id: 'm2', confuses: 'durability', wordings: ['Never deleted.'], why: 'They may be.' }
	]
};

/** A good answer with the given states in place of "covered". */
function goodAnswer(
	changes: Readonly<Record<string, Partial<PointGrade>>>,
	semantic = 0.75,
	coverage = 0.7
) {
	return gradeOf(semantic, coverage, {
		points: rubric.points.map(({ id, concept, weight }) =>
			pointGrade({ id, concept, weight, ...changes[id] })
		),
		keywords: rubric.points.map(({ id, wordings: [term = ''] }) => ({
			term,
			found: changes[id]?.state === undefined,
			span: null
		}))
	});
}
const missing = { state: 'missing', coverage: 0 } as const;

describe('the question asked back', () => {
	test('is about the one point left out, with what it is worth, and gives nothing away', () => {
		const asked = followUp(goodAnswer({ isolation: missing }), rubric, title);
		expect(asked).toEqual({
			point: 'isolation',
			prompt:
				'Good, you have explained transactions and HTTP caching. There is one more point, about concurrency control, worth 0.27. What would you add?'
		});
		expect(asked?.prompt).not.toMatch(/isolated|matters/u);
	});

	test('is about the most valuable of several', () => {
		const asked = followUp(
			goodAnswer(
				{
					atomicity: { weight: 0.6 },
					isolation: { ...missing, weight: 0.15 },
					durability: { ...missing, weight: 0.25 }
				},
				0.72
			),
			rubric,
			title
		);
		expect(asked?.point).toBe('durability');
		expect(asked?.prompt).toContain(
			'Of 2 points still open, the most valuable one, about HTTP caching, is worth'
		);
	});

	test('knows a point that was half there, and one of a concept already praised', () => {
		const asked = followUp(
			{
				...goodAnswer({ isolation: { state: 'partial', coverage: 0.5 } }),
				points: [
					pointGrade({ id: 'atomicity', concept: 'isolation', weight: 0.7 }),
					pointGrade({
						id: 'isolation',
						concept: 'isolation',
						weight: 0.3,
						state: 'partial',
						coverage: 0.5
					})
				]
			},
			rubric,
			title
		);
		expect(asked?.prompt).toMatch(
			/^Good so far\. You have touched on one more point, about concurrency control; in full it is worth/u
		);
	});

	test('leaves the concept unnamed where its title is the answer, unless the question says it', () => {
		const named = (prompt: string) =>
			followUp(goodAnswer({ isolation: missing }), { ...rubric, prompt }, () => 'Isolated runs')
				?.prompt;
		expect(named('What does ACID stand for?')).toContain('There is one more point, worth 0.27.');
		expect(named('What is an isolated transaction?')).toContain('about isolated runs');
	});

	test.each([
		['everything is covered', goodAnswer({}, 1, 1)],
		['the answer is not good', goodAnswer({ isolation: missing }, 0.6, 0.6)],
		[
			'the only gap is a contradiction',
			goodAnswer({ isolation: { state: 'contradicted', coverage: 0 } })
		],
		[
			'the point is worth next to nothing',
			goodAnswer({ isolation: { ...missing, weight: 0.01 } }, 0.98, 0.98)
		],
		[
			'the cap of its hints leaves nothing to gain',
			capForHints(goodAnswer({ isolation: missing }), 3)
		],
		[
			'the grade is by keywords alone',
			gradeOf(null, 0.9, { points: [pointGrade({ id: 'isolation', ...missing })] })
		]
	])('is not asked where %s', (_, grade) => {
		expect(followUp(grade, rubric, title)).toBeNull();
	});
});

describe('what is said to it', () => {
	test('is measured against that point alone', () => {
		const { points, expected, keywords, misconceptions, prompt } =
			followUpRubric(rubric, 'isolation', 'One. Two.') ?? rubric;
		expect(points).toEqual([rubric.points[1]]);
		expect(expected).toEqual(['isolated']);
		expect(keywords).toEqual([{ term: 'isolated', aliases: [] }]);
		expect(misconceptions.map(({ id }) => id)).toEqual(['m1']);
		expect(prompt).toBe(rubric.prompt);
		expect(followUpRubric(rubric, 'p9', 'One.')).toBeUndefined();
	});

	test('says another point where it is one sentence and nearer to that one', () => {
		const confusers = followUpRubric(rubric, 'isolation', 'It is atomic.')?.misconceptions ?? [];
		expect(confusers.map(({ wordings }) => wordings)).toEqual([
			['One at a time.'],
			['atomic'],
			['durable']
		]);
		expect(confusers.every(({ confuses }) => confuses === 'isolation')).toBe(true);
	});

	const flag = (code: string, cap: number) => ({ code, cap, message: `About ${code}.` });
	const said = (changes: Partial<PointGrade>, code?: string, cap = 0.2) =>
		judgeFollowUp(
			gradeOf(
				0.9,
				0.9,
				{ points: [pointGrade({ id: 'isolation', weight: 1, ...changes })] },
				code === undefined ? [] : [flag(code, cap)]
			)
		);

	test('covers the point or not, by its coverage', () => {
		expect(said({ coverage: 0.8 })).toEqual({ covered: true, coverage: 0.8, note: null });
		expect(said({ state: 'partial', coverage: 0.5 })).toEqual({
			covered: false,
			coverage: 0.5,
			note: null
		});
	});

	test('is told what it mixes up', () => {
		expect(said({ state: 'contradicted', coverage: 0, mixed_up: 'They overlap.' })).toEqual({
			covered: false,
			coverage: 0,
			note: 'They overlap.'
		});
	});

	test('covers nothing by a trick; few words are none', () => {
		expect(said({}, 'question_restated')).toMatchObject({
			covered: false,
			note: 'These are the question’s own words, and nothing on the point.'
		});
		expect(said({}, 'keyword_list')).toMatchObject({ covered: true, note: null });
		expect(said({ state: 'contradicted' }, 'opposite')).toMatchObject({
			covered: false,
			note: 'This says the opposite of the point.'
		});
	});
});
