import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import type { WriteTx } from '$lib/store/store';
import type { StoreOfTest } from '../store-exam';
import { profileRecord, seenRecord } from '../stored-records';

export function examineWaiting(store: StoreOfTest): void {
	const profiles = () => store().read(['profiles'], (tx) => tx.all('profiles'));

	describe('side by side', () => {
		test('transactions that change the same entry lose no change', async () => {
			await store().write(['seen'], (tx) => tx.put('seen', seenRecord({ times_shown: 0 })));

			await Promise.all(
				Array.from({ length: 20 }, () =>
					store().write(['seen'], async (tx) => {
						const seen = await tx.get('seen', ['ada', 'py-gil']);
						await tx.put('seen', { ...seen!, times_shown: seen!.times_shown + 1 });
					})
				)
			);

			const seen = await store().read(['seen'], (tx) => tx.get('seen', ['ada', 'py-gil']));
			expect(seen?.times_shown).toBe(20);
		});

		test('a failed transaction does not hold up the next', async () => {
			const failing = store().write(['profiles'], async (tx) => {
				await tx.put('profiles', profileRecord({ id: 'eve' }));
				throw new Error('No.');
			});
			const next = store().write(['profiles'], (tx) => tx.put('profiles', profileRecord()));

			await Promise.allSettled([failing, next]);

			expect((await profiles()).map(({ id }) => id)).toEqual(['ada']);
		});

		test('a read that begins after a write sees all of it', async () => {
			const writing = store().write(['profiles'], async (tx) => {
				await tx.put('profiles', profileRecord({ id: 'a' }));
				await tx.put('profiles', profileRecord({ id: 'b' }));
			});
			const reading = profiles();

			expect(await reading).toHaveLength(2);
			await writing;
		});
	});

	describe('work that waits for something else', () => {
		const turn = () => wait(5);

		test.each<[when: string, said: string, work: (tx: WriteTx) => Promise<void>]>([
			[
				'before its first call',
				'after no call at all',
				async (tx) => {
					await turn();
					await tx.put('profiles', profileRecord());
				}
			],
			[
				'between two calls',
				'after call 2, get(profiles)',
				async (tx) => {
					await tx.put('profiles', profileRecord({ id: 'a' }));
					await tx.get('profiles', 'a');
					await turn();
					await tx.put('profiles', profileRecord({ id: 'b' }));
				}
			],
			[
				'after its last call',
				'after call 1, put(profiles)',
				async (tx) => {
					await tx.put('profiles', profileRecord());
					await turn();
				}
			],
			[
				'for another transaction',
				'after call 1, put(profiles)',
				async (tx) => {
					await tx.put('profiles', profileRecord());
					await profiles();
				}
			],
			[
				'for ever',
				'after call 1, put(profiles)',
				async (tx) => {
					await tx.put('profiles', profileRecord());
					await new Promise(() => {});
				}
			]
		])('is refused when it waits %s', async (_, said, work) => {
			const error: unknown = await store()
				.write(['profiles'], work)
				.catch((reason: unknown) => reason);

			expect(error).toMatchObject({ name: 'StoreError', code: 'inactive' });
			expect(String(error)).toContain(`awaited something other than its transaction ${said}`);
			await turn();
			expect(await profiles()).toEqual([]);
		});

		test('is refused when it only reads', async () => {
			const reading = store().read(['profiles'], turn);

			await expect(reading).rejects.toMatchObject({ code: 'inactive' });
		});

		test('is accepted for any number of promises that need no turn of the event loop', async () => {
			await store().write(['profiles'], async (tx) => {
				for (let i = 0; i < 50; i += 1) {
					for (let hop = 0; hop < 20; hop += 1) await Promise.resolve();
					await tx.put('profiles', profileRecord({ id: String(i) }));
				}
			});

			expect(await profiles()).toHaveLength(50);
		});
	});

	describe('afterwards', () => {
		test('a transaction that has ended takes no more calls', async () => {
			let leaked: WriteTx | undefined;
			await store().write(['profiles'], async (tx) => void (leaked = tx));

			await expect(leaked!.put('profiles', profileRecord())).rejects.toMatchObject({
				code: 'inactive'
			});
			expect(await profiles()).toEqual([]);
		});

		test('a closed store says that it is unavailable', async () => {
			store().close();

			await expect(profiles()).rejects.toMatchObject({ code: 'unavailable' });
		});
	});
}
