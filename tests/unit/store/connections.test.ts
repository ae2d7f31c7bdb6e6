import 'fake-indexeddb/auto';
import { forceCloseDatabase } from 'fake-indexeddb';
import { describe, expect, test, vi } from 'vitest';
import { openIndexedDbStore } from '$lib/store/indexeddb-store';
import { MIGRATIONS } from '$lib/store/migrations/all-migrations';
import { openDatabase, type DatabaseFactory } from '$lib/store/open-database';
import type { Store } from '$lib/store/store';
import { observedFactory } from '../../support/indexeddb-factory';
import { profileRecord } from '../../support/stored-records';

const NEXT = MIGRATIONS.length + 1;

const put = (store: Store) =>
	store.write(['profiles'], (tx) => tx.put('profiles', profileRecord()));
const names = async (store: Store) =>
	(await store.read(['profiles'], (tx) => tx.all('profiles'))).map(({ name }) => name);

/** Opens the database as the next version of the app would. */
const openNext = (
	factory: DatabaseFactory,
	{ timeoutMs = 1000, onBlocked }: { timeoutMs?: number; onBlocked?: () => void } = {}
) =>
	openDatabase({
		factory: () => factory,
		migrations: [...MIGRATIONS, { version: NEXT, migrate: () => {} }],
		timeoutMs,
		onBlocked
	});

describe('two tabs', () => {
	test('that start in the same instant both work', async () => {
		const { factory } = observedFactory();

		const [a, b] = await Promise.all([
			openIndexedDbStore({ indexedDB: factory }),
			openIndexedDbStore({ indexedDB: factory })
		]);
		await put(a);

		expect(await names(b)).toEqual(['Ada']);
	});

	test('of two versions: the older one lets go, is told, and writes no more', async () => {
		const { factory } = observedFactory();
		const onVersionChange = vi.fn();
		const older = await openIndexedDbStore({ indexedDB: factory, onVersionChange });
		await put(older);

		const newer = await openNext(factory);

		expect(onVersionChange.mock.calls).toEqual([[NEXT]]);
		await expect(put(older)).rejects.toMatchObject({ code: 'newer_version' });
		await expect(names(older)).rejects.toMatchObject({ code: 'newer_version' });
		expect(await newer.getAll('profiles')).toEqual([profileRecord()]);
	});

	test('are told when the data is deleted elsewhere', async () => {
		const { factory } = observedFactory();
		const onVersionChange = vi.fn();
		await openIndexedDbStore({ indexedDB: factory, onVersionChange });

		factory.deleteDatabase('mettle');

		await vi.waitFor(() => expect(onVersionChange.mock.calls).toEqual([[null]]));
	});

	test('an upgrade held up by a tab that does not let go says so, and ends', async () => {
		const { factory } = observedFactory();
		const holding = await openDatabase({
			factory: () => factory,
			migrations: MIGRATIONS,
			timeoutMs: 1000
		});
		const onBlocked = vi.fn();

		const opening = openNext(factory, { timeoutMs: 50, onBlocked });

		await expect(opening).rejects.toMatchObject({ code: 'blocked' });
		expect(onBlocked).toHaveBeenCalledOnce();
		holding.close();
		expect((await openNext(factory)).version).toBe(NEXT);
	});

	test('a held-up upgrade goes on by itself once the other tab lets go', async () => {
		const { factory } = observedFactory();
		const holding = await openDatabase({
			factory: () => factory,
			migrations: MIGRATIONS,
			timeoutMs: 1000
		});

		const database = await openNext(factory, { onBlocked: () => holding.close() });

		expect(database.version).toBe(NEXT);
	});
});

