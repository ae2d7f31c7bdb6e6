import { describe, expect, test } from 'vitest';
import { createApiClient, type Transport } from '$lib/client/call';
import type { TokenKeeper } from '$lib/client/token';
import { createTestDeps } from '../../support/api-fixture';
import { handle } from '$lib/api/handle';

function memoryToken(token: string | null = null): TokenKeeper {
	let kept = token;
	return { read: () => kept, keep: (next) => (kept = next) };
}

function setUp({
	token = memoryToken(),
	overWorker = undefined as Transport['send'] | undefined
} = {}) {
	const deps = createTestDeps();
	const asked: Request[] = [];
	const written: string[] = [];
	const inPage: Transport = {
		answeredBy: 'page',
		send(request) {
			asked.push(request.clone());
			return handle(request, deps);
		}
	};
	const worker: Transport = { answeredBy: 'service-worker', send: overWorker ?? inPage.send };
	const client = createApiClient({
		root: 'http://mettle.test/',
		token,
		transport: () => Promise.resolve(worker),
		inPage: () => Promise.resolve(inPage),
		onWritten: (route) => written.push(route)
	});
	return { client, asked, written };
}

describe('the typed client', () => {
	test('signs in by itself, once, however many calls begin together', async () => {
		const { client, asked } = setUp();
		const results = await Promise.all([
			client.call('GET /api/profile'),
			client.call('GET /api/user/progress')
		]);

		expect(results.map((result) => result.ok)).toEqual([true, true]);
		expect(asked.filter((request) => request.url.endsWith('auth/token'))).toHaveLength(1);
	});

	test('renews a token that is not known any more', async () => {
		const token = memoryToken('from-before-the-data-was-cleared');
		const { client } = setUp({ token });

		expect(await client.call('GET /api/profile')).toMatchObject({ ok: true, status: 200 });
		expect(token.read()).not.toBe('from-before-the-data-was-cleared');
	});

	test('fills in and encodes the path, and sends a key with every write', async () => {
		const { client, asked, written } = setUp();
		await client.call('GET /api/adaptive/mastery/:topic', { params: { topic: 'a b/c' } });
		await client.call('POST /api/user/reset_mastery', { body: { topic: 'all' } });
		await client.call('POST /api/user/reset_mastery', {
			body: { topic: 'all' },
			idempotencyKey: 'k'
		});

		expect(asked.map((request) => new URL(request.url).pathname)).toContain(
			'/api/adaptive/mastery/a%20b%2Fc'
		);
		const keys = asked
			.filter((request) => request.url.endsWith('reset_mastery'))
			.map((request) => request.headers.get('Idempotency-Key'));
		expect(keys[0]).toMatch(/^[0-9a-f]{32}$/);
		expect(keys[1]).toBe('k');
		expect(written).toContain('POST /api/user/reset_mastery');
	});

	test('never takes a page of the host for an answer: the page does it itself', async () => {
		const { client } = setUp({
			overWorker: () =>
				Promise.resolve(
					new Response('<!doctype html>', { headers: { 'Content-Type': 'text/html' } })
				)
		});

		expect(await client.call('GET /api/profile')).toMatchObject({ ok: true, status: 200 });
		expect(client.answeredBy).toBe('page');
	});

	test('a problem is a value, with what to do', async () => {
		const { client } = setUp();
		const result = await client.call('POST /api/sessions', {
			body: { session_type: 'technical', topic: 'cobol' }
		});

		expect(result).toMatchObject({
			ok: false,
			status: 422,
			problem: { status: 422 }
		});
	});

	test('so is an API that cannot be reached', async () => {
		const { client } = setUp({
			overWorker: () => Promise.reject(new TypeError('Failed to fetch'))
		});

		expect(await client.call('GET /api/profile')).toMatchObject({ ok: false, status: 503 });
	});
});
