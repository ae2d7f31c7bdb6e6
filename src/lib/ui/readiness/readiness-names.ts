import type { DayEntry, TopicReadiness } from '$lib/contract/readiness';
import { m } from '$lib/paraglide/messages';

/** What may be said of a topic, in words. */
export function readinessName(word: TopicReadiness['word']): string {
	return {
		ready: m.readiness_word_ready,
		getting_there: m.readiness_word_getting_there,
		not_yet: m.readiness_word_not_yet,
		too_little: m.readiness_word_too_little,
		unavailable: m.readiness_word_unavailable
	}[word]();
}

/** What a line of the plan asks for, in a word. */
export function kindName(kind: DayEntry['kind']): string {
	return {
		learn: m.readiness_kind_learn,
		review: m.readiness_kind_review,
		rest: m.readiness_kind_rest
	}[kind]();
}

/**
 * A day of the plan in words: `Today`, `Tomorrow`, or its weekday and date.
 *
 * @param date as 2026-03-31
 * @param index days from today
 */
export function dayName(date: string, index: number, locale?: string): string {
	if (index === 0) return m.readiness_today();
	if (index === 1) return m.readiness_tomorrow();
	return new Date(`${date}T12:00:00`).toLocaleDateString(locale, {
		weekday: 'long',
		day: 'numeric',
		month: 'long'
	});
}
