/** Days of the calendar as whole numbers, so that a change of the clocks never makes one longer. */

export const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;
const MONTHS = [
	'January',
	'February',
	'March',
	'April',
	'May',
	'June',
	'July',
	'August',
	'September',
	'October',
	'November',
	'December'
] as const;

/**
 * @param day as `2026-03-31`
 * @returns days since 1970-01-01
 * @throws RangeError for anything that is no day of the calendar
 */
export function dayNumber(day: string): number {
	const ms = Date.parse(`${day}T00:00:00Z`);
	if (!/^\d{4}-\d{2}-\d{2}$/u.test(day) || Number.isNaN(ms) || dayText(ms / DAY_MS) !== day)
		throw new RangeError(`not a day of the calendar: ${day}`);
	return ms / DAY_MS;
}

/** @param day days since 1970-01-01; back to `2026-03-31` */
export function dayText(day: number): string {
	return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

/**
 * The day it was, where the person was.
 *
 * @param atMs epoch milliseconds
 * @param offsetMinutes minutes east of UTC
 */
export function localDay(atMs: number, offsetMinutes: number): number {
	return Math.floor((atMs + offsetMinutes * MINUTE_MS) / DAY_MS);
}

/** An instant (epoch milliseconds) with the local offset it belongs to (minutes east of UTC). */
export interface LocalInstant {
	readonly at_ms: number;
	readonly offset_minutes: number;
}

/**
 * Local days from one instant to another, both seen from where the later one is: negative where the
 * clock was set back.
 */
export function daysBetween(earlierMs: number, { at_ms, offset_minutes }: LocalInstant): number {
	return localDay(at_ms, offset_minutes) - localDay(earlierMs, offset_minutes);
}

/** Epoch milliseconds at which the local day after that of an instant begins. */
export function startOfNextDay({ at_ms, offset_minutes }: LocalInstant): number {
	return startOfDay(localDay(at_ms, offset_minutes) + 1, offset_minutes);
}

/** @param day days since 1970-01-01. @returns epoch milliseconds at which it begins */
export function startOfDay(day: number, offsetMinutes: number): number {
	return day * DAY_MS - offsetMinutes * MINUTE_MS;
}

/** A day in words: `31 March`, and with its year where that is another than today's. */
export function dayWords(day: number, today: number): string {
	const [year, month, date] = dayText(day).split('-').map(Number);
	const words = `${String(date)} ${MONTHS[(month ?? 1) - 1] ?? ''}`;
	return dayText(today).startsWith(String(year)) ? words : `${words} ${String(year)}`;
}
