import { beforeAll, expect, test } from 'vitest';
import { gradeAnswer } from '$lib/domain/grading/grade-answer';
import type { Embedder } from '$lib/embedder/embedder';
import { readRubricSet } from '../../bench/rubric-set';
import { ANSWER_FORMS } from '../../support/answer-forms';
import { createNodeEmbedder } from '../../support/node-embedder';
import { describeWithModel } from '../../support/real-model';

const items = await readRubricSet('tests/fixtures/rubric-set');

const FORMS = ['list', 'numbered', 'bare_items', 'one_line', 'typographic', 'capitals'] as const;

describeWithModel('a full and a terse answer to every question, in another form', () => {
	let embedder: Embedder;

	beforeAll(async () => {
		embedder = await createNodeEmbedder();
	});

	test.each(items.map((item) => [item.id, item] as const))(
		'%s: a list, one long line, typographic marks or capitals score within .05 of the prose',
		async (_id, { rubric, answers }) => {
			const score = async (answer: string): Promise<number> => {
				const measured = await embedder.measure(rubric, answer);
				if (measured.kind !== 'evidence') throw new Error('the answer was not measured');
				return gradeAnswer(measured.evidence, rubric, answer).score;
			};
			for (const answer of [answers.full, answers.terse]) {
				const prose = await score(answer);
				for (const form of FORMS) {
					const inForm = await score(ANSWER_FORMS[form](answer));
					expect(Math.abs(inForm - prose), form).toBeLessThanOrEqual(0.05);
				}
			}
		},
		20_000
	);
});
