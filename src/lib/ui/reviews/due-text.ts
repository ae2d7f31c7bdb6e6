import { localDay } from '$lib/domain/calendar-days';
import { m } from '$lib/paraglide/messages';

/**
 * When something comes due, counted in the days of this device: "in 3 days", "due today".
 *
 * @param due a time of the API (UTC without a zone suffix)
 */
export function dueText(due: string, now: Date): string {
	const offset = -now.getTimezoneOffset();
	const days = localDay(Date.parse(`${due}Z`), offset) - localDay(now.getTime(), offset);
	if (days < 0) return m.review_days_over({ count: -days });
	if (days === 0) return m.review_today();
	return days === 1 ? m.review_tomorrow() : m.review_days_ahead({ count: days });
}

/** A day of the API (`2026-03-31`) as this device writes it. */
export function dayName(day: string): string {
	return new Date(`${day}T00:00:00`).toLocaleDateString(undefined, {
		weekday: 'short',
		day: 'numeric',
		month: 'long'
	});
}
