import { beforeEach, describe, expect, test } from 'vitest';
import type { Deps } from '$lib/api/deps';
import type { Embedder } from '$lib/embedder/embedder';
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

let deps: Deps;
let send: Send;
let path: string;
/** The model that measures; another one measures everything as if it were the full answer. */
let model: 'words' | 'generous';
let ready: boolean;

beforeEach(async () => {
	model = 'words';
	ready = true;
	const words = createWordEmbedder((rubric, answer) => {
		if (!ready) return { kind: 'not_ready', retry_after_seconds: 2 };
		const measured = byWords(rubric, model === 'words' ? answer : (rubric.expected[0] ?? ''));
		return measured.kind === 'evidence'
			? { ...measured, evidence: { ...measured.evidence, model } }
			: measured;
	});
	const embedder: Embedder = {
		...words,
		state: () => Promise.resolve({ state: 'ready', model, threads: 1 })
	};
	deps = createTestDeps({ embedder });
	send = await signIn(sendTo(deps));
	const { body } = await send('POST', 'api/sessions', {
		session_type: 'technical',
		topic: 'python',
		question_count: 2
	});
	path = `api/sessions/${String(body.session.id)}`;
	const first = await send('POST', `${path}/answers`, {
		question_id: body.question.id,
		answer: questions.get(body.question.id)?.expected[0]
	});
	await send('POST', `${path}/answers`, {
		question_id: first.body.next_question.id,
		answer: 'It depends on how the interpreter treats such names at run time.'
	});
	await send('POST', `${path}/complete`);
});

const state = async () => (await send('GET', 'api/regrade')).body;

describe('grading history anew', () => {
	test('has nothing to do while grader and model are the same', async () => {
		expect(await state()).toMatchObject({ model: 'words', outdated: 0, measured: 0, changes: [] });
	});

	test('shows what would change, and changes it only when accepted', async () => {
		model = 'generous';
		expect((await state()).outdated).toBe(2);
		const before = await send('GET', 'api/adaptive/mastery/python');
		const { body } = await send('POST', 'api/regrade/measure', { limit: 20 });

		expect(body).toMatchObject({ outdated: 0, measured: 2 });
		expect(body.changes).toMatchObject([{ correct_before: false, correct_after: true }]);
		expect((await send('GET', 'api/adaptive/mastery/python')).body).toEqual(before.body);

		const accepted = await send('POST', 'api/regrade/accept');
		expect(accepted.body.accepted).toBe(2);
		expect(accepted.body.topics[0].mastery_after).toBeGreaterThan(
			accepted.body.topics[0].mastery_before
		);
		const { mastery } = (await send('GET', 'api/adaptive/mastery/python')).body;
		expect(mastery).toMatchObject({ correct_count: 2, questions_attempted: 2 });
		const detail = (await send('GET', path)).body;
		expect(detail.summary).toMatchObject({ correct: 2 });
		expect(detail.answers[1].grade.model).toBe('generous');
		expect(detail.answers[1].history.map(({ what }: { what: string }) => what)).toEqual([
			'given',
			'graded',
			'regraded'
		]);
		expect(await state()).toMatchObject({ outdated: 0, measured: 0 });
		await expectDerived(deps.store);
	});

	test('goes on a few at a time, and can be forgotten', async () => {
		model = 'generous';
		const before = await dump(deps.store);
		expect((await send('POST', 'api/regrade/measure', { limit: 1 })).body).toMatchObject({
			outdated: 1,
			measured: 1
		});
		expect((await send('DELETE', 'api/regrade')).body).toEqual({ discarded: 1 });
		expect(await dump(deps.store)).toBe(before);
	});

	test('keeps the person’s own word', async () => {
		const { answers } = (await send('GET', path)).body;
		const { id } = answers[0].answer;
		const point = answers[0].grade.points[0].id;
		await send('POST', `api/answers/${String(id)}/override`, { point, said: false });
		model = 'generous';
		await send('POST', 'api/regrade/measure', {});
		await send('POST', 'api/regrade/accept');
		const after = (await send('GET', path)).body.answers[0];
		expect(after.grade.points[0]).toMatchObject({ id: point, state: 'missing' });
		expect(after.overrides).toMatchObject([{ point, said: false }]);
	});

	test('leaves an answer alone that was taken back or edited after it was measured', async () => {
		const { answers } = (await send('GET', path)).body;
		model = 'generous';
		await send('POST', 'api/regrade/measure', {});
		model = 'words';
		await send('DELETE', `api/answers/${String(answers[0].answer.id)}`);
		await send('PUT', `api/answers/${String(answers[1].answer.id)}`, { answer: 'Other words.' });
		expect((await send('POST', 'api/regrade/accept')).body.accepted).toBe(0);
	});

	test('says so while the model is not ready, and keeps what there is', async () => {
		model = 'generous';
		ready = false;
		const reply = await send('POST', 'api/regrade/measure', {});
		expect(reply.status).toBe(503);
		expect(reply.headers.get('Retry-After')).toBe('2');
		expect((await state()).outdated).toBe(2);
	});
});