describe('a connection that is lost', () => {
	test('unnoticed is replaced once, and the work runs once', async () => {
		const { factory, connections } = observedFactory();
		const store = await openIndexedDbStore({ indexedDB: factory });
		connections[0]!.close();
		const work = vi.fn(() => Promise.resolve('done'));

		expect(await store.write(['profiles'], work)).toBe('done');

		expect(work).toHaveBeenCalledOnce();
		expect(connections).toHaveLength(2);
	});

	test('is not replaced for work that fails inside a transaction', async () => {
		const { factory, connections } = observedFactory();
		const store = await openIndexedDbStore({ indexedDB: factory });
		const reason = new DOMException('Mine.', 'InvalidStateError');
		const work = vi.fn(() => Promise.reject(reason));

		await expect(store.write(['profiles'], work)).rejects.toBe(reason);

		expect(work).toHaveBeenCalledOnce();
		expect(connections).toHaveLength(1);
	});

	test('fails the write when the new one cannot be had, and the next write tries again', async () => {
		const { factory, connections } = observedFactory();
		const store = await openIndexedDbStore({ indexedDB: factory });
		connections[0]!.close();
		const open = factory.open.bind(factory);
		factory.open = () => {
			factory.open = open;
			throw new DOMException('Broken.', 'UnknownError');
		};

		await expect(put(store)).rejects.toMatchObject({ code: 'unavailable' });
		expect(await names(store)).toEqual([]);
		await put(store);
		expect(await names(store)).toEqual(['Ada']);
	});

	test('at the hand of the browser is reported and replaced', async () => {
		const { factory, connections } = observedFactory();
		const onTerminated = vi.fn();
		const store = await openIndexedDbStore({ indexedDB: factory, onTerminated });

		// @ts-expect-error its types ask for the class where it takes a connection
		forceCloseDatabase(connections[0]!);

		await vi.waitFor(() => expect(onTerminated).toHaveBeenCalledOnce());
		await put(store);
		expect(await names(store)).toEqual(['Ada']);
	});
});

describe('opening', () => {
	test('that never answers ends with `timeout`', async () => {
		const { factory } = observedFactory();
		// A request that nothing will ever answer.
		const silent = vi.spyOn(factory, 'open').mockReturnValue(new IDBOpenDBRequest());

		const opening = openIndexedDbStore({ indexedDB: factory, timeoutMs: 20 });

		await expect(opening).rejects.toMatchObject({ code: 'timeout' });
		expect(silent).toHaveBeenCalledOnce();
	});

	test('that is answered after its limit holds nothing open', async () => {
		const { factory, connections } = observedFactory();
		const holding = await openDatabase({
			factory: () => factory,
			migrations: MIGRATIONS,
			timeoutMs: 1000
		});
		await expect(openNext(factory, { timeoutMs: 20 })).rejects.toMatchObject({ code: 'blocked' });

		holding.close();

		await vi.waitFor(() => expect(connections).toHaveLength(2));
		expect(connections[1]!.version).toBe(NEXT);
		expect(() => connections[1]!.transaction('profiles')).toThrow(
			expect.objectContaining({ name: 'InvalidStateError' })
		);
	});

	test.each(['SecurityError', 'UnknownError', 'InvalidStateError'])(
		'refused with %s is `unavailable`',
		async (name) => {
			const indexedDB = {
				open: () => {
					throw new DOMException('No.', name);
				}
			};

			await expect(openIndexedDbStore({ indexedDB })).rejects.toMatchObject({
				code: 'unavailable'
			});
		}
	);

	test('in a browser without IndexedDB is `unavailable`', async () => {
		vi.stubGlobal('indexedDB', undefined);

		await expect(openIndexedDbStore()).rejects.toMatchObject({ code: 'unavailable' });
	});
});

describe('a commit', () => {
	test('that fails after every put said yes is `quota`, and nothing is stored', async () => {
		const { factory, connections } = observedFactory();
		const store = await openIndexedDbStore({ indexedDB: factory });
		const raw = connections[0]!;
		const transaction = vi.spyOn(raw, 'transaction');

		const writing = store.write(['profiles'], async (tx) => {
			await tx.put('profiles', profileRecord());
			const running = transaction.mock.results[0]!.value as IDBTransaction;
			const full = new DOMException('Full.', 'QuotaExceededError');
			running.abort();
			Object.defineProperty(running, 'error', { value: full });
		});

		await expect(writing).rejects.toMatchObject({ code: 'quota' });
		expect(await names(store)).toEqual([]);
	});

	test('is strict, and has happened when the write resolves', async () => {
		const { factory, connections } = observedFactory();
		const store = await openIndexedDbStore({ indexedDB: factory });
		const transaction = vi.spyOn(connections[0]!, 'transaction');
		const order: string[] = [];

		const writing = store.write(['profiles'], async (tx) => {
			const running = transaction.mock.results[0]!.value as IDBTransaction;
			running.addEventListener('complete', () => order.push('complete'));
			await tx.put('profiles', profileRecord());
			order.push('put');
		});
		await writing;
		order.push('resolved');

		expect(order).toEqual(['put', 'complete', 'resolved']);
		expect(transaction).toHaveBeenCalledWith(['profiles'], 'readwrite', { durability: 'strict' });
	});
});
