import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DAY_MS, dayText, localDay } from '$lib/domain/calendar-days';
import { reviewReason } from '$lib/domain/reviews/reason';
import type { TopicReview } from '$lib/domain/reviews/types';
import { upcomingDays } from '$lib/domain/reviews/upcoming';

const NOW = { at_ms: Date.UTC(2026, 2, 12, 8), offset_minutes: 60 };
const review = (days: number, last_score: number): TopicReview => ({
	kind: 'question',
	id: 'db-joins',
	stability: 3,
	difficulty: 5,
	due_ms: NOW.at_ms,
	last_review_ms: NOW.at_ms - days * DAY_MS,
	reps: 1,
	lapses: 0,
	last_score
});

describe('reviewReason', () => {
	test.each([
		[9, 0.62, 0.8049, 'Last answered 9 days ago with 0.62; about 80 % of it is likely to be left.'],
		[1, 0.5, 0.899, 'Last answered yesterday with 0.50; about 90 % of it is likely to be left.'],
		[1, 0.2, 0.8, 'Last answered yesterday with 0.20; a weak answer comes back soon.'],
		// The clock was set back.
		[-20, 0.9, 1, 'Last answered today with 0.90; about 100 % of it is likely to be left.']
	])('%d days after %d', (days, score, left, text) => {
		expect(reviewReason(review(days, score), left, NOW)).toBe(text);
	});
});

describe('upcomingDays', () => {
	test('counts each review on its local day, and begins tomorrow', () => {
		const due = [0, 1, 1, 3, 14, 15].map((days) => ({ due_ms: NOW.at_ms + days * DAY_MS }));
		// Half past eleven in UTC is the next day already.
		const late = { due_ms: Date.UTC(2026, 2, 13, 23, 30) };
		const days = upcomingDays([...due, late], NOW, 14);

		expect(days).toHaveLength(14);
		expect(days[0]).toEqual({ date: '2026-03-13', count: 2 });
		expect(days[1]).toEqual({ date: '2026-03-14', count: 1 });
		expect(days[2]).toEqual({ date: '2026-03-15', count: 1 });
		expect(days[13]).toEqual({ date: '2026-03-26', count: 1 });
	});

	test('loses and invents none', () => {
		const hours = fc.array(fc.integer({ min: -2000, max: 2000 }));
		fc.assert(
			fc.property(hours, fc.integer({ min: -720, max: 840 }), (list, offset_minutes) => {
				const now = { ...NOW, offset_minutes };
				const due = list.map((hour) => ({ due_ms: NOW.at_ms + hour * 3_600_000 }));
				const told = upcomingDays(due, now, 14);
				const within = due.filter(({ due_ms }) =>
					told.some(({ date }) => date === dayText(localDay(due_ms, offset_minutes)))
				);

				expect(told.reduce((sum, { count }) => sum + count, 0)).toBe(within.length);
			})
		);
	});
});
