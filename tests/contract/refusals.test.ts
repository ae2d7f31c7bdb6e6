import { beforeEach, describe, expect, test } from 'vitest';
import type { Deps } from '$lib/api/deps';
import { EXAMPLES } from '$lib/contract/examples';
import type { AnyExample } from '$lib/contract/examples/example';
import { ROUTES, type Method, type RouteKey, type RouteSpec } from '$lib/contract/routes';
import {
	createTestDeps,
	dump,
	sendTo,
	signIn,
	type Reply,
	type Send
} from '../support/api-fixture';

/* What every route refuses in the same way, and that a refusal leaves the store as it was. */

const METHODS: readonly Method[] = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];
const routes = Object.keys(ROUTES)
	.filter((key): key is RouteKey => key in ROUTES)
	.map((route) => {
		const [method = '', template = ''] = route.split(' ');
		const spec: RouteSpec = ROUTES[route];
		const example: AnyExample = EXAMPLES[route];
		const fill = (values: Readonly<Record<string, string>>) =>
			template.slice(1).replaceAll(/:(\w+)/gu, (_, name: string) => values[name] ?? 'none');
		const query = new URLSearchParams(
			Object.entries(example.query ?? {}).map(([name, value]) => [name, String(value)])
		).toString();
		return {
			route,
			method,
			template,
			spec,
			body: example.body,
			path: `${fill(example.params ?? {})}${query === '' ? '' : `?${query}`}`,
			unknown: fill({})
		};
	});
const writes = routes.filter(({ method }) => method !== 'GET');
const withBody = routes.filter(({ spec }) => spec.body !== undefined);

let deps: Deps;
let anonymous: Send;
let send: Send;
let before: string;

beforeEach(async () => {
	deps = createTestDeps();
	anonymous = sendTo(deps);
	send = await signIn(anonymous);
	const { body } = await send('POST', 'api/sessions', {
		session_type: 'technical',
		topic: 'databases'
	});
	await send('POST', `api/sessions/${String(body.session.id)}/answers`, {
		question_id: body.question.id,
		answer: 'It keeps each fact in one place, so that no two copies can disagree.'
	});
	before = await dump(deps.store);
});

async function expectRefused(reply: Reply, status: number): Promise<void> {
	expect(reply.status).toBe(status);
	expect(reply.body.status).toBe(status);
	expect(reply.body.detail.length).toBeGreaterThan(10);
	expect(await dump(deps.store)).toBe(before);
}

describe('401: no token, or one that is not known', () => {
	test.each(routes.filter(({ spec }) => spec.auth))('$route', async ({ method, path, body }) => {
		await expectRefused(await anonymous(method, path, body), 401);
		const reply = await anonymous(method, path, body, { Authorization: 'Bearer unknown' });
		await expectRefused(reply, 401);
		expect(reply.headers.get('WWW-Authenticate')).toBe('Bearer');
	});
});

describe('404: an id that is not there', () => {
	test.each(
		routes.filter(
			({ spec, template }) => template.includes(':') && spec.problems?.includes(404) === true
		)
	)('$route', async ({ method, unknown, body }) => {
		await expectRefused(await send(method, unknown, body), 404);
	});

	test.each(['api/sessions?before=99', 'api/history?before=99', 'api/answers?before=none'])(
		'GET %s',
		async (path) => {
			await expectRefused(await send('GET', path), 404);
		}
	);
});

describe('405: another method, with those that there are', () => {
	test.each([...new Set(routes.map(({ template }) => template))])('%s', async (template) => {
		const path = template.slice(1).replaceAll(/:\w+/gu, 'x');
		const allowed = routes
			.filter((known) => known.template === template)
			.map(({ method }) => method);
		const others = METHODS.filter((method) => !allowed.includes(method));
		for (const method of others) {
			const reply = await send(method, path, method === 'GET' ? undefined : {});
			const allow = reply.headers.get('Allow')?.split(', ') ?? [];
			// A path such as api/answers/grade_waiting is api/answers/:id as well.
			if (reply.status !== 405) continue;
			await expectRefused(reply, 405);
			expect(allow).toEqual(expect.arrayContaining(allowed));
			expect(allow).not.toContain(method);
		}
		const reply = await send('OPTIONS', path);
		await expectRefused(reply, 405);
	});
});

describe('400: a body that is not JSON', () => {
	test.each(withBody)('$route', async ({ method, path }) => {
		await expectRefused(await send(method, path, '{"topic":'), 400);
	});
});

describe('400: an Idempotency-Key that is none', () => {
	test.each(writes)('$route', async ({ method, path, body }) => {
		const key = { 'Idempotency-Key': 'k'.repeat(201) };
		await expectRefused(await send(method, path, body, key), 400);
	});
});

describe('413: a body beyond all measure', () => {
	test.each(writes)('$route', async ({ method, path }) => {
		await expectRefused(await send(method, path, { note: 'x'.repeat(1_000_001) }), 413);
	});
});

describe('415: a body that says it is something else', () => {
	test.each(withBody)('$route', async ({ method, path, body }) => {
		const form = { 'Content-Type': 'application/x-www-form-urlencoded' };
		await expectRefused(await send(method, path, JSON.stringify(body) + ' ', form), 415);
	});
});

describe('422: a body of the wrong shape', () => {
	test.each(withBody)('$route', async ({ method, path }) => {
		for (const body of [[], null, 7, 'text']) {
			const reply = await send(method, path, JSON.stringify(body));
			await expectRefused(reply, 422);
			expect(reply.body.errors[0].field).toBe('body');
		}
	});
});

describe('422: a query that is out of range', () => {
	test.each([
		['GET', 'api/sessions?type=quiz'],
		['GET', 'api/sessions?limit=0'],
		['GET', 'api/history?limit=101'],
		['GET', 'api/history?before=x'],
		['GET', 'api/answers?limit=1.5'],
		['GET', 'api/marks?kind=liked'],
		['DELETE', 'api/profile'],
		['DELETE', 'api/profile?name=Somebody']
	])('%s %s', async (method, path) => {
		await expectRefused(await send(method, path), 422);
	});
});

describe('409: a key that was used for something else', () => {
	test.each<[string, string, object, object]>([
		[
			'POST',
			'api/sessions',
			{ session_type: 'technical', topic: 'python' },
			{ session_type: 'technical', topic: 'databases' }
		],
		['POST', 'api/profiles', { name: 'Kim' }, { name: 'Lee' }],
		['PATCH', 'api/profile', { minutes_a_day: 10 }, { minutes_a_day: 20 }],
		['PATCH', 'api/settings', { show_timer: false }, { show_timer: true }],
		['POST', 'api/user/reset_mastery', { topic: 'databases' }, { topic: 'all' }],
		[
			'PATCH',
			'api/marks/db-normal-forms',
			{ topic: 'databases', hidden: true },
			{ topic: 'databases', hidden: false }
		]
	])('%s %s', async (method, path, first, second) => {
		const key = { 'Idempotency-Key': 'once' };
		const done = await send(method, path, first, key);
		expect(done.status).toBeLessThan(300);
		before = await dump(deps.store);

		await expectRefused(await send(method, path, second, key), 409);
		const again = await send(method, path, first, key);
		expect(again.body).toEqual(done.body);
		expect(await dump(deps.store)).toBe(before);
	});

	test('a built-in pack is not changed, removed or added to', async () => {
		await expectRefused(await send('PATCH', 'api/packs/databases', { title: 'Mine' }), 409);
		await expectRefused(await send('DELETE', 'api/packs/databases'), 409);
	});
});
