import { beforeEach, describe, expect, test } from 'vitest';
import type { Question } from '$lib/domain/types';
import { dump, type Reply } from '../support/api-fixture';
import {
	NOT_READY,
	expectReplayed,
	modelAnswer,
	practiseSession,
	type PractisedSession
} from './practised-session';

let session: PractisedSession;

beforeEach(async () => {
	session = await practiseSession();
});

/** The first wordings of all points but one. */
const without = (of: Question, point: string) =>
	of.points
		.filter(({ id }) => id !== point)
		.map(({ wordings }) => wordings[0])
		.join(' ');

/** Gives a good answer that leaves a point out, to the first question where one is asked back. */
async function answerWithGap(): Promise<{
	reply: Reply;
	id: string;
	asked: Question;
	point: string;
}> {
	for (let tries = 0; tries < 15; tries++) {
		for (const { id: point } of session.question.points) {
			const asked = session.question;
			const measured = await session.send('POST', 'api/grade', {
				question_id: asked.id,
				answer: without(asked, point)
			});
			const state = measured.body.grade.points.find((found: { id: string }) => found.id === point);
			if (measured.body.grade.score < 0.7 || state.state === 'covered') continue;
			const reply = await session.answerAndGoOn(without(asked, point));
			return { reply, id: reply.body.answer.id, asked, point };
		}
		await session.answerAndGoOn('', { skipped: true });
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
		expect((await session.detail()).answers.at(-1).follow_up).toBeNull();
	});

	test('is not asked after a full answer, a poor one, or a skip', async () => {
		expect((await session.answerAndGoOn(modelAnswer(session.question))).body.follow_up).toBeNull();
		expect((await session.answerAndGoOn('Nothing of the kind.')).body.follow_up).toBeNull();
		expect((await session.answerAndGoOn('', { skipped: true })).body.follow_up).toBeNull();
	});

	test('its answer is measured against the point alone and moves nothing', async () => {
		const { id, asked, point, reply } = await answerWithGap();
		const rubric = asked.points.find((candidate) => candidate.id === point);
		const text = rubric?.wordings[1] ?? '';
		const before = {
			mastery: await session.mastery(),
			grade: (await session.detail()).answers.at(-1).grade
		};

		const given = await session.send('POST', `api/answers/${id}/follow_up`, { text, point });
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
		const { answers } = await session.detail();
		expect(answers.at(-1).follow_up).toEqual(given.body.follow_up);
		expect({ mastery: await session.mastery(), grade: answers.at(-1).grade }).toEqual(before);
		await expectReplayed(session);

		const unchanged = await dump(session.deps.store);
		const twice = await session.send('POST', `api/answers/${id}/follow_up`, { text, point });
		expect(twice.status).toBe(409);
		expect(await dump(session.deps.store)).toBe(unchanged);
	});

	test('words about something else do not cover the point', async () => {
		const { id } = await answerWithGap();
		const { body } = await session.send('POST', `api/answers/${id}/follow_up`, {
			text: 'Elephants march slowly through the green savannah at dawn.'
		});
		expect(body.follow_up).toMatchObject({ covered: false });
	});

	test('waits for the model: nothing is kept, and the same again works', async () => {
		const { id, asked, point } = await answerWithGap();
		const text = asked.points.find((candidate) => candidate.id === point)?.wordings[1];
		const key = { 'Idempotency-Key': 'follow-up-1' };
		const before = await dump(session.deps.store);
		session.away = NOT_READY;
		const refused = await session.send('POST', `api/answers/${id}/follow_up`, { text }, key);
		expect(refused.status).toBe(503);
		expect(refused.headers.get('Retry-After')).toBe('2');
		expect(await dump(session.deps.store)).toBe(before);

		session.away = null;
		const first = await session.send('POST', `api/answers/${id}/follow_up`, { text }, key);
		expect(first.status).toBe(200);
		const again = await session.send('POST', `api/answers/${id}/follow_up`, { text }, key);
		expect(again.body).toEqual(first.body);
	});

	test('comes with a grade that came late, too', async () => {
		const { asked, point } = await answerWithGap();
		await session.begin();
		while (session.question.id !== asked.id) await session.answerAndGoOn('', { skipped: true });
		session.away = NOT_READY;
		await session.answer(without(asked, point));
		session.away = null;
		const { body } = await session.send('POST', 'api/answers/grade_waiting', {});
		expect(body.graded[0].follow_up.point).toBe(point);
	});

	test('is refused where it makes no sense, and changes nothing', async () => {
		const { id, point } = await answerWithGap();
		const other = (await session.answerAndGoOn(modelAnswer(session.question))).body.answer.id;
		const say = (of: string, body: object) =>
			session.send('POST', `api/answers/${of}/follow_up`, body);
		const before = await dump(session.deps.store);
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
		expect(await dump(session.deps.store)).toBe(before);

		await session.send('POST', `api/answers/${id}/override`, { point, said: true });
		expect((await say(id, { text: 'Words on it.' })).body.detail).toContain('already');
		await session.send('POST', `api/answers/${id}/override`, { point, said: null });
		await session.send('DELETE', `api/answers/${id}`);
		expect((await say(id, { text: 'Words on it.' })).status).toBe(409);
	});
});
