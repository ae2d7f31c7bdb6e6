import { beforeEach, expect, test } from 'vitest';
import type { Embedder } from '$lib/embedder/embedder';
import { Grader } from '$lib/state/grader.svelte';
import { Regrade } from '$lib/state/regrade.svelte';
import { byWords, createTestDeps, createWordEmbedder } from '../../support/api-fixture';
import { createTestPage, type TestPage } from '../../support/page-fixture';

const ANSWERS = 7;
/** The model that measures; the newer one finds the full answer in every text. */
let model: 'words' | 'newer';
/** Told of every answer that is measured. */
let measuredOne: () => void;
let page: TestPage;
let regrade: Regrade;

beforeEach(async () => {
	model = 'words';
	measuredOne = () => undefined;
	const words = createWordEmbedder((rubric, answer) => {
		measuredOne();
		const measured = byWords(rubric, model === 'words' ? answer : (rubric.expected[0] ?? ''));
		return measured.kind === 'evidence'
			? { ...measured, evidence: { ...measured.evidence, model } }
			: measured;
	});
	const embedder: Embedder = {
		...words,
		state: () => Promise.resolve({ state: 'ready', model, threads: 1 })
	};
	page = createTestPage(createTestDeps({ embedder }));
	await practise();
	regrade = new Regrade(page.surroundings, new Grader(page.surroundings));
});

async function practise(): Promise<void> {
	const made = await page.api.call('POST /api/sessions', {
		body: { session_type: 'technical', topic: 'databases', question_count: ANSWERS }
	});
	if (!made.ok) throw new Error(made.problem.detail);
	const { session, question } = made.body;
	let next: string | null = question.id;
	while (next !== null) next = await answer(String(session.id), next);
}

/** @returns the next question's id */
async function answer(sessionId: string, question_id: string): Promise<string | null> {
	const given = await page.api.call('POST /api/sessions/:id/answers', {
		params: { id: sessionId },
		body: { question_id, answer: 'It has to do with tables and rows.', response_time: 5 }
	});
	if (!given.ok) throw new Error(given.problem.detail);
	return given.body.next_question?.id ?? null;
}

const batches = () => page.sent.filter((request) => request.endsWith('/regrade/measure')).length;
const mastery = async () => {
	const reply = await page.api.call('GET /api/adaptive/mastery/:topic', {
		params: { topic: 'databases' }
	});
	return reply.ok ? reply.body.mastery.mastery_level : null;
};

test('has nothing to measure while grader and model are the same', async () => {
	await regrade.refresh();

	expect(regrade.known).toMatchObject({ outdated: 0, measured: 0 });
});

test('measures in batches until nothing is left, and changes nothing yet', async () => {
	model = 'newer';
	await regrade.refresh();
	expect(regrade.known?.outdated).toBe(ANSWERS);
	const before = await mastery();
	await regrade.measure();

	expect(batches()).toBe(3);
	expect(regrade.phase).toBe('idle');
	expect(regrade.known).toMatchObject({ outdated: 0, measured: ANSWERS });
	expect(regrade.known?.changes.every((change) => change.correct_after)).toBe(true);
	expect(await mastery()).toBe(before);
});

test('goes on after a stop where it left off', async () => {
	model = 'newer';
	measuredOne = () => regrade.stop();
	await regrade.measure();
	expect(regrade.phase).toBe('idle');
	expect(batches()).toBe(1);
	expect(regrade.known).toMatchObject({ outdated: ANSWERS - 3, measured: 3 });

	measuredOne = () => undefined;
	await regrade.measure();
	expect(regrade.known).toMatchObject({ outdated: 0, measured: ANSWERS });
});

test('accepted, the new grades count, and each topic shows what that did', async () => {
	model = 'newer';
	const before = await mastery();
	await regrade.measure();
	await regrade.accept();

	expect(regrade.accepted).toMatchObject({
		accepted: ANSWERS,
		topics: [{ topic: 'databases', mastery_before: before }]
	});
	expect(regrade.accepted?.topics[0]?.mastery_after).toBe(await mastery());
	expect(regrade.known).toMatchObject({ outdated: 0, measured: 0 });
});

test('forgotten, the old grades stay, and can be measured another time', async () => {
	model = 'newer';
	await regrade.measure();
	await regrade.discard();

	expect(regrade.discarded).toBe(ANSWERS);
	expect(regrade.known).toMatchObject({ outdated: ANSWERS, measured: 0 });
});

test('a reply that was lost is said, and accepting again is safe', async () => {
	model = 'newer';
	await regrade.measure();
	page.lose = { method: 'POST', end: '/regrade/accept' };
	await regrade.accept();
	expect(regrade.failure).not.toBeNull();
	await regrade.accept();

	expect(regrade.failure).toBeNull();
	expect(regrade.accepted?.accepted).toBe(ANSWERS);
	expect(regrade.known).toMatchObject({ outdated: 0, measured: 0 });
});
