import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { FollowUp } from '$lib/contract/follow-up';
import type { Measurement } from '$lib/embedder/embedder';
import { Grader } from '$lib/state/grader.svelte';
import { Practice } from '$lib/state/practice.svelte';
import {
	byWords,
	createTestDeps,
	createWordEmbedder,
	questionsById
} from '../../support/api-fixture';
import { createTestPage, type TestPage } from '../../support/page-fixture';

const questions = questionsById();
let page: TestPage;
let away: Measurement | null;

beforeEach(() => {
	vi.stubGlobal('window', globalThis);
	away = null;
	page = createTestPage(
		createTestDeps({
			embedder: createWordEmbedder((rubric, answer) => away ?? byWords(rubric, answer))
		})
	);
});

async function openPractice(session: string): Promise<Practice> {
	const practice = new Practice(page.surroundings, new Grader(page.surroundings));
	practice.open(session);
	await vi.waitFor(() => expect(practice.phase).toBe('answering'));
	return practice;
}

describe('hints', () => {
	test('are taken one by one, and stand there again when the session is opened anew', async () => {
		const session = await page.startSession();
		const { hints } = await openPractice(session);
		expect(hints).toMatchObject({ shown: [], cap: null, nextCap: 0.9 });
		await expect(hints.ask()).resolves.toBe(true);
		expect(hints).toMatchObject({ cap: 0.9, isBusy: false, failure: null });

		const again = (await openPractice(session)).hints;
		expect(again).toMatchObject({
			shown: hints.shown,
			left: hints.left,
			cap: 0.9,
			nextCap: hints.nextCap
		});
	});

	test('whose reply was lost are shown by a second press, which costs no more', async () => {
		const { hints } = await openPractice(await page.startSession());
		page.lose = { method: 'POST', end: '/hints' };
		await expect(hints.ask()).resolves.toBe(false);
		expect(hints.failure).not.toBeNull();
		await expect(hints.ask()).resolves.toBe(true);
		expect(hints).toMatchObject({ cap: 0.9, failure: null });
		expect(hints.shown).toHaveLength(1);
	});

	test('begin anew with the next question', async () => {
		const practice = await openPractice(await page.startSession());
		await practice.hints.ask();
		await practice.skip();
		await practice.next();
		expect(practice.hints).toMatchObject({ shown: [], cap: null, nextCap: 0.9 });
	});
});

test('how sure one was goes with the answer, and is asked anew for the next', async () => {
	const practice = await openPractice(await page.startSession());
	practice.composer.text = 'An index is a sorted structure.';
	practice.composer.confidence = 'unsure';
	await practice.submit();
	expect(practice.result?.answer.confidence).toBe('unsure');
	await practice.next();
	expect(practice.composer.confidence).toBeNull();
});

describe('the question asked back', () => {
	/** Answers until a point that was left out is asked back. */
	async function untilAsked(practice: Practice): Promise<FollowUp> {
		for (;;) {
			const points = questions.get(practice.question?.id ?? '')?.points ?? [];
			practice.composer.text = points
				.slice(0, -1)
				.map(({ wordings }) => wordings[0])
				.join(' ');
			await practice.submit();
			if (practice.followUp.asked !== null) return practice.followUp.asked;
			if (await practice.next()) throw new Error('nothing was asked back');
		}
	}

	test('keeps the text while the model is away, then shows what came of it', async () => {
		const practice = await openPractice(await page.startSession());
		const { followUp } = practice;
		const asked = await untilAsked(practice);
		const score = practice.result?.grade?.score;
		followUp.text = 'Something about elephants.';
		away = { kind: 'not_ready', retry_after_seconds: 2 };
		await followUp.send();
		expect(followUp.failure?.kind).toBe('not_ready');
		expect(followUp).toMatchObject({ text: 'Something about elephants.', asked });

		away = null;
		await followUp.send();
		expect(followUp).toMatchObject({ asked: null, failure: null });
		expect(followUp.given).toMatchObject({ ...asked, text: 'Something about elephants.' });
		expect(practice.result?.grade?.score).toBe(score);
	});

	test('is gone when skipped, and when the point is claimed', async () => {
		const practice = await openPractice(await page.startSession());
		const { followUp, corrections } = practice;
		const asked = await untilAsked(practice);
		const answerId = practice.result?.answer.id ?? '';
		await corrections.say(answerId, asked.point, true);
		expect(followUp).toMatchObject({ asked: null, isSkipped: false });

		followUp.show(answerId, asked);
		followUp.skip();
		expect(followUp).toMatchObject({ asked: null, isSkipped: true });
	});
});
