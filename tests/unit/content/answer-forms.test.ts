import { beforeAll, expect, test } from 'vitest';
import { gradeAnswer } from '$lib/domain/grading/grade-answer';
import type { Embedder } from '$lib/embedder/embedder';
import { readRubricSet } from '../../bench/rubric-set';
import { ANSWER_FORMS } from '../../support/answer-forms';
import { createNodeEmbedder } from '../../support/node-embedder';
import { describeWithModel } from '../../support/real-model';

const items = await readRubricSet('tests/fixtures/rubric-set');

describeWithModel('a full answer to every question, in another form', () => {
	let embedder: Embedder;

	beforeAll(async () => {
		embedder = await createNodeEmbedder();
	});

	test.each(items.map((item) => [item.id, item] as const))(
		'%s: a list, numbered or not, or one long line scores within .05 of the prose',
		async (_id, { rubric, answers }) => {
			const score = async (answer: string): Promise<number> => {
				const measured = await embedder.measure(rubric, answer);
				if (measured.kind !== 'evidence') throw new Error('the answer was not measured');
				return gradeAnswer(measured.evidence, rubric, answer).score;
			};
			const prose = await score(answers.full);

			for (const form of ['list', 'numbered', 'bare_items', 'one_line'] as const) {
				const inForm = await score(ANSWER_FORMS[form](answers.full));
				expect(Math.abs(inForm - prose), form).toBeLessThanOrEqual(0.05);
			}
		},
		20_000
	);
});
