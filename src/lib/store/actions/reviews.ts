import type { AnswerEntry } from '$lib/domain/mastery/replay';
import type { ReviewKind, TopicReview } from '$lib/domain/reviews/types';
import { reviewAfter, subjectsOf } from '$lib/scheduling/fold-reviews';
import type { ReviewRecord } from '../records';
import type { ReadTx, WriteTx } from '../store';

/** The stored reviews of a topic, in no particular order. */
export function readTopicReviews(
	tx: ReadTx,
	profileId: string,
	topic: string
): Promise<ReviewRecord[]> {
	return tx.select('reviews', 'by_topic', { prefix: [profileId, topic] });
}

/**
 * Reviews of a profile in the order in which they come due.
 *
 * @param beforeMs epoch milliseconds: only what is due earlier; `startOfNextDay` of now gives all
 * that is due today. Left out: all there are
 */
export function readReviews(
	tx: ReadTx,
	profileId: string,
	kind: ReviewKind,
	beforeMs?: number
): Promise<ReviewRecord[]> {
	return tx.select('reviews', 'by_due', {
		prefix: [profileId, kind],
		...(beforeMs === undefined ? {} : { before: [profileId, kind, beforeMs] })
	});
}

/** Moves the reviews of what was answered on by one answer, which must be the topic's latest. */
export async function appendReviews(
	tx: WriteTx,
	profileId: string,
	topic: string,
	answer: AnswerEntry
): Promise<void> {
	await Promise.all(
		subjectsOf(answer).map(async (subject) => {
			const before = await tx.get('reviews', [profileId, topic, subject.kind, subject.id]);
			const after = reviewAfter(before, subject, answer);
			await tx.put('reviews', { ...after, profile_id: profileId, topic });
		})
	);
}

/** Puts these reviews of a topic in the place of all that are stored. */
export async function replaceReviews(
	tx: WriteTx,
	profileId: string,
	topic: string,
	reviews: readonly TopicReview[]
): Promise<void> {
	await deleteReviews(tx, profileId, topic);
	await Promise.all(
		reviews.map((review) => tx.put('reviews', { ...review, profile_id: profileId, topic }))
	);
}

export async function deleteReviews(tx: WriteTx, profileId: string, topic: string): Promise<void> {
	const known = await readTopicReviews(tx, profileId, topic);
	await Promise.all(
		known.map(({ kind, id }) => tx.delete('reviews', [profileId, topic, kind, id]))
	);
}
