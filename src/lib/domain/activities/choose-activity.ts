import { isStrong, STAGNATES_FROM } from '../mastery/concepts';
import { localDay, startOfNextDay, type LocalInstant } from '../calendar-days';
import type { ActivityKind, PastActivity, StagnatingConcept } from './types';

/** So many further answers without a rise begin the row of activities anew. */
const AGAIN_AFTER = 2;

/**
 * What to do instead of asking a stagnating concept once more: first a gap-fill from the model
 * answer, on another day a contrast, then plain retries; after two more answers without a rise the
 * row begins anew. At most one activity a concept and local day. After Beck & Gong (2013): a learner
 * who does not get on is not helped by more of the same.
 *
 * @param past activities of this concept, in any order
 * @returns null where the question is to be asked as it is
 */
export function chooseActivity(
	concept: StagnatingConcept,
	past: readonly PastActivity[],
	now: LocalInstant
): ActivityKind | null {
	if (concept.stagnation_count < STAGNATES_FROM || isStrong(concept.mastery)) return null;
	if (past.some((activity) => dayOf(activity) === dayOf(now))) return null;

	const done = past
		.filter((activity) => activity.done && lastRise(activity) === lastRise(concept))
		.sort((a, b) => a.at_ms - b.at_ms);
	const latest = done.at(-1);
	if (latest === undefined) return 'gap_fill';
	if (done.length % 2 === 1) return 'contrast';
	return concept.stagnation_count >= latest.stagnation_count + AGAIN_AFTER ? 'gap_fill' : null;
}

/**
 * Until when a concept is left alone: an activity gives the answer away, so that asking for it the
 * same day would measure nothing.
 *
 * @param past activities of this concept, in any order
 * @returns epoch milliseconds; null where it does not rest
 */
export function restsUntil(past: readonly PastActivity[], nowMs: number): number | null {
	const ends = past.filter((activity) => activity.done).map(startOfNextDay);
	const latest = Math.max(-Infinity, ...ends);
	return latest > nowMs ? latest : null;
}

function dayOf({ at_ms, offset_minutes }: LocalInstant): number {
	return localDay(at_ms, offset_minutes);
}

/** How many attempts there were when the concept last rose: tells one stagnation from the next. */
function lastRise({
	attempts,
	stagnation_count
}: Pick<PastActivity, 'attempts' | 'stagnation_count'>): number {
	return attempts - stagnation_count;
}
