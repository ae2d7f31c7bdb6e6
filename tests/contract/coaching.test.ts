import { beforeEach, describe, expect, test } from 'vitest';
import type { Deps } from '$lib/api/deps';
import type { Measurement } from '$lib/embedder/embedder';
import type { Question } from '$lib/domain/types';
import { replayDerived } from '$lib/store/actions/mastery';
import {
	byWords,
	createTestDeps,
	createWordEmbedder,
	dump,
	questionsById,
	sendTo,
	signIn,
	type Reply,
	type Send
} from '../support/api-fixture';

const questions = questionsById();
const NOT_READY: Measurement = { kind: 'not_ready', retry_after_seconds: 2 };

let deps: Deps;
let send: Send;
let path: string;
let question: Question;
let away: Measurement | null;

beforeEach(async () => {
	away = null;
	deps = createTestDeps({
		embedder: createWordEmbedder((rubric, answer) => away ?? byWords(rubric, answer))
	});
	send = await signIn(sendTo(deps));
	await begin();
});

/** A new session on databases, with its first question. */
async function begin(): Promise<void> {
	const { body } = await send('POST', 'api/sessions', {
		session_type: 'technical',
		topic: 'databases',
		question_count: 15
	});
	path = `api/sessions/${String(body.session.id)}`;
	question = known(body.question.id);
}

function known(id: string): Question {
	const found = questions.get(id);
	if (found === undefined) throw new Error(`no question ${id}`);
	return found;
}

const full = (of: Question) => of.expected[0] ?? '';

/** The first wordings of all points but one. */
const without = (of: Question, point: string) =>
	of.points
		.filter(({ id }) => id !== point)
		.map(({ wordings }) => wordings[0])
		.join(' ');

const hint = (id = question.id, headers = {}) =>
	send('POST', `${path}/hints`, { question_id: id }, headers);
const answer = (text: string, more: object = {}) =>
	send('POST', `${path}/answers`, { question_id: question.id, answer: text, ...more });
const detail = async () => (await send('GET', path)).body;
const mastery = async () => (await send('GET', 'api/adaptive/mastery/databases')).body.mastery;

/** Answers the open question and goes on to the next one. */
async function answerAndGoOn(text: string, more: object = {}): Promise<Reply> {
	const reply = await answer(text, more);
	expect(reply.status).toBe(200);
	if (reply.body.next_question !== null) question = known(reply.body.next_question.id);
	return reply;
}

/** The stored mastery is what a replay of the events gives. */
async function expectReplayed(): Promise<void> {
	await deps.store.read(['mastery', 'events'], async (tx) => {
		for (const { profile_id, ...state } of await tx.all('mastery'))
			expect((await replayDerived(tx, profile_id, state.topic)).state).toEqual(state);
	});
}

