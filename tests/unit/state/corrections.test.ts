import { beforeEach, describe, expect, test, vi } from 'vitest';
import { Grader } from '$lib/state/grader.svelte';
import { SessionSummary } from '$lib/state/session-summary.svelte';
import { readPacks } from '../../support/api-fixture';
import { createTestPage, type TestPage } from '../../support/page-fixture';

let page: TestPage;
let summary: SessionSummary;
let sessionId: string;

beforeEach(async () => {
	page = createTestPage();
	sessionId = await page.startSession();
	const session = await page.api.call('GET /api/sessions/:id', { params: { id: sessionId } });
	if (!session.ok || session.body.question === null) throw new Error('no question');
	const { id } = session.body.question;
	const question = readPacks()
		.flatMap((pack) => pack.questions)
		.find((candidate) => candidate.id === id);
	await page.api.call('POST /api/sessions/:id/answers', {
		params: { id: sessionId },
		body: { question_id: id, answer: question?.expected[0] ?? '' }
	});
	summary = new SessionSummary(page.surroundings, new Grader(page.surroundings));
	summary.open(sessionId);
	await vi.waitFor(() => expect(summary.detail).not.toBeNull());
});

/** The answer as it is on the screen. */
function shown() {
	const entry = summary.detail?.answers[0];
	if (entry === undefined) throw new Error('no answer');
	return entry;
}

function coveredPoint(): string {
	return shown().grade?.points.find((point) => point.state === 'covered')?.id ?? '';
}

const saidOf = () => shown().history.filter((version) => version.what === 'corrected');

describe('a correction', () => {
	test('is on the screen, with grade, summary and history, when it counts as done', async () => {
		const { id } = shown().answer;
		const point = coveredPoint();
		const score = shown().grade?.score ?? 0;
		const session = summary.detail?.summary.score ?? 0;
		expect(await summary.corrections.say(id, point, false)).toBe(true);

		expect(shown().grade?.score).toBeLessThan(score);
		expect(shown().overrides).toMatchObject([{ point, said: false }]);
		expect(saidOf()).toMatchObject([{ point, said: false }]);
		expect(summary.detail?.summary.score).toBeLessThan(session);
		expect(summary.corrections.last).toMatchObject({ kind: 'not_said' });

		await summary.corrections.say(id, point, null);
		expect(shown().grade?.score).toBe(score);
		expect(shown().overrides).toEqual([]);
		expect(summary.corrections.last).toMatchObject({ kind: 'unsaid' });
	});

	test('whose reply was lost is made once by pressing again', async () => {
		const { id } = shown().answer;
		const point = coveredPoint();
		page.lose = { method: 'POST', end: '/override' };
		expect(await summary.corrections.say(id, point, false)).toBe(false);
		expect(summary.corrections.failureOf(id)).not.toBeNull();
		expect(summary.corrections.busy).toBeNull();

		expect(await summary.corrections.say(id, point, false)).toBe(true);
		expect(summary.corrections.failureOf(id)).toBeNull();
		expect(saidOf()).toHaveLength(1);
	});

	test('waits for the one before', async () => {
		const { id } = shown().answer;
		const first = summary.corrections.takeBack(id);
		expect(await summary.corrections.restore(id)).toBe(false);
		expect(await first).toBe(true);

		expect(shown().answer.state).toBe('undone');
	});
});

test('an answer taken back leaves the figures, and comes back as it was', async () => {
	const { id } = shown().answer;
	const before = summary.detail?.summary;
	await summary.corrections.takeBack(id);
	expect(shown().answer.state).toBe('undone');
	expect(summary.detail?.summary).toMatchObject({ answered: 0, correct: 0, score: null });

	await summary.corrections.restore(id);
	expect(shown().answer.state).toBe('graded');
	expect(summary.detail?.summary).toEqual(before);
});

test('an edited answer is graded again, with both versions kept', async () => {
	const { answer, grade } = shown();
	expect(await summary.corrections.edit(answer.id, 'It has to do with tables.')).toBe(true);

	expect(shown().answer.text).toBe('It has to do with tables.');
	expect(shown().grade?.score).toBeLessThan(grade?.score ?? 0);
	expect(shown().history.map(({ what, text }) => [what, text])).toEqual([
		['given', answer.text],
		['graded', undefined],
		['edited', 'It has to do with tables.'],
		['graded', undefined]
	]);
});
