import { isAtLeast } from '../rounding';
import type { ReviewRating } from './types';

/** Score below which an answer counts as forgotten, 0–1: where it is poor for the level too. */
const HARD_FROM = 0.5;
/** Score from which an answer is good, 0–1: where it is good for the level too. */
const GOOD_FROM = 0.7;
/** Score from which hardly anything was left out, 0–1. */
const EASY_FROM = 0.9;

/**
 * The rating of a review from the score of its answer, so that nobody has to rate themselves: below
 * 0.5 `again`, below 0.7 `hard`, below 0.9 `good`, else `easy`. A free-text score is not the yes or
 * no that FSRS was fitted on; the first two limits are the ones that move the difficulty level, so
 * that both rules call the same answers poor and good. A passed review is `hard` at least, and
 * `easy` is kept for answers that miss next to nothing: it makes for the longest gaps.
 *
 * @param score 0–1
 */
export function ratingOf(score: number): ReviewRating {
	if (isAtLeast(score, EASY_FROM)) return 'easy';
	if (isAtLeast(score, GOOD_FROM)) return 'good';
	return isAtLeast(score, HARD_FROM) ? 'hard' : 'again';
}
