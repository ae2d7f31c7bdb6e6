import { describe, expect, test } from 'vitest';
import type { WriteTx } from '$lib/store/store';
import type { StoreOfTest } from '../store-exam';
import {
	MORNING_MS,
	newSession,
	profileRecord,
	replyRecord,
	resetEvent,
	shownEvent
} from '../stored-records';

const TABLES = ['profiles', 'sessions', 'events', 'replies'] as const;

/** One action of several steps over entries that exist and entries that do not. */
const STEPS: readonly ((tx: WriteTx) => Promise<unknown>)[] = [
	(tx) => tx.put('profiles', profileRecord({ name: 'changed' })),
	(tx) => tx.addSession(newSession({ ulid: 'new' })),
	(tx) => tx.put('sessions', { ...newSession({ completed_at_ms: MORNING_MS }), id: 1 }),
	(tx) => tx.add('events', resetEvent()),
	(tx) => tx.delete('events', 'event-a'),
	(tx) => tx.put('events', shownEvent({ topic: 'databases' })),
	(tx) => tx.delete('replies', ['ada', 'key-a'])
];

export function examineAtomicity(store: StoreOfTest): void {
	const fill = () =>
		store().write(TABLES, async (tx) => {
			await tx.put('profiles', profileRecord());
			await tx.addSession(newSession());
			await tx.put('events', shownEvent());
			await tx.put('replies', replyRecord());
		});

	const everything = () =>
		store().read(TABLES, async (tx) => ({
			entries: await Promise.all(TABLES.map((table) => tx.all(table))),
			byTopic: await tx.select('events', 'by_topic', {}),
			byUlid: await tx.select('sessions', 'by_ulid', {})
		}));

	describe('a transaction', () => {
		test.each(STEPS.map((_, i) => i + 1))(
			'leaves nothing behind when its work throws after step %i',
			async (steps) => {
				await fill();
				const before = await everything();
				const reason = new Error('Changed my mind.');

				const writing = store().write(TABLES, async (tx) => {
					for (const step of STEPS.slice(0, steps)) await step(tx);
					throw reason;
				});

				await expect(writing).rejects.toBe(reason);
				expect(await everything()).toEqual(before);
				const id = await store().write(TABLES, (tx) => tx.addSession(newSession()));
				expect(id).toBe(2);
			}
		);

		test('is stored whole when its work ends', async () => {
			await fill();

			const result = await store().write(TABLES, async (tx) => {
				for (const step of STEPS) await step(tx);
				return 'done';
			});

			expect(result).toBe('done');
			const { entries, byTopic, byUlid } = await everything();
			expect(entries.map((table) => table.length)).toEqual([1, 2, 2, 0]);
			expect(byTopic.map(({ id }) => id)).toEqual(['event-a', 'event-r']);
			expect(byUlid.map(({ ulid }) => ulid)).toEqual(['new', 'session-a']);
		});

		test('fails with `exists` when an insert meets an entry, and keeps nothing', async () => {
			await fill();
			const before = await everything();

			const writing = store().write(TABLES, async (tx) => {
				await tx.delete('replies', ['ada', 'key-a']);
				await tx.add('events', shownEvent({ topic: 'databases' }));
			});

			await expect(writing).rejects.toMatchObject({ name: 'StoreError', code: 'exists' });
			expect(await everything()).toEqual(before);
		});

		test('is doomed by a failed call even when its work goes on', async () => {
			await fill();
			const before = await everything();

			const writing = store().write(TABLES, async (tx) => {
				await tx.add('events', shownEvent()).catch(() => {});
				await tx.put('profiles', profileRecord({ name: 'changed' })).catch(() => {});
			});

			await expect(writing).rejects.toMatchObject({ code: 'exists' });
			expect(await everything()).toEqual(before);
		});

		test('includes calls that its work did not wait for', async () => {
			await fill();

			await store().write(TABLES, async (tx) => void tx.put('events', resetEvent()));
			const failing = store().write(TABLES, async (tx) => {
				void tx.put('profiles', profileRecord({ name: 'changed' }));
				void tx.add('events', resetEvent());
			});

			await expect(failing).rejects.toMatchObject({ code: 'exists' });
			const { entries } = await everything();
			expect(entries.map((table) => table.length)).toEqual([1, 1, 2, 1]);
			expect(entries[0]).toEqual([profileRecord()]);
		});

		test('keeps nothing when its work throws before any call', async () => {
			const reason = new Error('At once.');

			const writing = store().write(['profiles'], () => {
				throw reason;
			});

			await expect(writing).rejects.toBe(reason);
		});

		test('refuses a value that cannot be cloned, with the error that says so', async () => {
			const settings = new Proxy({ ...profileRecord().settings }, {});

			const writing = store().write(['profiles'], async (tx) => {
				await tx.put('profiles', profileRecord({ id: 'bob' }));
				await tx.put('profiles', profileRecord({ settings }));
			});

			await expect(writing).rejects.toMatchObject({ name: 'DataCloneError' });
			expect(await store().read(['profiles'], (tx) => tx.all('profiles'))).toEqual([]);
		});

		test('refuses a value without a proper key', async () => {
			const writing = store().write(['sessions'], (tx) =>
				tx.put('sessions', { ...newSession(), id: Number.NaN })
			);

			await expect(writing).rejects.toMatchObject({ name: 'DataError' });
		});

		test('refuses a table that it did not name', async () => {
			const writing = store().write(['profiles'], async (tx) => {
				await tx.put('profiles', profileRecord());
				await tx.put('events', shownEvent());
			});

			await expect(writing).rejects.toThrow('The table events was not named');
			expect(await store().read(['profiles'], (tx) => tx.all('profiles'))).toEqual([]);
		});
	});
}
