import { describe, expect, test } from 'vitest';
import { chooseActivity, restsUntil } from '$lib/domain/activities/choose-activity';
import type { PastActivity } from '$lib/domain/activities/types';

const HOUR = 60 * 60 * 1000;
const DAY = 24 * HOUR;
/** Noon in a place one hour east of UTC. */
const at = (day: number) => ({ at_ms: day * DAY + 11 * HOUR, offset_minutes: 60 });
const concept = (stagnation_count: number, attempts = 5, mastery = 0.44) => ({
	stagnation_count,
	attempts,
	mastery
});
const past = (
	day: number,
	kind: PastActivity['kind'],
	stagnation_count = 2,
	attempts = 5,
	done = true
): PastActivity => ({ kind, done, attempts, stagnation_count, ...at(day) });

describe('chooseActivity', () => {
	test('asks plainly while a concept rises, or is strong', () => {
		expect(chooseActivity(concept(1), [], at(1))).toBeNull();
		expect(chooseActivity(concept(3, 5, 0.85), [], at(1))).toBeNull();
	});

	test('first a gap-fill, on another day a contrast, then a plain retry', () => {
		const first = past(1, 'gap_fill');
		const second = past(2, 'contrast');

		expect(chooseActivity(concept(2), [], at(1))).toBe('gap_fill');
		expect(chooseActivity(concept(2), [first], at(2))).toBe('contrast');
		expect(chooseActivity(concept(2), [second, first], at(3))).toBeNull();
	});

	test('one a local day, also where it was declined', () => {
		expect(chooseActivity(concept(4), [past(1, 'gap_fill')], at(1))).toBeNull();
		expect(chooseActivity(concept(2), [past(1, 'gap_fill', 2, 5, false)], at(1))).toBeNull();
		// 23:30 and 00:30 where the person is, on one day in UTC.
		const late = { ...past(1, 'gap_fill'), at_ms: DAY + 22.5 * HOUR };
		expect(
			chooseActivity(concept(2), [late], { at_ms: DAY + 23.5 * HOUR, offset_minutes: 60 })
		).toBe('contrast');
	});

	test('a declined one is offered again another day', () => {
		expect(chooseActivity(concept(2), [past(1, 'gap_fill', 2, 5, false)], at(2))).toBe('gap_fill');
	});

	test('the row begins anew after two more answers without a rise', () => {
		const done = [past(1, 'gap_fill'), past(2, 'contrast')];

		expect(chooseActivity(concept(3, 6), done, at(4))).toBeNull();
		expect(chooseActivity(concept(4, 7), done, at(5))).toBe('gap_fill');
		const again = [...done, past(5, 'gap_fill', 4, 7)];
		expect(chooseActivity(concept(4, 7), again, at(6))).toBe('contrast');
	});

	test('the row begins anew when the concept rose between', () => {
		// Six attempts, of which the last two without a rise: the fourth was one.
		expect(chooseActivity(concept(2, 8), [past(1, 'gap_fill')], at(6))).toBe('gap_fill');
	});
});

describe('restsUntil', () => {
	test('till the end of the local day of an activity that was done', () => {
		const midnight = 2 * DAY - HOUR;

		expect(restsUntil([past(1, 'gap_fill')], at(1).at_ms)).toBe(midnight);
		expect(restsUntil([past(1, 'gap_fill')], midnight)).toBeNull();
		expect(restsUntil([past(1, 'gap_fill', 2, 5, false)], at(1).at_ms)).toBeNull();
		expect(restsUntil([], 0)).toBeNull();
	});
});
