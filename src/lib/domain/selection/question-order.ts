import { DAY_MS } from '../calendar-days';
import { CORRECT_FROM } from '../grading/calibration';
import { drawWeighted, type Random } from '../random';
import type { Item } from './choice-index';
import { lowest } from './items';
import type { SeenQuestion } from './types';

/** Half a day counts as another day: selection knows no time zone, and a night lies between. */
const LATER_DAY_MS = DAY_MS / 2;

/** Which question of a concept comes first; lower first. */
const ORDER = { missed: 0, due: 1, unseen: 2, seen: 3 } as const;

/** The last answer to it scored below .6, whenever that was. */
export function wasMissed(
	seen: SeenQuestion | undefined
): seen is SeenQuestion & { readonly last_score: number } {
	return seen !== undefined && seen.last_score !== null && seen.last_score < CORRECT_FROM;
}

/** Missed on an earlier day, so that it may come once more. */
export function wasMissedBefore({ seen }: Item, nowMs: number): boolean {
	return wasMissed(seen) && nowMs - seen.last_shown_ms >= LATER_DAY_MS;
}

export function isDue({ seen }: Item, nowMs: number): boolean {
	return seen !== undefined && seen.due_ms !== null && seen.due_ms <= nowMs;
}

/** A sure miss comes back when its review is due, or on a later day where none is planned. */
export function isSureMissDue({ seen }: Item, nowMs: number): boolean {
	if (seen?.sure_miss !== true) return false;
	return (seen.due_ms ?? seen.last_shown_ms + LATER_DAY_MS) <= nowMs;
}

/** Epoch ms; −∞ when never shown. */
export function lastShownMs({ seen }: Item): number {
	return seen?.last_shown_ms ?? -Infinity;
}

/**
 * One of a concept's questions: at the level nearest to the learner's, there what was missed on an
 * earlier day, then what is due, then what was never shown, then what was shown longest ago.
 *
 * @param items at least one
 */
export function drawQuestion(items: readonly Item[], nowMs: number, random: Random): Item {
	const atLevel = lowest(items, (item) => item.levelRank);
	const best = lowest(atLevel, (item) => orderOf(item, nowMs));
	const drawn = drawWeighted(random, lowest(best, lastShownMs), () => 1);
	if (drawn === undefined) throw new RangeError('a question was to be drawn from none');
	return drawn;
}

function orderOf(item: Item, nowMs: number): number {
	if (wasMissedBefore(item, nowMs)) return ORDER.missed;
	if (isDue(item, nowMs)) return ORDER.due;
	return item.seen === undefined ? ORDER.unseen : ORDER.seen;
}
