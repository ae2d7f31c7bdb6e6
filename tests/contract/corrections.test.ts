import { beforeEach, describe, expect, test } from 'vitest';
import type { Deps } from '$lib/api/deps';
import type { Measurement } from '$lib/embedder/embedder';
import {
	byWords,
	createTestDeps,
	createWordEmbedder,
	dump,
	questionsById,
	sendTo,
	signIn,
	type Send
} from '../support/api-fixture';
import { expectDerived } from '../support/derived';

const questions = questionsById();
const full = (id: string) => questions.get(id)?.expected[0] ?? '';

/** The full answer with a word put in after every second one: no copy, and all its words. */
const reworded = (id: string) =>
	full(id)
		.split(' ')
		.map((word, index) => (index % 2 === 1 ? `${word} indeed` : word))
		.join(' ');

let deps: Deps;
let send: Send;
let path: string;
let unavailable: Measurement | null;
/** Ids of two graded answers: a full one and one about nothing. */
let good: string;
let poor: string;

beforeEach(async () => {
	unavailable = null;
	deps = createTestDeps({
		embedder: createWordEmbedder((rubric, answer) => unavailable ?? byWords(rubric, answer))
	});
	send = await signIn(sendTo(deps));
	const { body } = await send('POST', 'api/sessions', {
		session_type: 'technical',
		topic: 'python',
		question_count: 3
	});
	path = `api/sessions/${String(body.session.id)}`;
	const first = await send('POST', `${path}/answers`, {
		question_id: body.question.id,
		answer: full(body.question.id)
	});
	good = first.body.answer.id;
	const second = await send('POST', `${path}/answers`, {
		question_id: first.body.next_question.id,
		answer: 'Nothing of the kind.'
	});
	poor = second.body.answer.id;
});

const mastery = async () => (await send('GET', 'api/adaptive/mastery/python')).body.mastery;
const answers = async () => (await send('GET', path)).body.answers;

/** The stored mastery and reviews are what a replay of the events gives. */
async function expectReplayed(): Promise<void> {
	await expectDerived(deps.store);
}

describe('one’s own word on a point', () => {
	test('a point that was not said after all takes its share, and can be taken back', async () => {
		const before = await mastery();
		const [{ grade }] = await answers();
		const point = grade.points[0];

		const said = await send('POST', `api/answers/${good}/override`, {
			point: point.id,
			said: false
		});

		expect(said.status).toBe(200);
		expect(said.body.grade.points[0]).toMatchObject({ state: 'missing', coverage: 0 });
		expect(said.body.grade.score).toBeLessThan(grade.score);
		expect(said.body.grade.raw).toEqual(grade.raw);
		expect(said.body.overrides).toMatchObject([{ point: point.id, said: false }]);
		expect(said.body.mastery.mastery_level).toBeLessThan(before.mastery_level);
		await expectReplayed();

		const back = await send('POST', `api/answers/${good}/override`, {
			point: point.id,
			said: null
		});
		expect(back.body.grade).toEqual(grade);
		expect(back.body.overrides).toEqual([]);
		expect(await mastery()).toEqual(before);
		await expectReplayed();
	});

	test('every point claimed makes the answer a full one', async () => {
		const points = (await answers())[1].grade.points.map((point: { id: string }) => point.id);
		for (const point of points)
			await send('POST', `api/answers/${poor}/override`, { point, said: true });

		const [, corrected] = await answers();
		expect(corrected.grade.semantic_similarity).toBe(1);
		expect(corrected.grade.keyword_coverage).toBe(1);
		expect(corrected.grade.score).toBe(1);
		expect(corrected.overrides).toHaveLength(points.length);
		expect((await mastery()).correct_count).toBe(2);
		await expectReplayed();
	});

	test('the accepted words count as a wording from then on, until taken back', async () => {
		const [, answered] = await answers();
		const point = answered.grade.points[0].id;
		const override = (body: object) => send('POST', `api/answers/${poor}/override`, body);
		expect((await override({ point, said: true, wording: 'not mine' })).status).toBe(422);
		expect((await override({ point, said: false, wording: 'Nothing' })).status).toBe(422);
		const { body } = await override({ point, said: true, wording: 'Nothing of the kind' });
		expect(body.overrides).toMatchObject([{ point, wording: 'Nothing of the kind' }]);
		const unworded = await override({ point, said: true });
		expect(unworded.body.overrides[0]).not.toHaveProperty('wording');
		await override({ point, said: true, wording: 'Nothing of the kind' });

		const again = (words: string) => send('PUT', `api/answers/${poor}`, { answer: words });
		expect((await again('Really, nothing of the kind!')).body.grade.points[0]).toMatchObject({
			id: point,
			state: 'covered'
		});
		await override({ point, said: null });
		expect((await again('Nothing of the kind, again.')).body.grade.points[0].state).toBe('missing');
	});

	test('history keeps each step', async () => {
		const point = (await answers())[0].grade.points[0].id;
		await send('POST', `api/answers/${good}/override`, { point, said: false });
		await send('POST', `api/answers/${good}/override`, { point, said: null });

		const { history } = (await answers())[0];
		expect(history.map(({ what }: { what: string }) => what)).toEqual([
			'given',
			'graded',
			'corrected',
			'graded',
			'corrected',
			'graded'
		]);
		expect(history[1]).toMatchObject({ grader: expect.any(String), model: 'words' });
	});

	test('a point that is none is refused and changes nothing', async () => {
		const before = await dump(deps.store);
		const reply = await send('POST', `api/answers/${good}/override`, { point: 'p99', said: true });
		expect(reply.status).toBe(422);
		expect(reply.body.errors[0].field).toBe('point');
		expect(await dump(deps.store)).toBe(before);
	});
});

