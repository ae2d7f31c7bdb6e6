import { describe, expect, test } from 'vitest';
import type { Selection } from '$lib/store/store';
import type { StoreOfTest } from '../store-exam';
import { newSession, profileRecord, replyRecord, resetEvent, shownEvent } from '../stored-records';

export function examineSelections(store: StoreOfTest): void {
	/** Ids of the events a selection of `by_topic` gives, over the eight below. */
	async function idsByTopic(selection: Selection): Promise<string> {
		await store().write(['events'], async (tx) => {
			const places = [
				['ada', 'python', 10, 'c'],
				['ada', 'python', 9, 'b'],
				['ada', 'python', 9, 'a'],
				['ada', 'python', 100, 'd'],
				['ada', 'python-web', 9, 'e'],
				['ada', 'databases', 9, 'f'],
				['adam', 'python', 9, 'g'],
				['abe', 'python', 9, 'h']
			] as const;
			for (const [profile_id, topic, at_ms, id] of places) {
				await tx.put('events', shownEvent({ profile_id, topic, at_ms, id }));
			}
		});
		return store().read(['events'], async (tx) => {
			const found = await tx.select('events', 'by_topic', selection);
			expect(await tx.count('events', 'by_topic', selection)).toBe(found.length);
			return found.map(({ id }) => id).join('');
		});
	}

	describe('selections', () => {
		test.each<[what: string, selection: Selection, ids: string]>([
			['a prefix of whole parts, in order', { prefix: ['ada', 'python'] }, 'abcd'],
			['a shorter prefix', { prefix: ['ada'] }, 'fabcde'],
			['a whole key', { prefix: ['ada', 'python', 9, 'b'] }, 'b'],
			['everything without a prefix', {}, 'hfabcdeg'],
			['everything with an empty prefix', { prefix: [] }, 'hfabcdeg'],
			['nothing for a prefix of nobody', { prefix: ['eve'] }, ''],
			['newest first', { prefix: ['ada', 'python'], direction: 'prev' }, 'dcba'],
			['the first two', { prefix: ['ada', 'python'], limit: 2 }, 'ab'],
			['the last two', { prefix: ['ada', 'python'], limit: 2, direction: 'prev' }, 'dc'],
			['more than there are', { prefix: ['ada'], limit: 99, direction: 'prev' }, 'edcbaf'],
			['none with limit 0', { prefix: ['ada'], limit: 0 }, ''],
			['none with limit 0, newest first', { prefix: ['ada'], limit: 0, direction: 'prev' }, ''],
			[
				'what follows a key, without it',
				{ prefix: ['ada', 'python'], after: ['ada', 'python', 9, 'b'] },
				'cd'
			],
			[
				'the page before a key, newest first',
				{
					prefix: ['ada', 'python'],
					before: ['ada', 'python', 100, 'd'],
					limit: 2,
					direction: 'prev'
				},
				'cb'
			],
			[
				'what lies between two keys',
				{
					prefix: ['ada'],
					after: ['ada', 'python', 9, 'a'],
					before: ['ada', 'python', 100, 'd']
				},
				'bc'
			],
			[
				'from an instant on, with a shorter key',
				{ prefix: ['ada', 'python'], after: ['ada', 'python', 10] },
				'cd'
			],
			['no more than the prefix', { prefix: ['ada', 'python'], after: ['abe'] }, 'abcd'],
			['nothing after its end', { prefix: ['ada', 'python'], after: ['adam'] }, ''],
			['nothing before its beginning', { prefix: ['ada', 'python'], before: ['abe'] }, ''],
			[
				'nothing between a key and itself',
				{ after: ['ada', 'python', 9, 'a'], before: ['ada', 'python', 9, 'a'] },
				''
			]
		])('give %s', async (_, selection, ids) => {
			expect(await idsByTopic(selection)).toBe(ids);
		});

		test('take a plain value for the whole key', async () => {
			await store().write(['sessions'], async (tx) => {
				await tx.addSession(newSession({ ulid: 'a' }));
				await tx.addSession(newSession({ ulid: 'ab' }));
			});

			const found = await store().read(['sessions'], (tx) =>
				tx.select('sessions', 'by_ulid', { prefix: 'a' })
			);

			expect(found.map(({ id }) => id)).toEqual([1]);
		});

		test('find replies older than an instant', async () => {
			await store().write(['replies'], async (tx) => {
				for (const at_ms of [300, 20, 1000]) {
					await tx.put('replies', replyRecord({ key: `at ${String(at_ms)}`, at_ms }));
				}
			});

			const old = await store().read(['replies'], (tx) =>
				tx.select('replies', 'by_age', { before: 1000 })
			);

			expect(old.map(({ at_ms }) => at_ms)).toEqual([20, 300]);
		});

		test('order entries of one index key by their own key', async () => {
			await store().write(['tokens'], async (tx) => {
				for (const hash of ['c', 'a', 'b']) {
					await tx.put('tokens', { hash, profile_id: 'ada', created: profileRecord().created });
				}
			});

			const tokens = await store().read(['tokens'], (tx) =>
				tx.select('tokens', 'by_profile', { prefix: 'ada' })
			);

			expect(tokens.map(({ hash }) => hash)).toEqual(['a', 'b', 'c']);
		});

		test('leave events without a session out of the sessions', async () => {
			await store().write(['events'], async (tx) => {
				await tx.put('events', shownEvent());
				await tx.put('events', resetEvent());
			});

			await store().read(['events'], async (tx) => {
				expect(await tx.count('events', 'by_session', {})).toBe(1);
				expect(await tx.count('events', 'by_topic', { prefix: ['ada', 'python'] })).toBe(2);
				expect(await tx.count('events', 'by_kind', { prefix: ['ada', 'mastery_reset'] })).toBe(1);
			});
		});

		test('follow an entry that was replaced or deleted', async () => {
			const under = (session_type: string) =>
				store().read(['sessions'], (tx) =>
					tx.count('sessions', 'by_type', { prefix: ['ada', session_type] })
				);
			const id = await store().write(['sessions'], (tx) => tx.addSession(newSession()));

			await store().write(['sessions'], (tx) =>
				tx.put('sessions', { ...newSession({ session_type: 'mock' }), id })
			);
			expect([await under('technical'), await under('mock')]).toEqual([0, 1]);

			await store().write(['sessions'], (tx) => tx.delete('sessions', id));
			expect([await under('technical'), await under('mock')]).toEqual([0, 0]);
		});
	});
}
