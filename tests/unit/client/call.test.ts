import { describe, expect, test } from 'vitest';
import { createApiClient, type Transport } from '$lib/client/call';
import { createTokenKeeper } from '$lib/client/token';
import { createTestDeps } from '../../support/api-fixture';
import { handle } from '$lib/api/handle';

/** What one browser keeps, and the keepers of its tabs. */
function browserStorage(kept: Record<string, string> = {}): Storage {
	const items = new Map(Object.entries(kept));
	return {
		get length() {
			return items.size;
		},
		clear: () => items.clear(),
		getItem: (name) => items.get(name) ?? null,
		key: (index) => [...items.keys()][index] ?? null,
		removeItem: (name) => void items.delete(name),
		setItem: (name, value) => void items.set(name, value)
	};
}

function setUp({
	storage = browserStorage(),
	deps = createTestDeps(),
	overWorker = undefined as Transport['send'] | undefined
} = {}) {
	const asked: Request[] = [];
	const written: string[] = [];
	const told: string[] = [];
	const token = createTokenKeeper(() => storage);
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
		onWritten: (route) => written.push(route),
		onLeaving: () => told.push(`leaving ${token.read()?.profileId ?? ''}`),
		onSwitched: () => told.push(`now ${token.read()?.profileId ?? ''}`)
	});
	return { client, asked, written, told, token, storage, deps };
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
		const { client, token } = setUp({
			storage: browserStorage({ 'mettle-token': 'from-before-the-data-was-cleared' })
		});

		expect(await client.call('GET /api/profile')).toMatchObject({ ok: true, status: 200 });
		expect(token.read()?.token).not.toBe('from-before-the-data-was-cleared');
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

describe('several profiles on one device', () => {
	async function twoProfiles() {
		const tab = setUp();
		const own = await tab.client.call('GET /api/profile');
		const made = await tab.client.call('POST /api/profiles', { body: { name: 'Ada' } });
		if (!own.ok || !made.ok) throw new Error('no two profiles');
		return { tab, own: own.body.profile.id, ada: made.body.profile.id };
	}
	async function nameAs({ client }: ReturnType<typeof setUp>): Promise<string> {
		const result = await client.call('GET /api/profile');
		return result.ok ? result.body.profile.name : String(result.status);
	}

	test('a switch speaks for the other profile and tells of it before and after', async () => {
		const { tab, own, ada } = await twoProfiles();
		expect(await tab.client.signIn.switchTo(ada)).toEqual({ ok: true });

		expect(await nameAs(tab)).toBe('Ada');
		expect(tab.told).toEqual([`leaving ${own}`, `now ${ada}`]);
	});

	test('to and fro makes no more tokens than profiles', async () => {
		const { tab, own, ada } = await twoProfiles();
		for (const id of [ada, own, ada, own, ada]) await tab.client.signIn.switchTo(id);
		const tokens = await tab.client.call('GET /api/auth/tokens');

		expect(tokens.ok && tokens.body.tokens).toHaveLength(1);
	});

	test('a profile that is not there leaves everything as it was', async () => {
		const { tab } = await twoProfiles();

		expect(await tab.client.signIn.switchTo('01ARZ3NDEKTSV4RRFFQ69G5FAV')).toMatchObject({
			ok: false,
			status: 404
		});
		expect(await nameAs(tab)).toBe('Me');
		expect(tab.told).toEqual([]);
	});

	test('another tab speaks for its profile until it follows', async () => {
		const { tab, ada } = await twoProfiles();
		const other = setUp({ storage: tab.storage, deps: tab.deps });
		expect(await nameAs(other)).toBe('Me');
		await tab.client.signIn.switchTo(ada);
		expect(await nameAs(other)).toBe('Me');
		other.client.signIn.follow();

		expect(await nameAs(other)).toBe('Ada');
		expect(other.told).toHaveLength(2);
	});

	test('what is sent on leaving still counts for the profile that is left', async () => {
		const deps = createTestDeps();
		const storage = browserStorage();
		const names: Promise<unknown>[] = [];
		const transport: Transport = {
			answeredBy: 'page',
			send: (request) => handle(request, deps)
		};
		const client = createApiClient({
			root: 'http://mettle.test/',
			token: createTokenKeeper(() => storage),
			transport: () => Promise.resolve(transport),
			inPage: () => Promise.resolve(transport),
			onWritten: () => undefined,
			onLeaving: () => names.push(client.call('GET /api/profile'))
		});
		const made = await client.call('POST /api/profiles', { body: { name: 'Ada' } });
		await client.signIn.switchTo(made.ok ? made.body.profile.id : null);

		expect(await Promise.all(names)).toMatchObject([{ body: { profile: { name: 'Me' } } }]);
	});

	test('a revoked token is replaced by one for the same profile', async () => {
		const { tab, ada } = await twoProfiles();
		await tab.client.signIn.switchTo(ada);
		await tab.client.call('DELETE /api/auth/token');

		expect(await nameAs(tab)).toBe('Ada');
		expect(tab.told).toHaveLength(2);
	});

	test('a write meant for a deleted profile does not happen in the next one', async () => {
		const { tab, ada } = await twoProfiles();
		await tab.client.signIn.switchTo(ada);
		const other = setUp({ storage: tab.storage, deps: tab.deps });
		expect(await nameAs(other)).toBe('Ada');
		await tab.client.call('DELETE /api/profile', { query: { name: 'Ada' } });
		const late = await other.client.call('PATCH /api/profile', { body: { name: 'Grace' } });

		expect(late).toMatchObject({ ok: false, status: 401 });
		expect(await nameAs(other)).toBe('Me');
		expect(other.told).toHaveLength(2);
	});
});