describe('hints', () => {
	test('come one by one, each with what it costs, until none is left', async () => {
		const { hints } = question;
		expect((await detail()).question).toMatchObject({
			hints: [],
			hints_left: hints.length,
			next_cap: 0.9
		});
		for (const [index, text] of hints.entries()) {
			const last = index === hints.length - 1;
			const reply = await hint();
			expect(reply.status).toBe(200);
			expect(reply.body).toEqual({
				hint: text,
				number: index + 1,
				of: hints.length,
				cap: (9 - index) / 10,
				next_cap: last ? null : (8 - index) / 10
			});
		}
		expect((await detail()).question).toMatchObject({ hints, hints_left: 0, next_cap: null });

		const before = await dump(deps.store);
		const none = await hint();
		expect(none.status).toBe(409);
		expect(none.body.detail).toContain('no hint left');
		expect(await dump(deps.store)).toBe(before);
	});

	test('cap the answer and say so; a right one counts as right, and mastery follows', async () => {
		await hint();
		const { body } = await answer(full(question));
		expect(body.grade).toMatchObject({ score: 0.9, correct: true, score_high: 0.9 });
		expect(body.grade.flags).toMatchObject([{ code: 'hints', cap: 0.9 }]);
		expect(body.grade.raw).toEqual({ semantic_similarity: 1, keyword_coverage: 1 });
		expect(body.mastery).toMatchObject({ mastery_level: 0.9, correct_count: 1 });
		await expectReplayed();
	});

	test('leave the next question and its cap alone', async () => {
		await hint();
		const { body } = await answerAndGoOn(full(question));
		expect(body.next_question).toMatchObject({ hints: [], next_cap: 0.9 });
		expect((await answer(full(question))).body.grade.score).toBe(1);
	});

	test('keep their cap through corrections, a new version, and grading that came late', async () => {
		await hint();
		await hint();
		away = NOT_READY;
		const waiting = await answer('Nothing of the kind.');
		expect(waiting.status).toBe(202);
		away = null;
		await send('POST', 'api/answers/grade_waiting', {});
		const id = String(waiting.body.answer.id);
		const capped = { code: 'hints', cap: 0.8 };
		expect((await detail()).answers[0].grade.flags).toContainEqual(expect.objectContaining(capped));

		for (const point of question.points)
			await send('POST', `api/answers/${id}/override`, { point: point.id, said: true });
		expect((await detail()).answers[0].grade).toMatchObject({ score: 0.8, correct: true });

		const reworded = question.points.map(({ wordings }) => wordings.at(-1)).join(' ');
		const edited = await send('PUT', `api/answers/${id}`, { answer: reworded });
		expect(edited.body.grade.flags).toContainEqual(expect.objectContaining(capped));
		expect(edited.body.grade.score).toBeLessThanOrEqual(0.8);
		await expectReplayed();
	});

	test('keep their cap when the answer is graded anew', async () => {
		await hint();
		await answer(full(question));
		await deps.store.write(['events'], async (tx) => {
			for (const event of await tx.all('events'))
				if (event.kind === 'answer_graded')
					await tx.put('events', { ...event, grade: { ...event.grade, grader: '0' } });
		});
		await send('POST', 'api/regrade/measure', {});
		await send('POST', 'api/regrade/accept', {});
		const { grade } = (await detail()).answers[0];
		expect(grade).toMatchObject({ score: 0.9, flags: [{ code: 'hints', cap: 0.9 }] });
		expect(grade.grader).not.toBe('0');
	});

	test('the same press again shows the same hint', async () => {
		const first = await hint(question.id, { 'Idempotency-Key': 'press-1' });
		const again = await hint(question.id, { 'Idempotency-Key': 'press-1' });
		expect(again.body).toEqual(first.body);
		expect((await detail()).question.hints).toEqual([question.hints[0]]);
	});

	test.each([
		['of a question that is not open', () => hint('db-nothing'), 409],
		['in a session that has ended', () => hint(), 409],
		[
			'in a session that is none',
			() => send('POST', 'api/sessions/99/hints', { question_id: 'x' }),
			404
		],
		['without a question', () => send('POST', `${path}/hints`, {}), 422]
	])('%s are refused and change nothing', async (what, ask, status) => {
		if (what.includes('ended')) await send('POST', `${path}/complete`);
		const before = await dump(deps.store);
		const reply = await ask();
		expect(reply.status).toBe(status);
		expect(await dump(deps.store)).toBe(before);
	});
});

/** Gives a good answer that leaves a point out, to the first question where one is asked back. */
async function answerWithGap(): Promise<{
	reply: Reply;
	id: string;
	asked: Question;
	point: string;
}> {
	for (let tries = 0; tries < 15; tries++) {
		for (const { id: point } of question.points) {
			const asked = question;
			const measured = await send('POST', 'api/grade', {
				question_id: asked.id,
				answer: without(asked, point)
			});
			const state = measured.body.grade.points.find((found: { id: string }) => found.id === point);
			if (measured.body.grade.score < 0.7 || state.state === 'covered') continue;
			const reply = await answerAndGoOn(without(asked, point));
			return { reply, id: reply.body.answer.id, asked, point };
		}
		await answerAndGoOn('', { skipped: true });
	}
	throw new Error('no question with a gap to ask about');
}

