const DAY_MS = 24 * 60 * 60 * 1000;
const MINUTE_MS = 60_000;

/** An instant with the local offset it belongs to (minutes east of UTC). */
export interface LocalInstant {
	readonly at_ms: number;
	readonly offset_minutes: number;
}

/** Number of the calendar day on which an instant fell where it happened. */
export function localDay({ at_ms, offset_minutes }: LocalInstant): number {
	return Math.floor((at_ms + offset_minutes * MINUTE_MS) / DAY_MS);
}

/** Epoch milliseconds at which the calendar day of an instant ends, where it happened. */
export function endOfLocalDay(instant: LocalInstant): number {
	return (localDay(instant) + 1) * DAY_MS - instant.offset_minutes * MINUTE_MS;
}
