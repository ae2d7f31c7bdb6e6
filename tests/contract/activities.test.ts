import { describe, expect, test } from 'vitest';
import type { Measurement } from '$lib/embedder/embedder';
import { replayDerived } from '$lib/store/actions/mastery';
import {
	byWords,
	createTestDeps,
	createWordEmbedder,
	dump,
	inOwnWords,
	questionsById,
	readPacks,
	sendTo,
	signIn,
	type Send
} from '../support/api-fixture';
import { failNthOperation } from '../support/failing-store';

const DAY_MS = 24 * 60 * 60 * 1000;
const START_MS = Date.UTC(2026, 2, 3, 8, 0, 0);
const questions = questionsById();
const POOR = 'It makes the thing faster, I believe.';

/** Mastery without what fades by itself as time goes on. */
function withoutTime(body: unknown): unknown {
	return JSON.parse(
		JSON.stringify(body, (key, value: unknown) => (key === 'retrievability' ? undefined : value))
	);
}

/** A clock that moves a minute a request, and can be set to another day. */
function movingClock() {
	let atMs = START_MS;
	return {
		clock: () => ({ at_ms: (atMs += 60_000), offset_minutes: 60 }),
		toDay: (day: number) => (atMs = START_MS + day * DAY_MS)
	};
}

async function setUp(measure: (...args: Parameters<typeof byWords>) => Measurement = byWords) {
	const { clock, toDay } = movingClock();
	const deps = createTestDeps({ clock, embedder: createWordEmbedder(measure) });
	return { deps, send: await signIn(sendTo(deps)), toDay };
}

/** Plays poor answers until a question comes with an activity; session and question then. */
async function untilOffered(send: Send, topic = 'databases', sessions = 6) {
	for (let played = 0; played < sessions; played++) {
		const begun = await send('POST', 'api/sessions', {
			session_type: 'technical',
			topic,
			question_count: 15
		});
		const path = `api/sessions/${String(begun.body.session.id)}`;
		let { question } = begun.body;
		while (question !== null && question.activity === null) {
			const reply = await send('POST', `${path}/answers`, {
				question_id: question.id,
				answer: POOR
			});
			question = reply.body.next_question;
		}
		if (question !== null) return { path, question };
	}
	throw new Error('no activity was offered');
}

/** What the gaps of an activity want, found in the model answer. */
function keyOf(questionId: string, parts: (string | { gap: number; length: number })[]): string[] {
	let rest = questions.get(questionId)?.expected[0] ?? '';
	return parts.flatMap((part) => {
		const text = rest.slice(0, part.length);
		rest = rest.slice(part.length);
		return typeof part === 'string' ? [] : [text];
	});
}

const stored = async (deps: Awaited<ReturnType<typeof setUp>>['deps'], kind: string) =>
	(await deps.store.read(['events'], (tx) => tx.all('events'))).filter(
		(event) => event.kind === kind
	);

