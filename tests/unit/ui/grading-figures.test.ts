import { describe, expect, test } from 'vitest';
import { FIGURES } from '$lib/ui/grading/figures';
import { twoDecimals } from '$lib/domain/rounding';
import { percent } from '$lib/ui/grading/numbers';
import { SELF_TEST_CASES } from '$lib/ui/grading/self-test-cases';
import { setName } from '$lib/ui/grading/set-name';
import { weakSpots } from '$lib/ui/grading/weak-spots';
import { readPacks } from '../../support/api-fixture';

const isRatio = (value: number) => value >= 0 && value <= 1;
const isCorrelation = (value: number) => value >= -1 && value <= 1;

describe('the figures of the grading page', () => {
	test('name the day and the grader', () => {
		expect(FIGURES.date).toMatch(/^\d{4}-\d{2}-\d{2}$/);
		expect(FIGURES.grader).toMatch(/^\d+$/);
	});

	test('are correlations and shares of sets that have a name', () => {
		expect(FIGURES.sets.length).toBeGreaterThan(0);
		for (const { id, answers, questions, measures, human, band } of FIGURES.sets) {
			expect(setName(id).name).not.toBe(id);
			expect(answers).toBeGreaterThan(questions);
			for (const { r, r_q, unjust_fails, unjust_passes } of Object.values(measures)) {
				expect([r, r_q].every(isCorrelation)).toBe(true);
				expect([unjust_fails, unjust_passes].every(isRatio)).toBe(true);
			}
			for (const value of Object.values(human ?? {})) expect(isCorrelation(value)).toBe(true);
			for (const value of Object.values(band ?? {})) expect(isRatio(value)).toBe(true);
		}
		for (const value of Object.values(FIGURES.kinds?.mean ?? {})) expect(isRatio(value)).toBe(true);
	});
});

test('numbers are written as on the other screens, half up', () => {
	expect(twoDecimals(0.505)).toBe('0.51');
	expect(twoDecimals(1)).toBe('1.00');
	expect(percent(0.185)).toBe('19 %');
	expect(percent(0)).toBe('0 %');
});

test('weak spots name the set that comes off worst', () => {
	const measure = { r: 0.5, r_q: 0.5, unjust_fails: 0.02, unjust_passes: 0.02 };
	const set = (id: string, unjust_fails: number, unjust_passes: number) => ({
		id,
		answers: 10,
		questions: 2,
		measures: {
			cosine: measure,
			semantic: measure,
			score: { ...measure, unjust_fails, unjust_passes }
		},
		human: null,
		band: null
	});
	const spots = weakSpots({
		date: '2026-01-02',
		grader: '1',
		sets: [set('saf', 0.1, 0.3), set('beetle', 0.25, 0.2)],
		opposites: { items: 120, opposites_pass: 0.4, paraphrases_pass: 0.7 },
		kinds: { questions: 60, mean: { full: 0.82, wrong: 0.4 } }
	});

	expect(spots[0]).toContain('0.40');
	expect(spots[1]).toContain('Of 120 statements');
	expect(spots[1]).toContain('40 %');
	expect(spots[3]).toContain('“Electricity”, 25 %');
	expect(spots[4]).toContain('“Computer networks”, 30 %');
});

describe('the texts of the self-test', () => {
	const questions = readPacks().flatMap((pack) => pack.questions);

	test('answer a question of the packs, and copy none of its answers', () => {
		for (const { question_id, answer } of SELF_TEST_CASES) {
			const question = questions.find(({ id }) => id === question_id);
			expect(question).toBeDefined();
			expect(question?.expected).not.toContain(answer);
		}
	});

	test('have names of their own, and a range each', () => {
		expect(new Set(SELF_TEST_CASES.map(({ id }) => id)).size).toBe(SELF_TEST_CASES.length);
		for (const { least, most } of SELF_TEST_CASES) expect(least).toBeLessThan(most);
	});
});
