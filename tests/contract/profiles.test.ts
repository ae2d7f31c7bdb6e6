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

let deps: Deps;
let anonymous: Send;
let send: Send;

beforeEach(async () => {
	deps = createTestDeps();
	anonymous = sendTo(deps);
	send = await signIn(anonymous);
});

/** Signs in to a profile by its id. */
async function signInTo(profile_id: string): Promise<Send> {
	const { body } = await anonymous('POST', 'api/auth/token', { profile_id });
	return (method, path, json, headers = {}) =>
		anonymous(method, path, json, { Authorization: `Bearer ${String(body.token)}`, ...headers });
}

async function practise(as: Send, topic = 'python'): Promise<void> {
	const { body } = await as('POST', 'api/sessions', { session_type: 'technical', topic });
	await as('POST', `api/sessions/${String(body.session.id)}/answers`, {
		question_id: body.question.id,
		answer: questions.get(body.question.id)?.expected[0]
	});
}

describe('profiles', () => {
	test('are made, listed and signed in to; none sees what another did', async () => {
		await practise(send);
		const made = await send('POST', 'api/profiles', { name: ' Grace ' });
		expect(made.status).toBe(201);
		expect(made.body.profile).toMatchObject({
			name: 'Grace',
			interview_date: null,
			minutes_a_day: null
		});
		const grace = await signInTo(made.body.profile.id);

		expect((await grace('GET', 'api/sessions')).body.sessions).toEqual([]);
		expect((await grace('GET', 'api/user/progress')).body.topics).toEqual({});
		expect((await send('GET', 'api/sessions')).body.sessions).toHaveLength(1);
		expect((await grace('GET', 'api/profiles')).body.profiles).toMatchObject([
			{ name: 'Me', current: false },
			{ name: 'Grace', current: true }
		]);
	});

	test('say who, when and how long', async () => {
		const changed = await send('PATCH', 'api/profile', {
			name: 'Ada',
			interview_date: '2026-04-01',
			minutes_a_day: 25
		});
		expect(changed.body.profile).toMatchObject({
			name: 'Ada',
			interview_date: '2026-04-01',
			minutes_a_day: 25
		});
		const cleared = await send('PATCH', 'api/profile', { interview_date: null });
		expect(cleared.body.profile).toMatchObject({ interview_date: null, minutes_a_day: 25 });
	});

	test.each([
		[{ name: '' }, 'name'],
		[{ interview_date: '2026-02-30' }, 'interview_date'],
		[{ minutes_a_day: 0 }, 'minutes_a_day'],
		[{ nickname: 'x' }, 'body']
	])('%j is refused and changes nothing', async (body, field) => {
		const before = await dump(deps.store);
		const reply = await send('PATCH', 'api/profile', body);
		expect(reply.status).toBe(422);
		expect(reply.body.errors[0].field).toBe(field);
		expect(await dump(deps.store)).toBe(before);
	});

	test('have names of their own', async () => {
		await send('POST', 'api/profiles', { name: 'Grace' });
		expect((await send('POST', 'api/profiles', { name: 'Grace' })).status).toBe(409);
		expect((await send('PATCH', 'api/profile', { name: 'Grace' })).status).toBe(409);
	});

	test('go with everything in them, and only them, once their name is repeated', async () => {
		const before = await dump(deps.store);
		const made = await send('POST', 'api/profiles', { name: 'Grace' });
		const grace = await signInTo(made.body.profile.id);
		await practise(grace);
		const question = [...questions.values()].find(({ topic }) => topic === 'python')?.id;
		await grace('PATCH', `api/marks/${String(question)}`, { topic: 'python', hidden: true });

		expect((await grace('DELETE', 'api/profile?name=grace')).status).toBe(422);
		expect((await grace('DELETE', 'api/profile')).status).toBe(422);
		const gone = await grace('DELETE', 'api/profile?name=Grace');

		expect(gone).toMatchObject({ status: 200, body: { deleted: made.body.profile.id } });
		expect((await grace('GET', 'api/profile')).status).toBe(401);
		expect(await dump(deps.store)).toBe(before);
	});

	test('the device goes on with the oldest one left, or a fresh one', async () => {
		await send('POST', 'api/profiles', { name: 'Grace' });
		await send('DELETE', 'api/profile?name=Me');
		const grace = await anonymous('POST', 'api/auth/token', {});
		expect(grace.body.profile.name).toBe('Grace');

		await (
			await signInTo(grace.body.profile.id)
		)('DELETE', 'api/profile?name=Grace');
		const fresh = await anonymous('POST', 'api/auth/token', {});
		expect(fresh.body.profile.name).toBe('Me');
	});
});