describe('a concept that does not rise', () => {
	test('is offered as a gap-fill, done, and rests until the next day', async () => {
		const { deps, send, toDay } = await setUp();
		const { path, question } = await untilOffered(send);
		const { concept } = question.activity;
		const before = await send('GET', 'api/adaptive/mastery/databases');
		const state = before.body.mastery.concept_masteries[concept];
		expect(question.activity.kind).toBe('gap_fill');
		expect(state.stagnation_count).toBeGreaterThanOrEqual(2);
		expect(question.activity.reason).toContain(
			`has not risen in ${String(state.stagnation_count)} answers (${Number(state.mastery_level).toFixed(2)})`
		);

		const first = await send('GET', `${path}/activity`);
		const { activity } = first.body;
		expect((await send('GET', `${path}/activity`)).body).toEqual(first.body);
		expect((await send('GET', path)).body.question.activity).toEqual(question.activity);
		const key = keyOf(question.id, activity.parts);
		expect(key).toHaveLength(activity.gaps);

		const given = key.map((word, index) => (index === 0 ? 'nonsense' : word));
		const done = await send('POST', `${path}/activity`, { question_id: question.id, gaps: given });
		expect(done.status).toBe(200);
		expect(done.body.result.gaps.map((gap: { right: boolean }) => gap.right)).toEqual(
			key.map((_, index) => index > 0)
		);
		expect(done.body.result.gaps[0]).toMatchObject({ given: 'nonsense', wanted: key[0] });
		expect(done.body.result.score).toBeCloseTo((key.length - 1) / key.length, 3);

		// Neither answered nor skipped, and mastery is what it was.
		expect(withoutTime((await send('GET', 'api/adaptive/mastery/databases')).body)).toEqual(
			withoutTime(before.body)
		);
		const events = await stored(deps, 'activity_done');
		expect(events).toMatchObject([{ activity: 'gap_fill', concept, question_id: question.id }]);

		// For the rest of the day other concepts are asked.
		let next = done.body.next_question;
		// Never two activities running.
		expect(next.activity).toBeNull();
		while (next !== null && next.activity === null) {
			expect(questions.get(next.id)?.concepts).not.toContain(concept);
			next = (await send('POST', `${path}/answers`, { question_id: next.id, answer: POOR })).body
				.next_question;
		}
		const { body } = await send('POST', `${path}/complete`);
		expect(body.summary.skipped).toBe(0);

		// It comes back another day, with another activity.
		toDay(2);
		const seen: string[] = [];
		for (let played = 0; played < 8 && !seen.includes('contrast'); played++) {
			const again = await untilOffered(send);
			if (again.question.activity.concept === concept) seen.push(again.question.activity.kind);
			await send('POST', `${again.path}/activity`, {
				question_id: again.question.id,
				declined: true
			});
			await send('POST', `${again.path}/complete`);
		}
		expect(seen).toContain('contrast');
	});

	test('can be asked plainly instead; the gaps were seen, so that a copy shows nothing', async () => {
		const { deps, send } = await setUp();
		const { path, question } = await untilOffered(send);
		await send('GET', `${path}/activity`);
		await send('PUT', `${path}/draft`, { question_id: question.id, text: 'atomicity\n\n' });
		const declined = await send('POST', `${path}/activity`, {
			question_id: question.id,
			declined: true
		});
		expect(declined.body).toMatchObject({
			result: null,
			next_question: { id: question.id, number: question.number, activity: null }
		});
		expect((await send('GET', path)).body).toMatchObject({
			question: { id: question.id, activity: null },
			draft: null
		});
		expect((await send('GET', `${path}/activity`)).status).toBe(404);
		expect(
			(await send('POST', `${path}/activity`, { question_id: question.id, gaps: ['a'] })).status
		).toBe(409);

		const answered = await send('POST', `${path}/answers`, {
			question_id: question.id,
			answer: questions.get(question.id)?.expected[0]
		});
		expect(answered.body.grade.flags).toMatchObject([{ code: 'copied' }]);
		expect(await stored(deps, 'activity_declined')).toHaveLength(1);
		expect(await stored(deps, 'activity_done')).toHaveLength(0);
	});

	test('an ordinary answer drops the activity and counts as ever', async () => {
		const { deps, send } = await setUp();
		const { path, question } = await untilOffered(send);
		const before = (await send('GET', 'api/adaptive/mastery/databases')).body.mastery;
		const answered = await send('POST', `${path}/answers`, {
			question_id: question.id,
			answer: inOwnWords(question.id)
		});

		expect(answered.body.grade).toMatchObject({ correct: true, flags: [] });
		expect(answered.body.mastery.questions_attempted).toBe(before.questions_attempted + 1);
		expect(await stored(deps, 'activity_declined')).toMatchObject([{ question_id: question.id }]);
		const events = await deps.store.read(['mastery'], (tx) => tx.all('mastery'));
		const profile = events[0]?.profile_id ?? '';
		const replayed = await deps.store.read(['events'], (tx) =>
			replayDerived(tx, profile, 'databases')
		);
		expect(events).toEqual([{ ...replayed.state, profile_id: profile }]);
	});

	test('skipping drops it too, and no concept is offered twice a day', async () => {
		const { send } = await setUp();
		const { path, question } = await untilOffered(send);
		const { concept } = question.activity;
		let next = (await send('POST', `${path}/answers`, { question_id: question.id, skipped: true }))
			.body.next_question;
		const offered = [];
		for (let asked = 0; next !== null && asked < 20; asked++) {
			if (next.activity !== null) offered.push(next.activity.concept);
			next = (await send('POST', `${path}/answers`, { question_id: next.id, answer: POOR })).body
				.next_question;
		}
		expect(offered).not.toContain(concept);
		expect(new Set(offered).size).toBe(offered.length);
	});
});

