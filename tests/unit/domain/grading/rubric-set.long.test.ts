import { expect, test } from 'vitest';
import { gradeAnswer } from '$lib/domain/grading/grade-answer';
import type { Rubric } from '$lib/domain/types';
import { measureRubricSet } from '../../../bench/rubric-set';
import { readPackQuestions } from '../../../support/guard-sets';
import { createNodeEmbedder } from '../../../support/node-embedder';
import { describeWithModel } from '../../../support/real-model';

describeWithModel('our own answers to the packs’ questions', () => {
	test('each kind of answer scores what it should, and wrong ones below right ones', async () => {
		const { grade } = await createGrader();
		const { mean, auc, falsely_contradicted } = await measureRubricSet(
			'tests/fixtures/rubric-set',
			grade
		);

		expect(mean.full).toBeGreaterThanOrEqual(0.78);
		expect(mean.terse).toBeGreaterThanOrEqual(0.78);
		expect(mean.half).toBeGreaterThanOrEqual(0.4);
		expect(mean.half).toBeLessThanOrEqual(0.7);
		expect(mean.wrong).toBeLessThanOrEqual(0.45);
		expect(auc).toBeGreaterThanOrEqual(0.92);
		expect(mean.restated).toBeLessThanOrEqual(0.2);
		expect(mean.other).toBeLessThanOrEqual(0.2);
		expect(mean.list).toBeLessThanOrEqual(0.35);
		expect(falsely_contradicted).toBeLessThanOrEqual(0.02);
	}, 300_000);

	test('so do answers by authors who knew nothing of how they are graded', async () => {
		const { grade } = await createGrader();
		const { mean, auc, auc_short, falsely_contradicted } = await measureRubricSet(
			'tests/fixtures/rubric-set-blind',
			grade
		);

		expect(mean.full).toBeGreaterThanOrEqual(0.88);
		expect(mean.terse).toBeGreaterThanOrEqual(0.93);
		expect(mean.half).toBeLessThanOrEqual(0.7);
		expect(mean.wrong).toBeLessThanOrEqual(0.45);
		expect(mean.wrong_short).toBeLessThanOrEqual(0.42);
		expect(auc).toBeGreaterThanOrEqual(0.95);
		expect(auc_short).toBeGreaterThanOrEqual(0.97);
		expect(falsely_contradicted).toBeLessThanOrEqual(0.02);
	}, 300_000);

	test('at most two in a hundred model answers and paraphrases are taken for wrong ones', async () => {
		const { grade } = await createGrader();
		let answers = 0;
		let taken = 0;
		for (const { rubric, tests } of await readPackQuestions())
			for (const answer of [...rubric.expected, tests.paraphrase]) {
				const { flags } = await grade(rubric, answer);
				answers++;
				if (flags.some(({ code }) => code === 'leans_wrong')) taken++;
			}

		expect(taken / answers).toBeLessThanOrEqual(0.02);
	}, 300_000);
});

async function createGrader() {
	const embedder = await createNodeEmbedder();
	return {
		grade: async (rubric: Rubric, answer: string) => {
			const measured = await embedder.measure(rubric, answer);
			if (measured.kind !== 'evidence') throw new Error('not measured');
			return gradeAnswer(measured.evidence, rubric, answer);
		}
	};
}