describe('an answer taken back', () => {
	test('counts no more, stays in history, and comes back as it was', async () => {
		const before = await mastery();
		const undone = await send('DELETE', `api/answers/${poor}`);

		expect(undone.status).toBe(200);
		expect(undone.body.answer.state).toBe('undone');
		expect(undone.body.mastery).toMatchObject({ questions_attempted: 1, correct_count: 1 });
		expect((await answers())[1].answer).toMatchObject({
			state: 'undone',
			text: 'Nothing of the kind.'
		});
		await expectReplayed();

		const restored = await send('POST', `api/answers/${poor}/restore`);
		expect(restored.body.answer.state).toBe('graded');
		expect(await mastery()).toEqual(before);
		await expectReplayed();
	});

	test('twice is the same as once', async () => {
		await send('DELETE', `api/answers/${poor}`);
		const before = await dump(deps.store);
		expect((await send('DELETE', `api/answers/${poor}`)).status).toBe(200);
		expect(await dump(deps.store)).toBe(before);
	});

	test('the only ones of a topic leave it as if never practised', async () => {
		await send('DELETE', `api/answers/${poor}`);
		await send('DELETE', `api/answers/${good}`);
		expect((await send('GET', 'api/adaptive/mastery/python')).body.exists).toBe(false);
		expect((await send('GET', 'api/user/progress')).body.topics).toEqual({});
	});

	test('of a finished session changes its summary', async () => {
		await send('POST', `${path}/complete`);
		const withBoth = (await send('GET', path)).body;
		await send('DELETE', `api/answers/${poor}`);
		const withOne = (await send('GET', path)).body;

		expect(withBoth.summary).toMatchObject({ answered: 2, correct: 1 });
		expect(withOne.summary).toMatchObject({ answered: 1, correct: 1, score: 100 });
		expect(withOne.session.score).toBe(100);
	});

	test('must be restored before it is corrected or edited', async () => {
		const point = (await answers())[1].grade.points[0].id;
		await send('DELETE', `api/answers/${poor}`);
		const override = await send('POST', `api/answers/${poor}/override`, { point, said: true });
		const edit = await send('PUT', `api/answers/${poor}`, { answer: 'Better words.' });
		expect([override.status, edit.status]).toEqual([409, 409]);
	});
});

