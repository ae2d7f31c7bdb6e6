import { beforeEach, describe, expect, test } from 'vitest';
import type { Deps } from '$lib/api/deps';
import {
	createTestDeps,
	dump,
	questionsById,
	sendTo,
	signIn,
	type Send
} from '../support/api-fixture';

const questions = questionsById();
const ids = (body: any) => body.sessions.map(({ id }: { id: number }) => id);

let deps: Deps;
let send: Send;

beforeEach(async () => {
	deps = createTestDeps();
	send = await signIn(sendTo(deps));
});

async function practise(topic: string, answer?: string): Promise<any> {
	const { body } = await send('POST', 'api/sessions', { session_type: 'technical', topic });
	await send('POST', `api/sessions/${String(body.session.id)}/answers`, {
		question_id: body.question.id,
		answer: answer ?? questions.get(body.question.id)?.expected[0]
	});
	return body;
}

describe('lists of sessions', () => {
	test('the documented one has the last 20, and goes on with `before`', async () => {
		for (let index = 0; index < 23; index++)
			await send('POST', 'api/sessions', { session_type: 'technical', topic: 'python' });
		const first = (await send('GET', 'api/sessions')).body;
		expect(ids(first)).toEqual(Array.from({ length: 20 }, (_, index) => 23 - index));
		const rest = (await send('GET', 'api/sessions?before=4&limit=2')).body;
		expect(ids(rest)).toEqual([3, 2]);
		expect(Object.keys(first.sessions[0])).toEqual([
			'id',
			'session_type',
			'topic',
			'score',
			'duration',
			'created_at',
			'completed_at'
		]);
	});

	test('history by topic, page by page, with what was asked and correct', async () => {
		for (const topic of ['python', 'databases', 'python', 'python']) await practise(topic);
		const first = (await send('GET', 'api/history?topic=python&limit=2')).body;
		expect(ids(first)).toEqual([4, 3]);
		expect(first.next).toBe(3);
		expect(first.sessions[0].feedback).toMatchObject({ answered: 1, correct: 1 });
		const rest = (await send('GET', 'api/history?topic=python&type=technical&limit=2&before=3'))
			.body;
		expect(ids(rest)).toEqual([1]);
		expect(rest.next).toBeNull();
		expect((await send('GET', 'api/history?type=mock')).body).toEqual({ sessions: [], next: null });
	});

	test.each([
		['api/sessions?type=exam', 422],
		['api/sessions?limit=0', 422],
		['api/sessions?limit=101', 422],
		['api/history?before=77', 404]
	])('%s is refused', async (path, status) => {
		expect((await send('GET', path)).status).toBe(status);
	});
});

describe('a search in one’s own answers', () => {
	test('finds every word in answer or question, newest first', async () => {
		await practise('python', 'Generators are lazy, they yield one value at a time.');
		await practise('python', 'A list holds every value in memory.');
		const found = (await send('GET', 'api/answers?q=VALUE%20memory')).body;
		expect(found.answers).toHaveLength(1);
		expect(found.answers[0]).toMatchObject({ session_id: 2, topic: 'python' });
		expect((await send('GET', 'api/answers?q=value')).body.answers).toHaveLength(2);
		expect((await send('GET', 'api/answers?q=value&topic=databases')).body.answers).toEqual([]);
	});

	test('goes on with `next`', async () => {
		for (let index = 0; index < 3; index++) await practise('python', `Answer number ${index}.`);
		const first = (await send('GET', 'api/answers?q=number&limit=2')).body;
		expect(first.answers.map((found: any) => found.session_id)).toEqual([3, 2]);
		const rest = (await send('GET', `api/answers?q=number&limit=2&before=${first.next}`)).body;
		expect(rest.answers.map((found: any) => found.session_id)).toEqual([1]);
		expect(rest.next).toBeNull();
	});

	test('looks at the latest version of an edited answer', async () => {
		await practise('python', 'The first version.');
		const { answers } = (await send('GET', 'api/answers?q=first%20version')).body;
		await send('PUT', `api/answers/${answers[0].answer.id}`, { answer: 'A second thought.' });
		expect((await send('GET', 'api/answers?q=second%20thought')).body.answers).toHaveLength(1);
		expect((await send('GET', 'api/answers?q=first%20version')).body.answers).toEqual([]);
	});
});

describe('marks', () => {
	test('are kept, listed by kind, and go when nothing is left of them', async () => {
		const { question } = await practise('python');
		const path = `api/marks/${String(question.id)}`;
		await send('PATCH', path, { topic: 'python', flagged: true, note: ' Which version? ' });
		const marked = await send('PATCH', path, { topic: 'python', bookmarked: true });
		expect(marked.body.mark).toMatchObject({
			bookmarked: true,
			flagged: true,
			hidden: false,
			note: 'Which version?',
			prompt: question.prompt
		});
		expect((await send('GET', 'api/marks?kind=flagged')).body.marks).toHaveLength(1);
		expect((await send('GET', 'api/marks?kind=hidden')).body.marks).toEqual([]);
		const detail = (await send('GET', 'api/sessions/1')).body;
		expect(detail.answers[0].mark).toMatchObject({ flagged: true });

		await send('PATCH', path, { topic: 'python', bookmarked: false, flagged: false, note: '' });
		expect((await send('GET', 'api/marks')).body.marks).toEqual([]);
	});

	test('a hidden question is asked no more', async () => {
		const python = [...questions.values()].filter(({ topic }) => topic === 'python');
		for (const { id } of python.slice(1))
			await send('PATCH', `api/marks/${id}`, { topic: 'python', hidden: true });
		const { body } = await send('POST', 'api/sessions', {
			session_type: 'technical',
			topic: 'python'
		});
		expect(body.question.id).toBe(python[0]?.id);

		await send('PATCH', `api/marks/${String(python[0]?.id)}`, { topic: 'python', hidden: true });
		const before = await dump(deps.store);
		const none = await send('POST', 'api/sessions', { session_type: 'technical', topic: 'python' });
		expect(none.status).toBe(409);
		expect(none.body.detail).toMatch(/hidden/);
		expect(await dump(deps.store)).toBe(before);
	});

	test('an unknown question or topic is refused', async () => {
		const path = 'api/marks/none';
		expect((await send('PATCH', path, { topic: 'python', hidden: true })).status).toBe(404);
		expect((await send('PATCH', path, { topic: 'cobol', hidden: true })).status).toBe(422);
	});
});

