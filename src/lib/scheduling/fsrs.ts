import { FSRSAlgorithm, Rating, type Grade } from 'ts-fsrs';
import { DAY_MS, daysBetween } from '$lib/domain/reviews/local-days';
import {
	REVIEW_RATINGS,
	type LocalInstant,
	type ReviewMemory,
	type ReviewRating
} from '$lib/domain/reviews/types';

/**
 * The library gives every date four methods when it is loaded. Only its own date helpers and its
 * users call them, never the algorithm, so they go again: nothing of ours may come to lean on them.
 */
const ADDED_TO_DATES = ['scheduler', 'diff', 'format', 'dueFormat'] as const;
for (const name of ADDED_TO_DATES) Reflect.deleteProperty(Date.prototype, name);

/** FSRS-6 with its published weights: due where the chance of recall falls to 0.9; no chance. */
const algorithm = new FSRSAlgorithm({ enable_short_term: false, enable_fuzz: false });

const GRADES: Readonly<Record<ReviewRating, Grade>> = {
	again: Rating.Again,
	hard: Rating.Hard,
	good: Rating.Good,
	easy: Rating.Easy
};

/**
 * A memory after one more review, by the long-term scheduler of FSRS-6: no steps of minutes, due
 * the next day at the earliest, and a better rating never due before a worse one. Equal arguments
 * give equal results. A review from before the last one (the clock was set back) counts as one of
 * the same day.
 *
 * @param memory null for the first review
 * @param at when; days are the local days of its offset
 */
export function nextMemory(
	memory: ReviewMemory | null,
	rating: ReviewRating,
	at: LocalInstant
): ReviewMemory {
	const elapsed = memory === null ? 0 : Math.max(0, daysBetween(memory.last_review_ms, at));
	const { stability, difficulty } = algorithm.next_state(memory, elapsed, GRADES[rating]);

	return {
		stability,
		difficulty,
		due_ms: at.at_ms + intervalDays(memory, elapsed, rating) * DAY_MS,
		last_review_ms: at.at_ms,
		reps: (memory?.reps ?? 0) + 1,
		lapses: (memory?.lapses ?? 0) + (memory !== null && rating === 'again' ? 1 : 0)
	};
}

/**
 * How likely it is to be recalled, 0–1, by the forgetting curve of FSRS-6:
 * R = (1 + F·t/S)^−0.1542 with t in days and F such that R is 0.9 at t = S. 1 before its review.
 *
 * @param atMs epoch milliseconds
 */
export function retrievability(memory: ReviewMemory, atMs: number): number {
	const days = Math.max(0, atMs - memory.last_review_ms) / DAY_MS;
	return algorithm.forgetting_curve(days, memory.stability);
}

/**
 * Whole days until the next review, at least 1. Where two ratings come to the same number of days,
 * the better one waits a day longer, except that `again` and `hard` may begin together: the rule of
 * the library's own scheduler, which is not loaded for the rest of what it does.
 */
function intervalDays(memory: ReviewMemory | null, elapsed: number, rating: ReviewRating): number {
	const [again = 1, hard = 1, good = 1, easy = 1] = REVIEW_RATINGS.map((candidate) =>
		algorithm.next_interval(
			algorithm.next_state(memory, elapsed, GRADES[candidate]).stability,
			elapsed
		)
	);
	const days = { again: Math.min(again, hard), hard: 0, good: 0, easy: 0 };
	days.hard = Math.max(hard, days.again + 1);
	days.good = Math.max(good, days.hard + 1);
	days.easy = Math.max(easy, days.good + 1);
	return days[rating];
}