describe('the question asked back', () => {
	test('comes with a good answer that left a point out, and gives nothing away', async () => {
		const { reply, asked, point } = await answerWithGap();
		const { follow_up } = reply.body;
		expect(follow_up.point).toBe(point);
		expect(follow_up.prompt).toMatch(/^Good.* worth 0\.\d\d\. What would you add\?$/u);
		for (const { term } of asked.points.find(({ id }) => id === point)?.keywords ?? [])
			expect(follow_up.prompt.toLowerCase()).not.toContain(term.toLowerCase());
		expect((await detail()).answers.at(-1).follow_up).toBeNull();
	});

	test('is not asked after a full answer, a poor one, or a skip', async () => {
		expect((await answerAndGoOn(full(question))).body.follow_up).toBeNull();
		expect((await answerAndGoOn('Nothing of the kind.')).body.follow_up).toBeNull();
		expect((await answerAndGoOn('', { skipped: true })).body.follow_up).toBeNull();
	});

	test('its answer is measured against the point alone and moves nothing', async () => {
		const { id, asked, point, reply } = await answerWithGap();
		const rubric = asked.points.find((candidate) => candidate.id === point);
		const text = rubric?.wordings[1] ?? '';
		const before = { mastery: await mastery(), grade: (await detail()).answers.at(-1).grade };

		const given = await send('POST', `api/answers/${id}/follow_up`, { text, point });
		expect(given.status).toBe(200);
		expect(given.body.follow_up).toEqual({
			...reply.body.follow_up,
			text,
			covered: true,
			coverage: 1,
			why: rubric?.why,
			wording: rubric?.wordings[0],
			note: null
		});
		const { answers } = await detail();
		expect(answers.at(-1).follow_up).toEqual(given.body.follow_up);
		expect({ mastery: await mastery(), grade: answers.at(-1).grade }).toEqual(before);
		await expectReplayed();

		const unchanged = await dump(deps.store);
		const twice = await send('POST', `api/answers/${id}/follow_up`, { text, point });
		expect(twice.status).toBe(409);
		expect(await dump(deps.store)).toBe(unchanged);
	});

	test('words about something else do not cover the point', async () => {
		const { id } = await answerWithGap();
		const { body } = await send('POST', `api/answers/${id}/follow_up`, {
			text: 'Elephants march slowly through the green savannah at dawn.'
		});
		expect(body.follow_up).toMatchObject({ covered: false });
	});

	test('waits for the model: nothing is kept, and the same again works', async () => {
		const { id, asked, point } = await answerWithGap();
		const text = asked.points.find((candidate) => candidate.id === point)?.wordings[1];
		const key = { 'Idempotency-Key': 'follow-up-1' };
		const before = await dump(deps.store);
		away = NOT_READY;
		const refused = await send('POST', `api/answers/${id}/follow_up`, { text }, key);
		expect(refused.status).toBe(503);
		expect(refused.headers.get('Retry-After')).toBe('2');
		expect(await dump(deps.store)).toBe(before);

		away = null;
		const first = await send('POST', `api/answers/${id}/follow_up`, { text }, key);
		expect(first.status).toBe(200);
		const again = await send('POST', `api/answers/${id}/follow_up`, { text }, key);
		expect(again.body).toEqual(first.body);
	});

	test('comes with a grade that came late, too', async () => {
		const { asked, point } = await answerWithGap();
		await begin();
		while (question.id !== asked.id) await answerAndGoOn('', { skipped: true });
		away = NOT_READY;
		await answer(without(asked, point));
		away = null;
		const { body } = await send('POST', 'api/answers/grade_waiting', {});
		expect(body.graded[0].follow_up.point).toBe(point);
	});

	test('is refused where it makes no sense, and changes nothing', async () => {
		const { id, point } = await answerWithGap();
		const other = (await answerAndGoOn(full(question))).body.answer.id;
		const say = (of: string, body: object) => send('POST', `api/answers/${of}/follow_up`, body);
		const before = await dump(deps.store);
		const statuses = [];
		for (const [of, body] of [
			['01ARZ3NDEKTSV4RRFFQ69G5FAV', { text: 'Words.' }],
			[other, { text: 'Words on it.' }],
			[id, { text: 'Words on it.', point: 'p99' }],
			[id, { text: '  ' }],
			[id, { text: 'I don’t know' }],
			[id, {}],
			[id, { text: 'x'.repeat(50_001) }]
		] as const)
			statuses.push((await say(of, body)).status);
		expect(statuses).toEqual([404, 409, 409, 422, 422, 422, 413]);
		expect((await say(id, { text: ' ' })).body.errors).toMatchObject([{ field: 'text' }]);
		expect(await dump(deps.store)).toBe(before);

		await send('POST', `api/answers/${id}/override`, { point, said: true });
		expect((await say(id, { text: 'Words on it.' })).body.detail).toContain('already');
		await send('POST', `api/answers/${id}/override`, { point, said: null });
		await send('DELETE', `api/answers/${id}`);
		expect((await say(id, { text: 'Words on it.' })).status).toBe(409);
	});
});

/** Whether each question of the topic is a sure miss, of those that ever were. */
async function sureMisses(): Promise<Record<string, boolean>> {
	const seen = await deps.store.read(['seen'], (tx) => tx.all('seen'));
	return Object.fromEntries(
		seen.flatMap(({ question_id, sure_miss }) =>
			sure_miss === undefined ? [] : [[question_id, sure_miss]]
		)
	);
}

