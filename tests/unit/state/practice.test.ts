import { beforeEach, describe, expect, test, vi } from 'vitest';
import { Grader } from '$lib/state/grader.svelte';
import { Practice } from '$lib/state/practice.svelte';
import { SessionSummary } from '$lib/state/session-summary.svelte';
import { createTestPage, type TestPage } from '../../support/page-fixture';

const ANSWER = 'An index is a sorted structure that finds rows without reading the whole table.';
let page: TestPage;

beforeEach(() => {
	vi.stubGlobal('window', globalThis);
	page = createTestPage();
});

async function openPractice(): Promise<Practice> {
	const practice = new Practice(page.surroundings, new Grader(page.surroundings));
	practice.open(await page.startSession());
	await vi.waitFor(() => expect(practice.phase).toBe('answering'));
	return practice;
}

describe('an answer whose reply was lost', () => {
	test('is shown after a second press, and recorded once, with the time of the first', async () => {
		const practice = await openPractice();
		practice.composer.text = ANSWER;
		page.nowMs = 30_000;
		page.lose = { method: 'POST', end: '/answers' };
		await practice.submit();
		expect(practice.phase).toBe('answering');
		expect(practice.composer.text).toBe(ANSWER);

		page.nowMs = 45_000;
		await practice.submit();
		expect(practice.failure).toBeNull();
		expect(practice.phase).toBe('result');
		expect(practice.result?.answer).toMatchObject({ text: ANSWER, response_time: 30 });
		const dashboard = await page.api.call('GET /api/dashboard_data');
		expect(dashboard).toMatchObject({ body: { stats: { questions_attempted: 1 } } });
	});

	test('of a skipped question, too', async () => {
		const practice = await openPractice();
		page.nowMs = 5_000;
		page.lose = { method: 'POST', end: '/answers' };
		await practice.skip();
		page.nowMs = 9_000;
		await practice.skip();

		expect(practice.failure).toBeNull();
		expect(practice.result?.answer.state).toBe('skipped');
	});
});

test('a blank answer that was refused can be skipped', async () => {
	const practice = await openPractice();
	await practice.submit();
	expect(practice.failure).not.toBeNull();
	await practice.skip();

	expect(practice.result?.answer.state).toBe('skipped');
});

describe('a summary', () => {
	test('stays on the screen when reading it again fails, and forgets a failure that passed', async () => {
		const summary = new SessionSummary(page.surroundings, new Grader(page.surroundings));
		const id = await page.startSession();
		page.lose = { method: 'GET', end: `/sessions/${id}` };
		summary.open(id);
		await vi.waitFor(() => expect(summary.failure).not.toBeNull());
		page.comeBack();
		await vi.waitFor(() => expect(summary.detail).not.toBeNull());
		expect(summary.failure).toBeNull();

		page.lose = { method: 'GET', end: `/sessions/${id}` };
		page.comeBack();
		await vi.waitFor(() => expect(page.lose).toBeNull());
		await new Promise((resolve) => setTimeout(resolve));
		expect(summary.detail).not.toBeNull();
		expect(summary.failure).toBeNull();
	});
});
