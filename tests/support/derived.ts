import { expect } from 'vitest';
import { replayDerived } from '$lib/store/actions/mastery';
import type { Store } from '$lib/store/store';

/** What is stored of mastery and reviews is what a replay of the events gives, for every topic. */
export async function expectDerived(store: Store): Promise<void> {
	await store.read(['mastery', 'reviews', 'events'], async (tx) => {
		for (const { profile_id, ...stored } of await tx.all('mastery')) {
			const { state, reviews } = await replayDerived(tx, profile_id, stored.topic);
			expect(state).toEqual(stored);
			const own = await tx.select('reviews', 'by_topic', { prefix: [profile_id, stored.topic] });
			expect(sorted(own)).toEqual(
				sorted(reviews.map((review) => ({ ...review, profile_id, topic: stored.topic })))
			);
		}
		const topics = new Set((await tx.all('mastery')).map(({ topic }) => topic));
		expect((await tx.all('reviews')).filter(({ topic }) => !topics.has(topic))).toEqual([]);
	});
}

function sorted<R extends { readonly kind: string; readonly id: string }>(rows: readonly R[]): R[] {
	const name = ({ kind, id }: R) => `${kind} ${id}`;
	return [...rows].sort((a, b) => (name(a) < name(b) ? -1 : 1));
}
