import { beforeEach, describe, expect, test } from 'vitest';
import type { Deps } from '$lib/api/deps';
import {
	createTestDeps,
	dump,
	sendTo,
	signIn,
	type Reply,
	type Send
} from '../support/api-fixture';

let deps: Deps;
let anonymous: Send;
let send: Send;
let sessionId: number;
let questionId: string;
let before: string;

beforeEach(async () => {
	deps = createTestDeps();
	anonymous = sendTo(deps);
	send = await signIn(anonymous);
	const { body } = await send('POST', 'api/sessions', {
		session_type: 'technical',
		topic: 'python'
	});
	sessionId = body.session.id;
	questionId = body.question.id;
	before = await dump(deps.store);
});

/** The status, a problem that says what to do, and a store as it was. */
async function expectRefused(reply: Reply, status: number, text: RegExp): Promise<void> {
	expect(reply.status).toBe(status);
	expect(reply.headers.get('Content-Type')).toBe('application/problem+json');
	expect(reply.headers.get('Mettle-Api')).toBe('1');
	expect(reply.body).toMatchObject({ type: 'about:blank', status, error: reply.body.detail });
	expect(reply.body.detail).toMatch(text);
	expect(await dump(deps.store)).toBe(before);
}

const answers = () => `api/sessions/${String(sessionId)}/answers`;

describe('a request that cannot be done names what is wrong and changes nothing', () => {
	test('an unknown topic', async () => {
		const reply = await send('POST', 'api/sessions', { session_type: 'technical', topic: 'cobol' });
		await expectRefused(reply, 422, /topic: there is no topic "cobol"/);
		expect(reply.body.errors).toEqual([{ field: 'topic', message: expect.any(String) }]);
	});

	test('an empty topic', async () => {
		const reply = await send('POST', 'api/sessions', { session_type: 'technical', topic: '  ' });
		await expectRefused(reply, 422, /topic: name a topic/);
	});

	test('a reset without a topic', async () => {
		await expectRefused(await send('POST', 'api/user/reset_mastery', {}), 422, /topic/);
	});

	test('a body that is not JSON', async () => {
		await expectRefused(await send('POST', answers(), '{"question_id":'), 400, /not valid JSON/);
	});

	test('a body of another type', async () => {
		const reply = await send('POST', answers(), 'hello', { 'Content-Type': 'text/plain' });
		await expectRefused(reply, 415, /application\/json/);
	});

	test('a field of the wrong kind', async () => {
		const reply = await send('POST', answers(), { question_id: questionId, answer: 5 });
		await expectRefused(reply, 422, /answer/);
		expect(reply.body.errors[0].field).toBe('answer');
	});

	test.each(['', '   \n\t', '\u200b\u200d', '👩‍💻🎉', '…!?'])(
		'nothing to grade: %j',
		async (answer) => {
			const reply = await send('POST', answers(), { question_id: questionId, answer });
			await expectRefused(reply, 422, /nothing to grade yet/);
		}
	);

	test('an answer of more than 50,000 code points', async () => {
		const answer = '😀'.repeat(50_001);
		const reply = await send('POST', answers(), { question_id: questionId, answer });
		await expectRefused(reply, 413, /50,000/);
	});

	test('a body beyond all measure', async () => {
		const reply = await send('POST', answers(), {
			question_id: questionId,
			answer: 'x'.repeat(1_100_000)
		});
		await expectRefused(reply, 413, /too large/);
	});

	test('no token, an odd one, a wrong one', async () => {
		await expectRefused(await anonymous('GET', 'api/profile'), 401, /Bearer/);
		for (const Authorization of ['Basic abc', 'Bearer', 'Bearer wrong-token']) {
			const reply = await anonymous('GET', 'api/profile', undefined, { Authorization });
			await expectRefused(reply, 401, /token/);
			expect(reply.headers.get('WWW-Authenticate')).toBe('Bearer');
		}
	});

	test('a question that is not the open one', async () => {
		const reply = await send('POST', answers(), { question_id: 'py-other', answer: 'A list.' });
		await expectRefused(reply, 409, /not open/);
	});

	test('an unknown session, and a number that is none', async () => {
		await expectRefused(await send('GET', 'api/sessions/99'), 404, /no session 99/);
		await expectRefused(await send('GET', 'api/sessions/0x1'), 404, /no session/);
	});

	test('an unknown path', async () => {
		await expectRefused(await send('GET', 'api/nothing'), 404, /no api\/nothing/);
	});

	test('another method, with what is allowed', async () => {
		const reply = await send('DELETE', 'api/sessions');
		await expectRefused(reply, 405, /use GET, POST/);
		expect(reply.headers.get('Allow')).toBe('GET, POST');
	});

	test('a broken percent sign', async () => {
		await expectRefused(await send('GET', 'api/adaptive/mastery/%E0%A4'), 400, /percent/);
	});

	test('a token for a page of another origin', async () => {
		const reply = await anonymous('POST', 'api/auth/token', {}, { 'Sec-Fetch-Site': 'cross-site' });
		await expectRefused(reply, 403, /this site only/);
	});
});

test('a session of another profile is as if it did not exist', async () => {
	const made = await send('POST', 'api/profiles', { name: 'Other' });
	const { body } = await anonymous('POST', 'api/auth/token', {
		profile_id: made.body.profile.id
	});
	before = await dump(deps.store);
	const other: Send = (method, path, json) =>
		anonymous(method, path, json, { Authorization: `Bearer ${String(body.token)}` });

	await expectRefused(await other('GET', `api/sessions/${String(sessionId)}`), 404, /no session/);
	const reply = await other('POST', answers(), { question_id: questionId, answer: 'A list.' });
	await expectRefused(reply, 404, /no session/);
	expect((await other('GET', 'api/sessions')).body).toEqual({ sessions: [] });
});

test.each(['I don’t know', "i don't know.", 'IDK', 'No idea!'])(
	'%j is recorded as skipped, never as a grade',
	async (answer) => {
		const reply = await send('POST', answers(), { question_id: questionId, answer });

		expect(reply.status).toBe(200);
		expect(reply.body.answer.state).toBe('skipped');
		expect(reply.body.grade).toBeNull();
		expect((await send('GET', 'api/user/progress')).body.topics).toEqual({});
	}
);

test('a topic by any name can be asked for', async () => {
	const name = 'Größe/日本 100 % 🦊';
	const reply = await send('GET', `api/adaptive/mastery/${encodeURIComponent(name)}`);

	expect(reply.body).toMatchObject({ exists: false, mastery: { topic: name } });
});
