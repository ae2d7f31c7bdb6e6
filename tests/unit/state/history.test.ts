import { beforeEach, describe, expect, test, vi } from 'vitest';
import { AnswerSearch } from '$lib/state/answer-search.svelte';
import { Grader } from '$lib/state/grader.svelte';
import { History } from '$lib/state/history.svelte';
import { createTestPage, type TestPage } from '../../support/page-fixture';

const ALL = { type: null, topic: null };
let page: TestPage;

beforeEach(() => {
	page = createTestPage();
});

function createHistory(): History {
	return new History(page.surroundings, new Grader(page.surroundings));
}

async function startSessions(count: number): Promise<void> {
	for (let made = 0; made < count; made++) await page.startSession();
}

const numbersOf = (history: History) => history.sessions?.map((session) => session.id);

describe('history', () => {
	test('shows 20 sessions, the newest first, and the rest when asked for more', async () => {
		await startSessions(23);
		const history = createHistory();
		history.open(ALL);
		await vi.waitFor(() => expect(history.sessions).toHaveLength(20));
		expect(history.sessions?.[0]?.id).toBe(23);
		expect(history.hasMore).toBe(true);

		await history.more();
		expect(numbersOf(history)).toEqual(Array.from({ length: 23 }, (_, index) => 23 - index));
		expect(history.hasMore).toBe(false);
	});

	test('keeps as many on the screen when the person comes back', async () => {
		await startSessions(22);
		const history = createHistory();
		history.open(ALL);
		await vi.waitFor(() => expect(history.sessions).toHaveLength(20));
		await history.more();
		await page.startSession();
		page.comeBack();

		await vi.waitFor(() => expect(history.sessions?.[0]?.id).toBe(23));
		expect(history.sessions).toHaveLength(22);
		expect(history.hasMore).toBe(true);
	});

	test('passes the filter on, and never shows the sessions of an earlier one', async () => {
		await startSessions(1);
		const history = createHistory();
		const leave = history.open(ALL);
		leave();
		history.open({ type: 'mock', topic: null });

		await vi.waitFor(() => expect(history.sessions).toEqual([]));
		expect(page.sent).toContain('GET /api/history?limit=20&type=mock');
		expect(history.filter).toEqual({ type: 'mock', topic: null });
	});

	test('says what went wrong, and reads again', async () => {
		await startSessions(1);
		page.lose = { method: 'GET', end: '/history' };
		const history = createHistory();
		history.open(ALL);
		await vi.waitFor(() => expect(history.failure).not.toBeNull());
		expect(history.isLoading).toBe(false);

		await history.refresh();
		expect(history.failure).toBeNull();
		expect(history.sessions).toHaveLength(1);
	});
});

describe('a search in answers', () => {
	async function answer(words: string): Promise<void> {
		const id = await page.startSession();
		const session = await page.api.call('GET /api/sessions/:id', { params: { id } });
		if (!session.ok || session.body.question === null) throw new Error('no question');
		await page.api.call('POST /api/sessions/:id/answers', {
			params: { id },
			body: { question_id: session.body.question.id, answer: words }
		});
	}

	test('goes on with older ones, after a failure from the same place', async () => {
		for (let given = 0; given < 25; given++) await answer(`A lock number ${String(given)} waits.`);
		const search = new AnswerSearch(page.surroundings);
		search.open({ words: 'lock waits', topic: null });
		await vi.waitFor(() => expect(search.found).toHaveLength(20));
		expect(search.hasOlder).toBe(true);

		page.lose = { method: 'GET', end: '/answers' };
		await search.older();
		expect(search.failure).not.toBeNull();
		expect(search.found).toHaveLength(20);

		await search.older();
		expect(search.failure).toBeNull();
		expect(search.found).toHaveLength(25);
		expect(new Set(search.found?.map((entry) => entry.answer.id)).size).toBe(25);
		expect(search.hasOlder).toBe(false);
	});

	test('drops what arrives for a search that was given up', async () => {
		await answer('A lock makes others wait.');
		const search = new AnswerSearch(page.surroundings);
		const leave = search.open({ words: 'lock', topic: null });
		leave();
		search.open({ words: 'zeppelin', topic: null });

		await vi.waitFor(() => expect(search.found).toEqual([]));
	});
});
