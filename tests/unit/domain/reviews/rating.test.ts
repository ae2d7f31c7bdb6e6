import { describe, expect, test } from 'vitest';
import { dayText, daysBetween, localDay, startOfNextDay } from '$lib/domain/calendar-days';
import { ratingOf } from '$lib/domain/reviews/rating';

describe('ratingOf', () => {
	test.each([
		[0, 'again'],
		[0.499, 'again'],
		[0.5, 'hard'],
		[0.699, 'hard'],
		// What a sum of tenths may come to still is 0.7.
		[0.7 - 1e-16, 'good'],
		[0.899, 'good'],
		[0.9, 'easy'],
		[1, 'easy']
	] as const)('a score of %d is %s', (score, rating) => {
		expect(ratingOf(score)).toBe(rating);
	});
});

describe('local days', () => {
	const lateEvening = Date.UTC(2026, 2, 31, 22, 30);

	test('change at midnight where the person is', () => {
		expect(dayText(localDay(lateEvening, 0))).toBe('2026-03-31');
		expect(dayText(localDay(lateEvening, 120))).toBe('2026-04-01');
		expect(dayText(localDay(lateEvening, -480))).toBe('2026-03-31');
		expect(startOfNextDay({ at_ms: lateEvening, offset_minutes: 120 })).toBe(
			Date.UTC(2026, 3, 1, 22)
		);
	});

	test('are counted from where the later one is, and backwards where the clock went back', () => {
		const morning = { at_ms: lateEvening + 8 * 3_600_000, offset_minutes: 0 };

		expect(daysBetween(lateEvening, morning)).toBe(1);
		expect(daysBetween(lateEvening, { ...morning, offset_minutes: 120 })).toBe(0);
		expect(daysBetween(morning.at_ms, { at_ms: lateEvening, offset_minutes: 0 })).toBe(-1);
	});
});
