import { beforeAll, expect, test } from 'vitest';
import { readContentFiles } from '../../../scripts/read-content';
import { gradeAnswer } from '$lib/domain/grading/grade-answer';
import type { Embedder } from '$lib/embedder/embedder';
import type { TestAnswers } from '$lib/packs/pack-schema';
import { createNodeEmbedder } from '../../support/node-embedder';
import { describeWithModel } from '../../support/real-model';

const questions = await readContentFiles();

describeWithModel('the authors’ own answers to every question', () => {
	let embedder: Embedder;

	beforeAll(async () => {
		embedder = await createNodeEmbedder();
	});

	test.each(questions.map((question) => [question.front.id, question] as const))(
		'%s: nothing against the model answers, full at least .7, half .3 to .75, wrong below full',
		async (_id, { front, prompt }) => {
			const rubric = {
				prompt,
				expected: front.expected,
				points: front.points,
				misconceptions: front.misconceptions,
				counterexamples: [front.tests.wrong, front.tests.opposite],
				keywords: front.points.flatMap((point) => point.keywords)
			};
			const score = async (kind: keyof TestAnswers): Promise<number> => {
				const measured = await embedder.measure(rubric, front.tests[kind]);
				if (measured.kind !== 'evidence') throw new Error(`${kind} was not measured`);
				return gradeAnswer(measured.evidence, rubric, front.tests[kind]).score;
			};

			for (const expected of front.expected) {
				const measured = await embedder.measure(rubric, expected);
				if (measured.kind !== 'evidence') throw new Error('an expected answer was not measured');
				const { points, flags } = gradeAnswer(measured.evidence, rubric, expected);
				// The model answer itself: whatever reads a mistake into it is unfair to everybody.
				expect(points.filter(({ state }) => state === 'contradicted')).toEqual([]);
				expect(flags).toEqual([]);
			}

			const full = await score('paraphrase');
			const half = await score('half');

			expect(full).toBeGreaterThanOrEqual(0.7);
			expect(half).toBeGreaterThanOrEqual(0.3);
			expect(half).toBeLessThanOrEqual(0.75);
			expect(await score('wrong')).toBeLessThan(full);
		},
		20_000
	);
});

test('four topics of fifteen questions, five of each difficulty, at least six concepts each', () => {
	const topics = new Map<string, typeof questions>();
	for (const question of questions)
		topics.set(question.front.topic, [...(topics.get(question.front.topic) ?? []), question]);

	expect([...topics.keys()].sort()).toEqual([
		'databases',
		'networks',
		'operating_systems',
		'python'
	]);
	for (const list of topics.values()) {
		expect(list).toHaveLength(15);
		for (const level of ['easy', 'medium', 'hard'])
			expect(list.filter(({ front }) => front.difficulty === level)).toHaveLength(5);
		expect(new Set(list.flatMap(({ front }) => front.concepts)).size).toBeGreaterThanOrEqual(6);
	}
});