describe('tokens', () => {
	test('are listed by hash, revoked one by one, and never shown again', async () => {
		const other = await signIn(anonymous);
		const { tokens } = (await send('GET', 'api/auth/tokens')).body;
		expect(tokens).toHaveLength(2);
		expect(tokens.filter((token: { current: boolean }) => token.current)).toHaveLength(1);
		const theirs = tokens.find((token: { current: boolean }) => !token.current);
		expect(theirs.id).toMatch(/^[0-9a-f]{64}$/);

		await send('DELETE', `api/auth/tokens/${String(theirs.id)}`);
		expect((await other('GET', 'api/profile')).status).toBe(401);
		expect((await send('GET', 'api/profile')).status).toBe(200);
		expect((await send('DELETE', `api/auth/tokens/${String(theirs.id)}`)).status).toBe(404);
	});

	test('another profile’s token cannot be revoked', async () => {
		const made = await send('POST', 'api/profiles', { name: 'Grace' });
		const grace = await signInTo(made.body.profile.id);
		const { tokens } = (await send('GET', 'api/auth/tokens')).body;
		expect((await grace('DELETE', `api/auth/tokens/${String(tokens[0].id)}`)).status).toBe(404);
		expect((await send('GET', 'api/profile')).status).toBe(200);
	});

	test('signing out ends this one', async () => {
		expect((await send('DELETE', 'api/auth/token')).status).toBe(200);
		expect((await send('GET', 'api/profile')).status).toBe(401);
	});
});

test('settings: how many questions a session has when nobody says', async () => {
	expect((await send('GET', 'api/settings')).body.settings).toEqual({
		question_count: 5,
		show_timer: true,
		ask_confidence: true
	});
	await send('PATCH', 'api/settings', { question_count: 2 });
	const { body } = await send('POST', 'api/sessions', {
		session_type: 'technical',
		topic: 'python'
	});
	expect(body.question.of).toBe(2);
	expect((await send('PATCH', 'api/settings', { question_count: 51 })).status).toBe(422);
});

describe('a reset', () => {
	test('can be undone until the next answer in its topic, and leaves history bit for bit', async () => {
		await practise(send);
		await practise(send, 'databases');
		const before = (await send('GET', 'api/adaptive/mastery/python')).body;
		const other = (await send('GET', 'api/adaptive/mastery/databases')).body;
		const sessions = (await send('GET', 'api/dashboard_data')).body;

		await send('POST', 'api/user/reset_mastery', { topic: 'python' });
		expect((await send('GET', 'api/adaptive/mastery/python')).body.exists).toBe(false);
		expect((await send('GET', 'api/adaptive/mastery/databases')).body).toEqual(other);
		expect((await send('GET', 'api/dashboard_data')).body).toEqual(sessions);
		expect((await send('GET', 'api/user/resets')).body.resets).toMatchObject([{ topic: 'python' }]);

		const undone = await send('POST', 'api/user/undo_reset', { topic: 'python' });
		expect(undone.body.topics_restored).toEqual(['python']);
		expect((await send('GET', 'api/adaptive/mastery/python')).body).toEqual(before);
		expect((await send('GET', 'api/user/resets')).body.resets).toEqual([]);
	});

	test('of all, with one topic practised since: the others come back', async () => {
		await practise(send);
		await practise(send, 'databases');
		await send('POST', 'api/user/reset_mastery', { topic: 'all' });
		await practise(send);
		const undone = await send('POST', 'api/user/undo_reset', { topic: 'all' });
		expect(undone.body.topics_restored).toEqual(['databases']);
		expect((await send('GET', 'api/adaptive/mastery/python')).body.mastery).toMatchObject({
			questions_attempted: 1
		});
	});

	test('without one, there is nothing to undo', async () => {
		const reply = await send('POST', 'api/user/undo_reset', { topic: 'python' });
		expect(reply).toMatchObject({ status: 200, body: { topics_restored: [] } });
	});
});

test('the export holds every event, and no other profile’s', async () => {
	await practise(send);
	await practise(
		await signInTo((await send('POST', 'api/profiles', { name: 'Grace' })).body.profile.id)
	);
	const { body } = await send('GET', 'api/export');

	expect(body).toMatchObject({ format: 'mettle-backup', version: 1, profile: { name: 'Me' } });
	expect(body.events.map(({ kind }: { kind: string }) => kind)).toEqual([
		'session_started',
		'question_shown',
		'answer_given',
		'answer_graded',
		'question_shown'
	]);
	expect(new Set(body.events.map((event: { profile_id: string }) => event.profile_id)).size).toBe(
		1
	);
});
