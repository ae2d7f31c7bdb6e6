import type { LocalInstant } from './types';

export const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

/**
 * The local calendar day of an instant, counted from 1970-01-01.
 *
 * @param atMs epoch milliseconds
 * @param offsetMinutes minutes east of UTC
 */
export function localDay(atMs: number, offsetMinutes: number): number {
	return Math.floor((atMs + offsetMinutes * MINUTE_MS) / DAY_MS);
}

/**
 * Local days from one instant to another, both seen from where the later one is: negative where the
 * clock was set back.
 */
export function daysBetween(earlierMs: number, { at_ms, offset_minutes }: LocalInstant): number {
	return localDay(at_ms, offset_minutes) - localDay(earlierMs, offset_minutes);
}

/** Epoch milliseconds at which the local day after an instant begins. */
export function startOfDay({ at_ms, offset_minutes }: LocalInstant): number {
	return startOfNextDay({ at_ms: at_ms - DAY_MS, offset_minutes });
}

/** Epoch milliseconds at which the next local day begins. */
export function startOfNextDay({ at_ms, offset_minutes }: LocalInstant): number {
	return (localDay(at_ms, offset_minutes) + 1) * DAY_MS - offset_minutes * MINUTE_MS;
}

/** A local day as `2026-03-31`. */
export function dayText(day: number): string {
	return new Date(day * DAY_MS).toISOString().slice(0, 10);
}
