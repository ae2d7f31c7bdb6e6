import { describe, expect, test } from 'vitest';
import type { StoreOfTest } from '../store-exam';
import { newSession, profileRecord, seenRecord } from '../stored-records';

export function examineEntries(store: StoreOfTest): void {
	describe('entries', () => {
		test('gives back what was put, and nothing where nothing was', async () => {
			await store().write(['profiles'], (tx) => tx.put('profiles', profileRecord()));

			expect(await store().read(['profiles'], (tx) => tx.get('profiles', 'ada'))).toEqual(
				profileRecord()
			);
			expect(await store().read(['profiles'], (tx) => tx.get('profiles', 'bob'))).toBeUndefined();
		});

		test('replaces an entry of the same key', async () => {
			await store().write(['profiles'], async (tx) => {
				await tx.put('profiles', profileRecord({ name: 'Ada' }));
				await tx.put('profiles', profileRecord({ name: 'Ada Lovelace' }));
			});

			const all = await store().read(['profiles'], (tx) => tx.all('profiles'));

			expect(all.map(({ name }) => name)).toEqual(['Ada Lovelace']);
		});

		test('deletes one entry by its key of several parts, and forgives a missing one', async () => {
			await store().write(['seen'], async (tx) => {
				await tx.put('seen', seenRecord({ question_id: 'py-gil' }));
				await tx.put('seen', seenRecord({ question_id: 'py-mro' }));
				await tx.delete('seen', ['ada', 'py-gil']);
				await tx.delete('seen', ['bob', 'py-gil']);
			});

			const all = await store().read(['seen'], (tx) => tx.all('seen'));

			expect(all.map(({ question_id }) => question_id)).toEqual(['py-mro']);
		});

		test('lists a table in the order of UTF-16 units', async () => {
			await store().write(['profiles'], async (tx) => {
				for (const id of ['é', 'b', 'B', 'a2', 'a', 'a10', '😀', '\uFFFD']) {
					await tx.put('profiles', profileRecord({ id }));
				}
			});

			const all = await store().read(['profiles'], (tx) => tx.all('profiles'));

			expect(all.map(({ id }) => id)).toEqual(['B', 'a', 'a10', 'a2', 'b', 'é', '😀', '\uFFFD']);
		});

		test('inserts what is new', async () => {
			await store().write(['profiles'], (tx) => tx.add('profiles', profileRecord()));

			expect(await store().read(['profiles'], (tx) => tx.get('profiles', 'ada'))).toBeDefined();
		});

		test('keeps copies: later changes to what was put or got change nothing stored', async () => {
			const given = profileRecord();
			await store().write(['profiles'], async (tx) => {
				const putting = tx.put('profiles', given);
				given.settings.persist_asked = true;
				await putting;
				const got = await tx.get('profiles', 'ada');
				got!.settings.persist_asked = true;
			});
			const [listed] = await store().read(['profiles'], (tx) => tx.all('profiles'));
			listed!.settings.persist_asked = true;

			const kept = await store().read(['profiles'], (tx) => tx.get('profiles', 'ada'));

			expect(kept?.settings.persist_asked).toBe(false);
		});
	});

	describe('numbers of sessions', () => {
		test('count from 1 and are found in the entry and in its indexes', async () => {
			const ids = await store().write(['sessions'], async (tx) => [
				await tx.addSession(newSession({ ulid: 'a' })),
				await tx.addSession(newSession({ ulid: 'b' }))
			]);

			expect(ids).toEqual([1, 2]);
			const [second] = await store().read(['sessions'], (tx) =>
				tx.select('sessions', 'by_profile', { prefix: ['ada', newSession().created_at_ms, 2] })
			);
			expect(second).toEqual({ ...newSession({ ulid: 'b' }), id: 2 });
		});

		test('are not given twice after a session was deleted', async () => {
			const id = await store().write(['sessions'], async (tx) => {
				await tx.delete('sessions', await tx.addSession(newSession()));
				return tx.addSession(newSession());
			});

			expect(id).toBe(2);
		});

		test('go on after the highest number that was put', async () => {
			const id = await store().write(['sessions'], async (tx) => {
				await tx.put('sessions', { ...newSession(), id: 10 });
				await tx.put('sessions', { ...newSession(), id: 4 });
				return tx.addSession(newSession());
			});

			expect(id).toBe(11);
		});

		test('leave no gap where a session was taken back', async () => {
			await store()
				.write(['sessions'], async (tx) => {
					await tx.addSession(newSession());
					throw new Error('No.');
				})
				.catch(() => {});

			expect(await store().write(['sessions'], (tx) => tx.addSession(newSession()))).toBe(1);
		});
	});
}
