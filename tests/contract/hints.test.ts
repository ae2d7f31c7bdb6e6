import { beforeEach, describe, expect, test } from 'vitest';
import { dump } from '../support/api-fixture';
import {
	NOT_READY,
	expectReplayed,
	modelAnswer,
	reworded,
	practiseSession,
	type PractisedSession
} from './practised-session';

let session: PractisedSession;

beforeEach(async () => {
	session = await practiseSession();
});

const hint = (id = session.question.id, headers = {}) =>
	session.send('POST', `${session.path}/hints`, { question_id: id }, headers);
describe('hints', () => {
	test('come one by one, each with what it costs, until none is left', async () => {
		const { hints } = session.question;
		expect((await session.detail()).question).toMatchObject({
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
		expect((await session.detail()).question).toMatchObject({
			hints,
			hints_left: 0,
			next_cap: null
		});

		const before = await dump(session.deps.store);
		const none = await hint();
		expect(none.status).toBe(409);
		expect(none.body.detail).toContain('no hint left');
		expect(await dump(session.deps.store)).toBe(before);
	});

	test('cap the answer and say so; a right one counts as right, and mastery follows', async () => {
		await hint();
		const { body } = await session.answer(modelAnswer(session.question));
		expect(body.grade).toMatchObject({ score: 0.9, correct: true, score_high: 0.9 });
		expect(body.grade.flags).toMatchObject([{ code: 'hints', cap: 0.9 }]);
		expect(body.grade.raw).toEqual({ semantic_similarity: 1, keyword_coverage: 1 });
		expect(body.mastery).toMatchObject({ mastery_level: 0.9, correct_count: 1 });
		await expectReplayed(session);
	});

	test('leave the next question and its cap alone', async () => {
		await hint();
		const { body } = await session.answerAndGoOn(modelAnswer(session.question));
		expect(body.next_question).toMatchObject({ hints: [], next_cap: 0.9 });
		expect((await session.answer(modelAnswer(session.question))).body.grade.score).toBe(1);
	});

	test('keep their cap through corrections, a new version, and grading that came late', async () => {
		await hint();
		await hint();
		session.away = NOT_READY;
		const waiting = await session.answer('Nothing of the kind.');
		expect(waiting.status).toBe(202);
		session.away = null;
		await session.send('POST', 'api/answers/grade_waiting', {});
		const id = String(waiting.body.answer.id);
		const capped = { code: 'hints', cap: 0.8 };
		expect((await session.detail()).answers[0].grade.flags).toContainEqual(
			expect.objectContaining(capped)
		);

		for (const point of session.question.points)
			await session.send('POST', `api/answers/${id}/override`, { point: point.id, said: true });
		expect((await session.detail()).answers[0].grade).toMatchObject({ score: 0.8, correct: true });

		const edited = await session.send('PUT', `api/answers/${id}`, {
			answer: reworded(session.question)
		});
		expect(edited.body.grade.flags).toContainEqual(expect.objectContaining(capped));
		expect(edited.body.grade.score).toBeLessThanOrEqual(0.8);
		await expectReplayed(session);
	});

	test('keep their cap when the answer is graded anew', async () => {
		await hint();
		await session.answer(modelAnswer(session.question));
		await session.deps.store.write(['events'], async (tx) => {
			for (const event of await tx.all('events'))
				if (event.kind === 'answer_graded')
					await tx.put('events', { ...event, grade: { ...event.grade, grader: '0' } });
		});
		await session.send('POST', 'api/regrade/measure', {});
		await session.send('POST', 'api/regrade/accept', {});
		const { grade } = (await session.detail()).answers[0];
		expect(grade).toMatchObject({ score: 0.9, flags: [{ code: 'hints', cap: 0.9 }] });
		expect(grade.grader).not.toBe('0');
	});

	test('the same press again shows the same hint', async () => {
		const first = await hint(session.question.id, { 'Idempotency-Key': 'press-1' });
		const again = await hint(session.question.id, { 'Idempotency-Key': 'press-1' });
		expect(again.body).toEqual(first.body);
		expect((await session.detail()).question.hints).toEqual([session.question.hints[0]]);
	});

	test.each([
		['of a question that is not open', () => hint('db-nothing'), 409],
		['in a session that has ended', () => hint(), 409],
		[
			'in a session that is none',
			() => session.send('POST', 'api/sessions/99/hints', { question_id: 'x' }),
			404
		],
		['without a question', () => session.send('POST', `${session.path}/hints`, {}), 422]
	])('%s are refused and change nothing', async (what, ask, status) => {
		if (what.includes('ended')) await session.send('POST', `${session.path}/complete`);
		const before = await dump(session.deps.store);
		const reply = await ask();
		expect(reply.status).toBe(status);
		expect(await dump(session.deps.store)).toBe(before);
	});
});
