const DAY_MS = 86_400_000;

/**
 * Whole days of the calendar from today to another day; negative once it is over.
 *
 * @param day as 2026-03-31
 * @param now whose local day is today
 */
export function daysUntil(day: string, now: Date): number {
	const today = Date.UTC(now.getFullYear(), now.getMonth(), now.getDate());
	return Math.round((Date.parse(`${day}T00:00:00Z`) - today) / DAY_MS);
}