/** Does the gap-fill of a concept on one day, and finds its contrast on another. */
async function untilContrast(send: Send, toDay: (day: number) => void) {
	const first = await untilOffered(send);
	const { concept } = first.question.activity;
	const { activity } = (await send('GET', `${first.path}/activity`)).body;
	await send('POST', `${first.path}/activity`, {
		question_id: first.question.id,
		gaps: keyOf(first.question.id, activity.parts)
	});
	for (let day = 1; day < 12; day++) {
		toDay(day);
		const { path, question } = await untilOffered(send);
		if (question.activity.concept === concept && question.activity.kind === 'contrast')
			return { path, question };
		await send('POST', `${path}/activity`, { question_id: question.id, declined: true });
		await send('POST', `${path}/complete`);
	}
	throw new Error('no contrast was offered');
}

describe('a contrast', () => {
	const wordings = (text: string) =>
		readPacks()
			.flatMap((pack) => pack.questions)
			.flatMap((question) => question.points)
			.filter((point) => text.includes(point.why))
			.map((point) => point.wordings[0] ?? '');

	test('is graded point by point, and moves nothing', async () => {
		const { deps, send, toDay } = await setUp();
		const { path, question } = await untilContrast(send, toDay);
		const { activity } = (await send('GET', `${path}/activity`)).body;
		expect(activity).toMatchObject({ kind: 'contrast', note: null });
		expect(activity.sides).toHaveLength(2);
		expect(activity.sides[0].concept).toBe(question.activity.concept);
		const answer = wordings(JSON.stringify(activity.sides)).join(' ');

		const before = (await send('GET', 'api/adaptive/mastery/databases')).body;
		const headers = { 'Idempotency-Key': 'contrast-1' };
		const body = { question_id: question.id, answer };
		const done = await send('POST', `${path}/activity`, body, headers);
		expect(done.body.result.kind).toBe('contrast');
		expect(done.body.result.grade.score).toBeGreaterThan(0.9);
		expect(new Set(done.body.result.grade.points.map((p: any) => p.concept)).size).toBe(2);
		expect((await send('POST', `${path}/activity`, body, headers)).body).toEqual(done.body);
		expect(withoutTime((await send('GET', 'api/adaptive/mastery/databases')).body)).toEqual(
			withoutTime(before)
		);
		expect((await stored(deps, 'activity_done')).at(-1)).toMatchObject({
			activity: 'contrast',
			given: [answer],
			grade: { state: 'final' }
		});
	});

	test('waits for the model with 503, and keeps the text as the draft', async () => {
		let model: Measurement | null = null;
		const { deps, send, toDay } = await setUp((rubric, answer) => model ?? byWords(rubric, answer));
		const { path, question } = await untilContrast(send, toDay);
		model = { kind: 'not_ready', retry_after_seconds: 3 };

		const asked = await send('GET', `${path}/activity`);
		expect([asked.status, asked.headers.get('Retry-After')]).toEqual([503, '3']);
		const body = { question_id: question.id, answer: 'One locks, the other plans.' };
		const refused = await send('POST', `${path}/activity`, body);
		expect([refused.status, refused.headers.get('Retry-After')]).toEqual([503, '2']);
		expect((await send('GET', path)).body).toMatchObject({
			question: { id: question.id, activity: { kind: 'contrast' } },
			draft: body.answer
		});
		expect(await stored(deps, 'activity_done')).toHaveLength(1);

		model = null;
		expect((await send('POST', `${path}/activity`, body)).status).toBe(200);
		expect((await send('GET', path)).body.draft).toBeNull();
	});

	test('gives way to a gap-fill where there is no model, and says why', async () => {
		let model: Measurement | null = null;
		const { deps, send, toDay } = await setUp((rubric, answer) => model ?? byWords(rubric, answer));
		const { path, question } = await untilContrast(send, toDay);
		model = { kind: 'unavailable', reason: 'no model', code: 'missing' };

		const { activity } = (await send('GET', `${path}/activity`)).body;
		expect(activity).toMatchObject({ kind: 'gap_fill', question_id: question.id });
		expect(activity.note).toContain('needs the grading model');
		const refused = await send('POST', `${path}/activity`, {
			question_id: question.id,
			answer: 'One locks, the other plans.'
		});
		expect(refused.status).toBe(409);
		const done = await send('POST', `${path}/activity`, {
			question_id: question.id,
			gaps: keyOf(question.id, activity.parts)
		});
		expect(done.body.result).toMatchObject({ kind: 'gap_fill', score: 1 });
		expect((await stored(deps, 'activity_done')).at(-1)).toMatchObject({ activity: 'gap_fill' });
	});
});

