import { beforeEach, expect, test } from 'vitest';
import { Grader } from '$lib/state/grader.svelte';
import { Overview } from '$lib/state/overview.svelte';
import { Reviews } from '$lib/state/reviews.svelte';
import { DAY_MS } from '$lib/domain/calendar-days';
import { createTestDeps } from '../../support/api-fixture';
import { createTestPage, type TestPage } from '../../support/page-fixture';

let at: number;
let page: TestPage;
let reviews: Reviews;
let overview: Overview;

beforeEach(() => {
	at = Date.UTC(2026, 2, 3, 14, 30);
	page = createTestPage(createTestDeps({ clock: () => ({ at_ms: at, offset_minutes: 60 }) }));
	const grader = new Grader(page.surroundings);
	reviews = new Reviews(page.surroundings, grader);
	overview = new Overview(page.surroundings, grader);
});

/** Answers the first question of a session on databases, and not well. */
async function answerOne(): Promise<void> {
	const id = await page.startSession();
	const shown = await page.api.call('GET /api/sessions/:id', { params: { id } });
	if (!shown.ok || shown.body.question === null) throw new Error('no question');
	const { id: question_id } = shown.body.question;
	const body = { question_id, answer: 'Nothing of the kind.', response_time: 10, skipped: false };
	const reply = await page.api.call('POST /api/sessions/:id/answers', { params: { id }, body });
	expect(reply.ok).toBe(true);
}

test('what comes due is read when the screen opens, and again on coming back another day', async () => {
	await answerOne();
	await reviews.load();
	expect(reviews.due).toMatchObject({ due_count: 0, next_due: '2026-03-04' });

	const end = reviews.open();
	at += DAY_MS;
	page.comeBack();
	await expect.poll(() => reviews.due?.due_count).toBe(1);
	end();
});

test('a session on what is due begins in its topics', async () => {
	await answerOne();
	at += DAY_MS;
	await reviews.load();
	const id = await overview.startDue(reviews.due!.topics.map(({ topic }) => topic));

	expect(overview.failure).toBeNull();
	const session = await page.api.call('GET /api/sessions/:id', { params: { id: String(id) } });
	expect(session).toMatchObject({ ok: true, body: { session: { topic: 'databases' } } });
});

test('where it cannot be read, what was read before stays, and why is told', async () => {
	await answerOne();
	await reviews.load();
	const before = reviews.due;
	page.lose = { method: 'GET', end: '/reviews' };
	await reviews.load();
	expect(reviews.failure?.kind).toBe('not_ready');
	expect(reviews.due).toBe(before);

	await reviews.load();
	expect(reviews.failure).toBeNull();
});
