import { describe, expect, test } from 'vitest';
import { createMemoryStore } from '$lib/store/memory-store';
import type { Store } from '$lib/store/store';
import { failNthOperation } from '../../support/failing-store';
import { newSession, profileRecord } from '../../support/stored-records';

/** An action of three operations and their commit. */
const act = (store: Store) =>
	store.write(['profiles', 'sessions'], async (tx) => {
		await tx.get('profiles', 'ada');
		await tx.put('profiles', profileRecord());
		await tx.addSession(newSession());
	});

const stored = (store: Store) =>
	store.read(['profiles', 'sessions'], async (tx) => [
		...(await tx.all('profiles')),
		...(await tx.all('sessions'))
	]);

describe('the failing store', () => {
	test('fails each operation in turn and the commit after them, keeping nothing', async () => {
		for (const n of [1, 2, 3, 4]) {
			const store = createMemoryStore();
			const failing = failNthOperation(store, n);

			await expect(act(failing)).rejects.toMatchObject({ code: 'quota' });

			expect(failing.struck).toBe(true);
			expect(failing.operations).toBe(n);
			expect(await stored(store)).toEqual([]);
			await act(failing);
			expect(await stored(store)).toHaveLength(2);
		}
	});

	test('does nothing to an action of fewer operations', async () => {
		const failing = failNthOperation(createMemoryStore(), 5);

		await act(failing);

		expect(failing).toMatchObject({ struck: false, operations: 4 });
	});

	test('fails for good when asked to', async () => {
		const failing = failNthOperation(createMemoryStore(), 3, { lasting: 'from then on' });

		await expect(act(failing)).rejects.toMatchObject({ code: 'quota' });
		await expect(act(failing)).rejects.toMatchObject({ code: 'quota' });
		await expect(stored(failing)).rejects.toMatchObject({ code: 'quota' });
	});

	test('counts writes alone when asked to', async () => {
		const failing = failNthOperation(createMemoryStore(), 1, { counting: 'writes' });

		expect(await stored(failing)).toEqual([]);
		await expect(act(failing)).rejects.toMatchObject({ code: 'quota' });
		expect(failing.operations).toBe(1);
	});

	test('takes the transaction with it when the work catches the error', async () => {
		const store = createMemoryStore();
		const error = new Error('Broken.');
		const failing = failNthOperation(store, 1, { error, counting: 'writes' });

		const writing = failing.write(['profiles'], async (tx) => {
			await tx.put('profiles', profileRecord()).catch(() => {});
			await tx.put('profiles', profileRecord({ id: 'bob' })).catch(() => {});
		});

		await expect(writing).rejects.toBe(error);
		expect(await stored(store)).toEqual([]);
	});
});
