import { beforeEach, expect, test, vi } from 'vitest';
import { Grader } from '$lib/state/grader.svelte';
import { Practice } from '$lib/state/practice.svelte';
import type { Measurement } from '$lib/embedder/embedder';
import { byWords, createTestDeps, createWordEmbedder } from '../../support/api-fixture';
import { createTestPage, type TestPage } from '../../support/page-fixture';

let page: TestPage;
let practice: Practice;
let measurement: Measurement | null;

beforeEach(() => {
	vi.stubGlobal('window', globalThis);
	measurement = null;
	const embedder = createWordEmbedder((rubric, answer) => measurement ?? byWords(rubric, answer));
	page = createTestPage(createTestDeps({ embedder }));
	practice = new Practice(page.surroundings, new Grader(page.surroundings));
});

/** Practises with poor answers until an activity stands in for a question. */
async function untilOffered(): Promise<void> {
	for (let session = 0; session < 8; session++) {
		practice.open(await page.startSession());
		await vi.waitFor(() => expect(practice.phase).toBe('answering'));
		while (practice.activity.question === null) {
			practice.composer.text = 'It makes the thing faster, I believe.';
			await practice.submit();
			if (await practice.next()) break;
		}
		if (practice.activity.question !== null) {
			await vi.waitFor(() => expect(practice.activity.phase).toBe('doing'));
			return;
		}
	}
	throw new Error('no activity was offered');
}

test('an activity is opened, done once though its reply was lost, and gone on from', async () => {
	await untilOffered();
	const question = practice.question;
	const gaps = practice.activity.content?.kind === 'gap_fill' ? practice.activity.content.gaps : 0;
	const given = Array.from({ length: gaps }, (_, gap) => (gap === 0 ? 'lock' : ''));
	practice.composer.text = given.join('\n');
	page.lose = { method: 'POST', end: '/activity' };
	await practice.activity.fill(given);
	expect(practice.activity.failure).not.toBeNull();
	expect(practice.activity.phase).toBe('doing');
	expect(practice.composer.text).toBe(given.join('\n'));

	await practice.activity.fill(given);
	expect(practice.activity.failure).toBeNull();
	expect(practice.activity.result).toMatchObject({ kind: 'gap_fill' });
	expect(practice.phase).toBe('result');

	const isOver = await practice.next();
	expect(practice.activity.result).toBeNull();
	expect(practice.activity.phase).toBe('closed');
	if (!isOver) expect(practice.question?.id).not.toBe(question?.id);
});

test('the plain question instead is the same question, with an empty composer', async () => {
	await untilOffered();
	const id = practice.question?.id;
	practice.composer.text = 'lock\n\n';
	await practice.activity.decline();

	expect(practice.phase).toBe('answering');
	expect(practice.question).toMatchObject({ id, activity: null });
	expect(practice.composer.text).toBe('');
	expect(practice.activity.phase).toBe('closed');
	practice.composer.text = 'It makes the thing faster, I believe.';
	await practice.submit();
	expect(practice.result?.question.id).toBe(id);
});

test('coming back to the page does not take the result away', async () => {
	await untilOffered();
	const gaps = practice.activity.content?.kind === 'gap_fill' ? practice.activity.content.gaps : 0;
	await practice.activity.fill(Array.from({ length: gaps }, () => 'lock'));
	const shown = practice.activity.result;
	page.comeBack();
	await new Promise((resolve) => setTimeout(resolve, 20));
	expect(practice.activity.result).toBe(shown);
});