describe('an answer edited and graded again', () => {
	test('counts with its new text, and keeps both', async () => {
		const id = (await answers())[1].question.id;
		const edited = await send('PUT', `api/answers/${poor}`, { answer: reworded(id) });

		expect(edited.status).toBe(200);
		expect(edited.body.grade.score).toBe(1);
		expect(edited.body.mastery).toMatchObject({ questions_attempted: 2, correct_count: 2 });
		const { history } = (await answers())[1];
		expect(history.flatMap(({ text }: { text?: string }) => text ?? [])).toEqual([
			'Nothing of the kind.',
			reworded(id)
		]);
		await expectReplayed();
	});

	test('cannot be the model answer copied: it has been shown beside it', async () => {
		const id = (await answers())[1].question.id;
		const edited = await send('PUT', `api/answers/${poor}`, { answer: full(id) });
		expect(edited.body.grade.flags).toMatchObject([{ code: 'copied', cap: 0.35 }]);
		expect(edited.body.grade.score).toBe(0.35);
		expect(edited.body.grade.raw.semantic_similarity).toBe(1);
	});

	test('drops what was said of the text before', async () => {
		const point = (await answers())[1].grade.points[0].id;
		await send('POST', `api/answers/${poor}/override`, { point, said: true });
		const edited = await send('PUT', `api/answers/${poor}`, { answer: 'Still nothing at all.' });
		expect(edited.body.overrides).toEqual([]);
		expect(edited.body.grade.points[0].state).toBe('missing');
	});

	test('waits while the model is away, and the old grade counts until then', async () => {
		const before = await mastery();
		const id = (await answers())[1].question.id;
		unavailable = { kind: 'not_ready', retry_after_seconds: 2 };
		const edited = await send('PUT', `api/answers/${poor}`, { answer: reworded(id) });

		expect(edited.status).toBe(202);
		expect(edited.body.answer).toMatchObject({ state: 'waiting', text: reworded(id) });
		expect(await mastery()).toEqual(before);

		unavailable = null;
		const { body } = await send('POST', 'api/answers/grade_waiting', {});
		expect(body).toMatchObject({ waiting: 0, graded: [{ answer_id: poor, grade: { score: 1 } }] });
		expect((await mastery()).correct_count).toBe(2);
		await expectReplayed();
	});

	test('the same text again makes no second version', async () => {
		const before = await dump(deps.store);
		const reply = await send('PUT', `api/answers/${poor}`, { answer: 'Nothing of the kind.' });
		expect(reply.status).toBe(200);
		expect(await dump(deps.store)).toBe(before);
	});

	test.each([
		['', 422],
		['I don’t know', 422],
		['x'.repeat(50_001), 413]
	])('%.15j is refused and changes nothing', async (answer, status) => {
		const before = await dump(deps.store);
		expect((await send('PUT', `api/answers/${poor}`, { answer })).status).toBe(status);
		expect(await dump(deps.store)).toBe(before);
	});

	test('a skipped question has no answer to edit', async () => {
		const { question } = (await send('GET', path)).body;
		const skipped = await send('POST', `${path}/answers`, {
			question_id: question.id,
			skipped: true
		});
		const edit = await send('PUT', `api/answers/${String(skipped.body.answer.id)}`, {
			answer: 'After all.'
		});
		expect(edit.status).toBe(409);
	});
});

test('a provisional grade’s corrections hold when it becomes final', async () => {
	unavailable = { kind: 'unavailable', code: 'cannot_run', reason: 'No WebAssembly.' };
	const { question } = (await send('GET', path)).body;
	const given = await send('POST', `${path}/answers`, {
		question_id: question.id,
		answer: 'Nothing again.'
	});
	const { id } = given.body.answer;
	const point = given.body.grade.points[0].id;
	const corrected = await send('POST', `api/answers/${String(id)}/override`, {
		point,
		said: true
	});
	expect(corrected.body.grade.state).toBe('provisional');
	expect((await mastery()).questions_attempted).toBe(2);

	unavailable = null;
	await send('POST', 'api/answers/grade_waiting', {});
	const last = (await answers())[2];
	expect(last.grade.state).toBe('final');
	expect(last.grade.points[0]).toMatchObject({ id: point, state: 'covered' });
	await expectReplayed();
});
