import { describe, expect, test } from 'vitest';
import { figuresOf } from '../../../scripts/bench-figures';

const ORIGIN = { date: '2026-11-25', grader: '7' };
const measure = { r: 0.12345, r_q: 0.5, rmse: 0.3, unjust_fails: 0.1, unjust_passes: 0, more: 'x' };
const graded = {
	file: 'mohler-dev.jsonl.gz',
	rows: 1186,
	questions: 42,
	cosine: measure,
	alignment: measure,
	semantic: measure,
	score: measure,
	answers: [{ text: 'what a student wrote' }]
};
const lines = (...runs: readonly object[]) => runs.map((run) => JSON.stringify(run)).join('\n');

describe('the figures that the bench gives the page', () => {
	test('are rounded, with the people’s agreement beside them, and nothing that is not known', () => {
		const figures = figuresOf(lines(graded), ORIGIN);

		expect(figures.sets).toEqual([
			{
				id: 'mohler-dev',
				answers: 1186,
				questions: 42,
				measures: {
					cosine: { r: 0.123, r_q: 0.5, unjust_fails: 0.1, unjust_passes: 0 },
					semantic: { r: 0.123, r_q: 0.5, unjust_fails: 0.1, unjust_passes: 0 },
					score: { r: 0.123, r_q: 0.5, unjust_fails: 0.1, unjust_passes: 0 }
				},
				human: { r: 0.582, r_q: 0.663 },
				band: null
			}
		]);
		expect(figures).toMatchObject({ ...ORIGIN, opposites: null, kinds: null });
		expect(JSON.stringify(figures)).not.toContain('student');
	});

	test('take in opposites, kinds of answers and the band where they were measured', () => {
		const figures = figuresOf(
			lines(
				{
					...graded,
					file: 'saf.jsonl.gz',
					errors: { band_holds: 0.81239, band_width: 0.44, by_human: {} }
				},
				{ file: 'dev.tsv', rows: 120, opposites_pass: 0.1, paraphrases_pass: 0.7, innocent: 0 },
				{ file: 'rubric-set', questions: 60, mean: { full: 0.99, list: 0.9 }, auc: 0.9 },
				{ file: 'rubric-set-blind', questions: 60, mean: { full: 0.81, list: 0.3 }, auc: 0.9 }
			),
			ORIGIN
		);

		expect(figures.sets[0]).toMatchObject({
			human: null,
			band: { inside: 0.812, width: 0.44 }
		});
		expect(figures.opposites).toEqual({ items: 120, opposites_pass: 0.1, paraphrases_pass: 0.7 });
		expect(figures.kinds).toEqual({ questions: 60, mean: { full: 0.81, list: 0.3 } });
	});

	test('are refused where a figure is missing, nothing was measured, or the day is none', () => {
		expect(() => figuresOf(lines({ ...graded, score: {} }), ORIGIN)).toThrow('"r" is not a number');
		expect(() => figuresOf('{"measured":false}', ORIGIN)).toThrow('measured no set');
		expect(() => figuresOf(lines(graded), { ...ORIGIN, date: 'today' })).toThrow('not a date');
	});
});