describe('how sure one was', () => {
	const table = async () => (await send('GET', 'api/profile/confidence')).body.topics;

	test('stays with the answer and changes no figure of it', async () => {
		const rated = await answerAndGoOn(full(question), { confidence: 'sure' });
		expect(rated.body.answer.confidence).toBe('sure');
		expect(rated.body.grade.score).toBe(1);
		const plain = await answerAndGoOn(full(question));
		expect(plain.body.answer.confidence).toBeNull();
		const skipped = await answerAndGoOn('', { skipped: true, confidence: 'guess' });
		expect(skipped.body.answer.confidence).toBeNull();
		expect((await detail()).answers.map((entry: any) => entry.answer.confidence)).toEqual([
			'sure',
			null,
			null
		]);
		await expectReplayed();
	});

	test('is one of three words', async () => {
		const before = await dump(deps.store);
		const reply = await answer(full(question), { confidence: 'certain' });
		expect(reply.status).toBe(422);
		expect(reply.body.errors).toMatchObject([{ field: 'confidence' }]);
		expect(await dump(deps.store)).toBe(before);
	});

	test('makes a table and a Brier score from ten ratings on', async () => {
		expect(await table()).toEqual([]);
		for (let number = 1; number <= 10; number++) {
			const isRight = number <= 7;
			await answerAndGoOn(isRight ? full(question) : 'Nothing of the kind.', {
				confidence: number === 1 ? 'guess' : 'sure'
			});
			if (number === 9)
				expect(await table()).toEqual([
					{
						topic: 'databases',
						ratings: 9,
						table: [],
						brier: null,
						message: '9 of 10 ratings; the figures come with the 10th.'
					}
				]);
		}
		const [databases] = await table();
		expect(databases).toMatchObject({ topic: 'databases', ratings: 10 });
		expect(databases.table[0]).toEqual({
			confidence: 'guess',
			answers: 1,
			correct: 1,
			accuracy: 1,
			avg_score: 1
		});
		expect(databases.table[1]).toMatchObject({ answers: 0, accuracy: null, avg_score: null });
		expect(databases.table[2]).toMatchObject({ answers: 9, correct: 6, accuracy: 0.667 });
		// (6 · .1² + 3 · .9² + .67²) / 10
		expect(databases.brier).toBe(0.294);
		expect(databases.message).toMatch(/^You were right in 6 of 9 answers you were sure of\./u);
		await expectReplayed();

		const undone = (await detail()).answers[0].answer.id;
		await send('DELETE', `api/answers/${String(undone)}`);
		expect((await table())[0]).toMatchObject({ ratings: 9, table: [] });
		await expectReplayed();
		await send('POST', 'api/user/reset_mastery', { topic: 'databases' });
		expect(await table()).toEqual([]);
	});

	test('marks a miss while sure, through corrections, undo and restore', async () => {
		const missed = question.id;
		const points = question.points;
		const { body } = await answerAndGoOn('Nothing of the kind.', { confidence: 'sure' });
		const id = String(body.answer.id);
		expect(await sureMisses()).toEqual({ [missed]: true });

		await send('DELETE', `api/answers/${id}`);
		expect(await sureMisses()).toEqual({ [missed]: false });
		await send('POST', `api/answers/${id}/restore`);
		expect(await sureMisses()).toEqual({ [missed]: true });
		for (const { id: point } of points)
			await send('POST', `api/answers/${id}/override`, { point, said: true });
		expect(await sureMisses()).toEqual({ [missed]: false });
		for (const { id: point } of points)
			await send('POST', `api/answers/${id}/override`, { point, said: null });
		expect(await sureMisses()).toEqual({ [missed]: true });
	});

	test('a miss while sure ends with a right answer later, and returns when that is taken back', async () => {
		const missed = question;
		await answerAndGoOn('Nothing of the kind.', { confidence: 'sure' });
		await answerAndGoOn('Nothing of the kind.', { confidence: 'unsure' });
		await answerAndGoOn(full(question), { confidence: 'sure' });
		expect(await sureMisses()).toEqual({ [missed.id]: true });

		await begin();
		while (question.id !== missed.id) await answerAndGoOn('', { skipped: true });
		expect(await sureMisses()).toEqual({ [missed.id]: true });
		const reworded = missed.points.map(({ wordings }) => wordings.at(-1)).join(' ');
		const { body } = await answer(reworded);
		expect(body.grade.correct).toBe(true);
		expect(await sureMisses()).toEqual({ [missed.id]: false });

		await send('DELETE', `api/answers/${String(body.answer.id)}`);
		expect(await sureMisses()).toEqual({ [missed.id]: true });
	});

	test('is asked unless the settings say otherwise, also where they never said', async () => {
		const settings = async () => (await send('GET', 'api/settings')).body.settings;
		expect(await settings()).toMatchObject({ ask_confidence: true });
		await deps.store.write(['profiles'], async (tx) => {
			for (const profile of await tx.all('profiles')) {
				const { ask_confidence: _, ...older } = profile.settings;
				await tx.put('profiles', { ...profile, settings: older });
			}
		});
		expect(await settings()).toMatchObject({ ask_confidence: true });
		await send('PATCH', 'api/settings', { ask_confidence: false });
		await send('PATCH', 'api/settings', { show_timer: false });
		expect(await settings()).toMatchObject({ ask_confidence: false, show_timer: false });
	});
});
