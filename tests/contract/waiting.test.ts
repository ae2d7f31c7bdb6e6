import { describe, expect, test } from 'vitest';
import type { Measurement } from '$lib/embedder/embedder';
import { createMemoryStore } from '$lib/store/memory-store';
import {
	byWords,
	createTestDeps,
	createWordEmbedder,
	dump,
	questionsById,
	sendTo,
	signIn
} from '../support/api-fixture';
import { expectDerived } from '../support/derived';
import { failNthOperation } from '../support/failing-store';

const questions = questionsById();
const full = (id: string) => questions.get(id)?.expected[0] ?? '';

async function begin(measure: Parameters<typeof createWordEmbedder>[0]) {
	const deps = createTestDeps({ embedder: createWordEmbedder(measure) });
	const send = await signIn(sendTo(deps));
	const { body } = await send('POST', 'api/sessions', {
		session_type: 'technical',
		topic: 'python',
		question_count: 3
	});
	return { deps, send, question: body.question, path: `api/sessions/${String(body.session.id)}` };
}

describe('answers that wait for the model', () => {
	test('are kept with 202, graded in the order given, and then count', async () => {
		let model: Measurement | null = { kind: 'not_ready', retry_after_seconds: 2 };
		const { send, question, path } = await begin(
			(rubric, answer) => model ?? byWords(rubric, answer)
		);
		const first = await send('POST', `${path}/answers`, {
			question_id: question.id,
			answer: full(question.id)
		});
		const next = first.body.next_question;
		const second = await send('POST', `${path}/answers`, {
			question_id: next.id,
			answer: 'A list.'
		});

		expect([first.status, second.status]).toEqual([202, 202]);
		expect(first.body.answer.state).toBe('waiting');
		expect((await send('GET', 'api/user/progress')).body.topics).toEqual({});

		model = null;
		const { body } = await send('POST', 'api/answers/grade_waiting', {});
		expect(body.graded.map((entry: { answer_id: string }) => entry.answer_id)).toEqual([
			first.body.answer.id,
			second.body.answer.id
		]);
		expect(body.waiting).toBe(0);
		expect((await send('GET', 'api/user/progress')).body.topics.python).toMatchObject({
			questions_attempted: 2,
			correct_count: 1
		});
		expect((await send('POST', 'api/answers/grade_waiting', {})).body.graded).toEqual([]);
	});

	test('one graded late is folded in where it was given', async () => {
		let ready = false;
		const { deps, send, question, path } = await begin((rubric, answer) =>
			ready ? byWords(rubric, answer) : { kind: 'not_ready', retry_after_seconds: 2 }
		);
		const first = await send('POST', `${path}/answers`, {
			question_id: question.id,
			answer: full(question.id)
		});
		ready = true;
		const next = first.body.next_question;
		await send('POST', `${path}/answers`, { question_id: next.id, answer: 'Wrong in every way.' });
		await send('POST', 'api/answers/grade_waiting', {});

		// First 1, then a poor one: had they been folded as graded, the velocity would be positive.
		const { mastery } = (await send('GET', 'api/adaptive/mastery/python')).body;
		expect(mastery.questions_attempted).toBe(2);
		expect(mastery.last_mastery).toBe(1);
		expect(mastery.mastery_velocity).toBeLessThan(0);
		await expectDerived(deps.store);
	});

	test('where there is no model they get a marked grade by keywords, made final later', async () => {
		let model: Measurement | null = { kind: 'unavailable', reason: 'no model', code: 'missing' };
		const { send, question, path } = await begin(
			(rubric, answer) => model ?? byWords(rubric, answer)
		);
		const reply = await send('POST', `${path}/answers`, {
			question_id: question.id,
			answer: full(question.id)
		});

		expect(reply.body.grade).toMatchObject({ state: 'provisional', semantic_similarity: null });
		expect(reply.body.answer.state).toBe('provisional');
		expect((await send('GET', 'api/user/progress')).body.topics).toEqual({});
		expect((await send('POST', 'api/answers/grade_waiting', {})).body).toMatchObject({
			graded: [],
			waiting: 1
		});

		model = null;
		const { body } = await send('POST', 'api/answers/grade_waiting', {});
		expect(body.graded[0].grade).toMatchObject({ state: 'final', score: 1 });
		expect((await send('GET', 'api/user/progress')).body.topics.python.questions_attempted).toBe(1);
	});

	test('an answer given before a reset does not come back with its late grade', async () => {
		let ready = true;
		const { send, question, path } = await begin((rubric, answer) =>
			ready ? byWords(rubric, answer) : { kind: 'not_ready', retry_after_seconds: 2 }
		);
		const counted = await send('POST', `${path}/answers`, {
			question_id: question.id,
			answer: full(question.id)
		});
		ready = false;
		const next = counted.body.next_question;
		await send('POST', `${path}/answers`, { question_id: next.id, answer: full(next.id) });
		await send('POST', 'api/user/reset_mastery', { topic: 'all' });
		ready = true;
		const late = await send('POST', 'api/answers/grade_waiting', {});

		expect(late.body.graded).toHaveLength(1);
		expect((await send('GET', 'api/adaptive/mastery/python')).body.exists).toBe(false);
		expect((await send('GET', 'api/user/progress')).body.overall.topics_count).toBe(0);
	});
});

test('a submit that fails at any step loses no answer, and doing it again records it once', async () => {
	let runs = 0;
	for (let n = 1; n < 200; n++) {
		const store = createMemoryStore();
		const setUp = createTestDeps({ store });
		const send = await signIn(sendTo(setUp));
		const { body } = await send('POST', 'api/sessions', {
			session_type: 'technical',
			topic: 'python'
		});
		const failing = failNthOperation(store, n);
		const broken = sendTo({ ...setUp, store: failing });
		const { token } = (await send('POST', 'api/auth/token', {})).body;
		const submit = (to: typeof send) =>
			to(
				'POST',
				`api/sessions/${String(body.session.id)}/answers`,
				{ question_id: body.question.id, answer: full(body.question.id) },
				{ 'Idempotency-Key': 'once', Authorization: `Bearer ${String(token)}` }
			);
		const first = await submit(broken);
		const again = await submit(send);

		expect(again.status).toBe(200);
		expect(again.body.grade.score).toBe(1);
		const { mastery } = (await send('GET', 'api/adaptive/mastery/python')).body;
		expect(mastery.questions_attempted).toBe(1);
		expect(await dump(store)).toContain('"kind":"answer_given"');
		if (!failing.struck) break;
		runs++;
		expect(first.status).toBeGreaterThanOrEqual(500);
	}
	console.log(`submit was broken at ${String(runs)} operations`);
	expect(runs).toBeGreaterThan(15);
});
