import { inFoldOrder, type AnswerEntry, type MasteryEntry } from '$lib/domain/mastery/replay';
import { daysBetween, type LocalInstant } from '$lib/domain/calendar-days';
import { ratingOf } from '$lib/domain/reviews/rating';
import type { ReviewKind, TopicReview } from '$lib/domain/reviews/types';
import { nextMemory } from './fsrs';

/** Something an answer is a review of, with the score it gives, 0–1. */
export interface ReviewSubject {
	readonly kind: ReviewKind;
	readonly id: string;
	readonly score: number;
}

/** What an answer reviews: its question by its score, and each concept by the evidence for it. */
export function subjectsOf(answer: AnswerEntry): ReviewSubject[] {
	return [
		{ kind: 'question', id: answer.question_id, score: answer.score },
		...Object.entries(answer.concepts).map(([id, score]): ReviewSubject => ({
			kind: 'concept',
			id,
			score
		}))
	];
}

/**
 * A review after one more answer. Of several on one local day only the first counts: minutes after
 * the model answer, saying it again shows what is still in mind and not what will be there next
 * week, and FSRS without its same-day part has no say on it. `last_score` is the latest all the
 * same. Answers must come in the order in which they were given.
 */
export function reviewAfter(
	before: TopicReview | undefined,
	{ kind, id, score }: ReviewSubject,
	at: LocalInstant
): TopicReview {
	if (before !== undefined && daysBetween(before.last_review_ms, at) <= 0)
		return { ...before, last_score: score };

	return { kind, id, last_score: score, ...nextMemory(before ?? null, ratingOf(score), at) };
}

/**
 * The reviews of a topic from all its entries, in whatever order they are handed over; an entry
 * that comes twice counts once. A reset starts anew. Skipped questions are no reviews.
 *
 * @param entries of this topic, one per answer with the grade that counts now
 */
export function replayReviews(entries: readonly MasteryEntry[]): TopicReview[] {
	const reviews = new Map<string, TopicReview>();
	for (const entry of inFoldOrder(entries)) {
		if (entry.kind === 'reset') reviews.clear();
		if (entry.kind !== 'answer') continue;
		for (const subject of subjectsOf(entry)) {
			const key = `${subject.kind} ${subject.id}`;
			reviews.set(key, reviewAfter(reviews.get(key), subject, entry));
		}
	}
	return [...reviews.values()];
}
