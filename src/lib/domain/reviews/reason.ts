import { twoDecimals } from '../rounding';
import { daysBetween, type LocalInstant } from '../calendar-days';
import { ratingOf } from './rating';
import type { TopicReview } from './types';

/**
 * Why something comes back, in one line. What is left is told only where there was something to
 * forget: FSRS reckons a chance after a poor answer too, but of recalling what was then looked up.
 *
 * @param left how likely it is to be recalled now, 0–1
 */
export function reviewReason(review: TopicReview, left: number, now: LocalInstant): string {
	const when = agoText(daysBetween(review.last_review_ms, now));
	const percent = String(Math.round(left * 100));
	if (ratingOf(review.last_score) === 'again')
		return `Last answered ${when} with ${twoDecimals(review.last_score)}; a weak answer comes back soon.`;

	return `Last answered ${when} with ${twoDecimals(review.last_score)}; about ${percent} % of it is likely to be left.`;
}

/** A last answer from after now, by a clock that was set back since, is told as today's. */
function agoText(days: number): string {
	if (days <= 0) return 'today';
	return days === 1 ? 'yesterday' : `${String(days)} days ago`;
}