describe('action plans', () => {
	test('name weak concepts by their titles, in the saved plan too', async () => {
		await practise('python', 'Nothing of the kind.');
		const saved = (await send('POST', 'api/profile/action_plans')).body.action_plan;
		const [present] = (await send('GET', 'api/profile/action_plans')).body.action_plans;
		const concepts: { id: string; title: string }[] = (
			await send('GET', 'api/topics')
		).body.topics.find(({ topic }: { topic: string }) => topic === 'python').concepts;
		const [weakest] = present.weak_concepts;
		const title = concepts.find(({ id }) => id === weakest.concept)?.title;

		for (const { recommended_sessions } of [present, saved])
			expect(recommended_sessions[0].reason).toContain(`first: ${String(title)} (`);
	});

	test('are saved, followed and removed', async () => {
		expect((await send('POST', 'api/profile/action_plans')).status).toBe(409);
		await practise('python', 'Nothing of the kind.');
		const saved = await send('POST', 'api/profile/action_plans');
		expect(saved.status).toBe(201);
		expect(saved.body.action_plan).toMatchObject({
			topics_to_focus: [{ topic: 'python' }],
			sessions_since: 0
		});
		await practise('python');

		const { action_plans } = (await send('GET', 'api/profile/action_plans')).body;
		expect(action_plans).toHaveLength(2);
		expect(action_plans[0]).not.toHaveProperty('id');
		const [outcome] = action_plans[1].outcome;
		expect(outcome.mastery_now).toBeGreaterThan(outcome.mastery_then);
		expect(action_plans[1].sessions_since).toBe(1);

		const path = `api/profile/action_plans/${String(saved.body.action_plan.id)}`;
		expect((await send('DELETE', path)).status).toBe(200);
		expect((await send('DELETE', path)).status).toBe(404);
		expect((await send('GET', 'api/profile/action_plans')).body.action_plans).toHaveLength(1);
	});
});

describe('grading a text', () => {
	const answer = 'A deadlock is a circular wait.';
	const question = { prompt: 'What is a deadlock?', expected: ['A circular wait for locks.'] };

	test('of a known question, or one’s own, records nothing', async () => {
		const before = await dump(deps.store);
		const [known] = [...questions.values()];
		const full = await send('POST', 'api/grade', {
			question_id: known?.id,
			answer: known?.expected[0]
		});
		expect(full.body.grade).toMatchObject({ score: 1, state: 'final' });
		const own = await send('POST', 'api/grade', { question, answer });
		expect(own.body.grade.points).toEqual([]);
		expect(own.body.grade.keyword_coverage).toBeGreaterThan(0);
		expect(await dump(deps.store)).toBe(before);
	});

	test('the specification’s example: 2 of 4 keywords are 0.50', async () => {
		const keywords = ['supervised', 'training', 'labels', 'algorithm'].map((term) => ({ term }));
		const { body } = await send('POST', 'api/grade', {
			question: { prompt: 'Explain it.', expected: ['Supervised training.'], keywords },
			answer: 'supervised training model'
		});
		expect(body.grade.keyword_coverage).toBe(0.5);
	});

	test.each([{ answer }, { answer, question, question_id: 'x' }, { answer, question_id: 'none' }])(
		'%j is refused',
		async (body) => {
			const reply = await send('POST', 'api/grade', body);
			expect(reply.status).toBe(422);
			expect(reply.body.errors[0].field).toBe('question_id');
		}
	);
});

test('packs: the built-in ones are listed; changing them is refused in clear words', async () => {
	const { packs } = (await send('GET', 'api/packs')).body;
	expect(packs[0]).toMatchObject({ built_in: true, topic: expect.any(String) });
	const topic = String(packs[0].topic);
	const added = await send('POST', 'api/packs', { topic: 'x', title: 'X', questions: [] });
	expect(added.status).toBe(409);
	expect((await send('DELETE', `api/packs/${topic}`)).status).toBe(409);
	expect((await send('PATCH', `api/packs/${topic}`, { title: 'Y' })).status).toBe(409);
	expect((await send('DELETE', 'api/packs/cobol')).status).toBe(404);
});

test('a backup cannot be brought back yet, and says so', async () => {
	const { body } = await send('GET', 'api/export');
	const reply = await send('POST', 'api/import', body);
	expect(reply.status).toBe(409);
	expect(reply.body.detail).toMatch(/cannot/);
});
