import { DAY_MS } from '../calendar-days';
import { isStrong, isWeak, STAGNATES_FROM } from '../mastery/concepts';
import type { ConceptEntry } from './choice-index';
/** A concept never practised is as urgent as one at this mastery. */
const UNKNOWN_MASTERY = 0.3;

/** Where a concept stands; the first that is true of it, in this order. */
export type Standing = 'new' | 'stagnating' | 'weak' | 'fading' | 'uncertain' | 'strong';

export function standingOf({ view }: ConceptEntry, nowMs: number): Standing {
	if (view === undefined) return 'new';
	const strong = isStrong(view.mastery);
	if (!strong && view.stagnation_count >= STAGNATES_FROM) return 'stagnating';
	if (isWeak(view.mastery)) return 'weak';
	if (view.due_ms !== null && view.due_ms <= nowMs) return 'fading';
	return strong ? 'strong' : 'uncertain';
}

/**
 * Weight of a concept in the draw: (1.01 − mastery) · (1 + days since seen), so that even a
 * mastery of 1 has a chance.
 */
export function drawWeight(entry: ConceptEntry, nowMs: number): number {
	const mastery = entry.view?.mastery ?? UNKNOWN_MASTERY;
	return (1.01 - mastery) * (1 + daysSince(entry.lastSeenMs, nowMs));
}

/** Days with fraction, 0 or more; 0 for what never was (−∞). */
export function daysSince(ms: number, nowMs: number): number {
	return Number.isFinite(ms) ? Math.max(0, nowMs - ms) / DAY_MS : 0;
}
