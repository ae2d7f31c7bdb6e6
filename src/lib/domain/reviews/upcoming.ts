import { dayText, localDay, type LocalInstant } from '../calendar-days';
import type { ReviewMemory } from './types';

/** A local day as `2026-03-31`, with how much comes due on it. */
export interface DueDay {
	readonly date: string;
	readonly count: number;
}

/**
 * How much comes due on each local day after today, days without anything among them.
 *
 * @param days how many days to tell of
 */
export function upcomingDays(
	reviews: readonly Pick<ReviewMemory, 'due_ms'>[],
	now: LocalInstant,
	days: number
): DueDay[] {
	const today = localDay(now.at_ms, now.offset_minutes);
	const counts = new Map<number, number>();
	for (const { due_ms } of reviews) {
		const day = localDay(due_ms, now.offset_minutes);
		counts.set(day, (counts.get(day) ?? 0) + 1);
	}
	return Array.from({ length: days }, (_, index) => today + 1 + index).map((day) => ({
		date: dayText(day),
		count: counts.get(day) ?? 0
	}));
}