describe('bad input', () => {
	test('is refused with what to do, and changes nothing', async () => {
		const { deps, send } = await setUp();
		const { path, question } = await untilOffered(send);
		const { activity } = (await send('GET', `${path}/activity`)).body;
		const id = question.id;
		const before = await dump(deps.store);
		const post = (body: object, at = path) => send('POST', `${at}/activity`, body);

		expect((await post({ question_id: id })).status).toBe(422);
		expect((await post({ question_id: id, gaps: ['a'], declined: true })).status).toBe(422);
		expect((await post({ question_id: id, gaps: ['a'] })).body.errors).toEqual([
			{ field: 'gaps', message: `send ${String(activity.gaps)} texts, one for each gap` }
		]);
		expect((await post({ question_id: id, gaps: [' ', ''] })).status).toBe(422);
		expect((await post({ question_id: id, gaps: ['x'.repeat(201)] })).status).toBe(422);
		expect((await post({ question_id: id, answer: 'They differ.' })).body.errors).toMatchObject([
			{ field: 'answer' }
		]);
		expect((await post({ question_id: id, answer: '' })).status).toBe(422);
		expect((await post({ question_id: id, answer: 'x'.repeat(50_001) })).status).toBe(413);
		expect((await post({ question_id: 'other', declined: true })).status).toBe(409);
		expect((await post({ question_id: id, declined: true }, 'api/sessions/99')).status).toBe(404);
		expect((await send('GET', 'api/sessions/99/activity')).status).toBe(404);
		expect(await dump(deps.store)).toBe(before);
	});

	test('an activity of an ordinary question is not there', async () => {
		const { send } = await setUp();
		const { body } = await send('POST', 'api/sessions', {
			session_type: 'technical',
			topic: 'databases'
		});
		const path = `api/sessions/${String(body.session.id)}`;
		expect(body.question.activity).toBeNull();
		expect((await send('GET', `${path}/activity`)).status).toBe(404);
		expect(
			(await send('POST', `${path}/activity`, { question_id: body.question.id, gaps: ['a'] }))
				.status
		).toBe(409);
	});
});

test('a write that fails at any step leaves everything as it was, and can be tried again', async () => {
	const { deps, send } = await setUp();
	const { path, question } = await untilOffered(send);
	const { activity } = (await send('GET', `${path}/activity`)).body;
	const body = { question_id: question.id, gaps: keyOf(question.id, activity.parts) };
	const { token } = (await send('POST', 'api/auth/token', {})).body;
	const headers = { Authorization: `Bearer ${String(token)}`, 'Idempotency-Key': 'gaps-1' };
	const before = await dump(deps.store);

	for (let n = 1; ; n++) {
		const store = failNthOperation(deps.store, n);
		const reply = await sendTo({ ...deps, store })('POST', `${path}/activity`, body, headers);
		if (!store.struck) {
			expect(n).toBeGreaterThan(5);
			expect(reply.body.result.score).toBe(1);
			expect((await send('POST', `${path}/activity`, body, headers)).body).toEqual(reply.body);
			break;
		}
		expect(reply.status).toBeGreaterThanOrEqual(500);
		expect(await dump(deps.store)).toBe(before);
	}
	expect(await stored(deps, 'activity_done')).toHaveLength(1);
});
