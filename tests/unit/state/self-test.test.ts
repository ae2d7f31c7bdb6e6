import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Grader } from '$lib/state/grader.svelte';
import { SelfTest, type SelfTestCase } from '$lib/state/self-test.svelte';
import { byWords, createTestDeps, createWordEmbedder, readPacks } from '../../support/api-fixture';
import { createTestPage, type TestPage } from '../../support/page-fixture';

const question = readPacks()[0]?.questions[0];
const FULL: SelfTestCase = {
	id: 'full',
	question_id: question?.id ?? '',
	answer: question?.expected[0] ?? '',
	least: 0.7,
	most: 1
};
const NOTHING: SelfTestCase = { ...FULL, id: 'nothing', answer: 'Bananas.', least: 0, most: 0.15 };

/** How often the model is not there yet. */
let notReady: number;
/** Told of every text that is measured. */
let graded: () => void;
let page: TestPage;
let selfTest: SelfTest;

beforeEach(() => {
	vi.useFakeTimers();
	notReady = 0;
	graded = () => undefined;
	const embedder = createWordEmbedder((rubric, answer) => {
		if (notReady-- > 0) return { kind: 'not_ready', retry_after_seconds: 2 };
		graded();
		return byWords(rubric, answer);
	});
	page = createTestPage(createTestDeps({ embedder }));
	selfTest = new SelfTest(page.surroundings, new Grader(page.surroundings));
});

afterEach(() => void vi.useRealTimers());

const asked = () => page.sent.filter((request) => request === 'POST /api/grade').length;
const verdicts = () => selfTest.results.map(({ id, passes }) => [id, passes]);

test('says of each text whether its score is what it should be', async () => {
	await selfTest.start([FULL, NOTHING, { ...FULL, id: 'too_good', least: 0, most: 0.35 }]);

	expect(selfTest.phase).toBe('done');
	expect(verdicts()).toEqual([
		['full', true],
		['nothing', true],
		['too_good', false]
	]);
});

test('a limit that must not be reached is not reached', async () => {
	await selfTest.start([FULL]);
	const score = selfTest.results[0]?.grade.score ?? 0;
	await selfTest.start([
		{ ...FULL, id: 'up_to', most: score },
		{ ...FULL, id: 'below', most: score, below: true }
	]);

	expect(verdicts()).toEqual([
		['up_to', true],
		['below', false]
	]);
});

test('waits as long as the API asks for while the model is not there', async () => {
	notReady = 2;
	const run = selfTest.start([FULL]);
	await vi.advanceTimersByTimeAsync(1999);
	expect(asked()).toBe(1);
	await vi.advanceTimersByTimeAsync(2001);
	await run;

	expect(asked()).toBe(3);
	expect(selfTest.phase).toBe('done');
	expect(verdicts()).toEqual([['full', true]]);
});

test('gives up where the model neither comes nor loads, and says why', async () => {
	notReady = Infinity;
	const run = selfTest.start([FULL]);
	await vi.advanceTimersByTimeAsync(60_000);
	await run;

	expect(selfTest.phase).toBe('failed');
	expect(selfTest.failure?.kind).toBe('not_ready');
});

test('stopped while it waits, it keeps what it has and asks no more', async () => {
	graded = () => {
		notReady = Infinity;
	};
	const run = selfTest.start([FULL, NOTHING]);
	await vi.advanceTimersByTimeAsync(3000);
	expect(selfTest.phase).toBe('running');
	selfTest.stop();
	await run;
	const before = asked();
	await vi.advanceTimersByTimeAsync(10_000);

	expect(selfTest.phase).toBe('stopped');
	expect(verdicts()).toEqual([['full', true]]);
	expect(asked()).toBe(before);
});

test('a text that cannot be graded ends the test with the reason', async () => {
	await selfTest.start([{ ...FULL, question_id: 'no-such-question' }, NOTHING]);

	expect(selfTest.phase).toBe('failed');
	expect(selfTest.failure?.detail).toContain('no-such-question');
	expect(selfTest.results).toEqual([]);
});

test('begins anew after its end', async () => {
	await selfTest.start([{ ...FULL, question_id: 'no-such-question' }]);
	await selfTest.start([FULL]);

	expect(selfTest.failure).toBeNull();
	expect(selfTest.phase).toBe('done');
});
