import { FSRSAlgorithm, Rating, type Grade } from 'ts-fsrs';
import { DAY_MS, daysBetween, type LocalInstant } from '$lib/domain/calendar-days';
import type { ReviewMemory, ReviewRating } from '$lib/domain/reviews/types';

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
	const after = (candidate: ReviewRating) =>
		algorithm.next_state(memory, elapsed, GRADES[candidate]);
	const states = {
		again: after('again'),
		hard: after('hard'),
		good: after('good'),
		easy: after('easy')
	};
	const { stability, difficulty } = states[rating];

	return {
		stability,
		difficulty,
		due_ms: at.at_ms + daysUntilDue(states, elapsed)[rating] * DAY_MS,
		last_review_ms: at.at_ms,
		reps: (memory?.reps ?? 0) + 1,
		lapses: (memory?.lapses ?? 0) + (memory !== null && rating === 'again' ? 1 : 0)
	};
}

/**
 * How likely it is to be recalled, 0–1, by the forgetting curve of FSRS-6:
 * R = (1 + F·t/S)^−0.1542 with t in whole local days and F such that R is 0.9 at t = S. 1 on the day
 * of its review, and before.
 */
export function retrievability(memory: ReviewMemory, now: LocalInstant): number {
	const days = Math.max(0, daysBetween(memory.last_review_ms, now));
	return algorithm.forgetting_curve(days, memory.stability);
}

/**
 * Whole days until the next review, at least 1, for each rating. Where two ratings come to the same
 * number, the better one waits a day longer: the rule of the library's own scheduler, which is not
 * loaded for the rest of what it does.
 */
function daysUntilDue(
	states: Readonly<Record<ReviewRating, { readonly stability: number }>>,
	elapsed: number
): Record<ReviewRating, number> {
	const days = (rating: ReviewRating) => algorithm.next_interval(states[rating].stability, elapsed);
	const again = Math.min(days('again'), days('hard'));
	const hard = Math.max(days('hard'), again + 1);
	const good = Math.max(days('good'), hard + 1);
	const easy = Math.max(days('easy'), good + 1);
	return { again, hard, good, easy };
}
