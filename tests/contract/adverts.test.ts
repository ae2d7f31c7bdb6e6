import { readFileSync } from 'node:fs';
import { beforeEach, expect, test } from 'vitest';
import type { Deps } from '$lib/api/deps';
import {
	createTestDeps,
	dump,
	questionsById,
	sendTo,
	signIn,
	type Send
} from '../support/api-fixture';

const ADVERT = readFileSync(new URL('../fixtures/adverts/backend.txt', import.meta.url), 'utf8');

let deps: Deps;
let send: Send;

beforeEach(async () => {
	deps = createTestDeps();
	send = await signIn(sendTo(deps));
});

test('an advert is held against mastery, and nothing is recorded', async () => {
	const started = await send('POST', 'api/sessions', {
		session_type: 'technical',
		topic: 'databases'
	});
	await send('POST', `api/sessions/${String(started.body.session.id)}/answers`, {
		question_id: started.body.question.id,
		answer: questionsById().get(started.body.question.id)?.expected[0]
	});
	const before = await dump(deps.store);
	const { status, body } = await send('POST', 'api/adverts', { text: ADVERT });

	expect(status).toBe(200);
	expect(body.topics.map(({ topic }: { topic: string }) => topic)).toEqual([
		'python',
		'networks',
		'operating_systems',
		'databases'
	]);
	expect(body.topics[0]).toMatchObject({
		title: 'Python',
		times: 5,
		mastery: null,
		weak_concepts: [],
		reason:
			'Asked for 5 times (Python, Django, asyncio). You have not practised it here yet: a gap.'
	});
	const databases = body.topics[3];
	expect(databases.mastery).toBeGreaterThanOrEqual(0.7);
	expect(databases.never_practised).toContain('isolation_levels');
	for (const { phrase, span } of databases.asked) expect(ADVERT.slice(...span)).toBe(phrase);
	expect(body.not_covered.map(({ phrase }: { phrase: string }) => phrase)).toEqual([
		'React',
		'JavaScript',
		'Docker',
		'Kubernetes'
	]);
	expect(await dump(deps.store)).toBe(before);
});

test('an advert that names nothing gets an empty answer', async () => {
	expect((await send('POST', 'api/adverts', { text: 'We bake bread.' })).body).toEqual({
		topics: [],
		not_covered: []
	});
});

test('no more than 20 places a topic, all counted', async () => {
	const { body } = await send('POST', 'api/adverts', { text: 'SQL, '.repeat(500) });
	expect(body.topics[0]).toMatchObject({ times: 500 });
	expect(body.topics[0].asked).toHaveLength(20);
});

test.each([
	[{ text: ' \n\u200B ' }, 422, 'text'],
	[{ text: '🙂' }, 422, 'text'],
	[{}, 422, 'text'],
	[{ text: 5 }, 422, 'text'],
	[{ text: 'x', keep: true }, 422, 'body'],
	[{ text: 'é'.repeat(20_001) }, 413, 'text']
])('%#: bad input is refused, names the field and changes nothing', async (input, code, field) => {
	const before = await dump(deps.store);
	const { status, body } = await send('POST', 'api/adverts', input);

	expect(status).toBe(code);
	expect(body.errors[0].field).toBe(field);
	expect(await dump(deps.store)).toBe(before);
});

test('20,000 code points are read, however many units they take', async () => {
	const text = `SQL ${'🙂'.repeat(19_996)}`;
	expect((await send('POST', 'api/adverts', { text })).status).toBe(200);
});
