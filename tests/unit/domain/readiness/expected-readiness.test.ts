import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayNumber, dayText, dayWords, localDay } from '$lib/domain/calendar-days';
import { expectedReadiness } from '$lib/domain/readiness/expected-readiness';
import { recall } from '$lib/domain/readiness/forgetting';
import type { PlannedPractice, TopicAim } from '$lib/domain/readiness/types';
import { concept, topic } from './aims';

const TODAY = dayNumber('2026-03-03');
const DAY_MS = 86_400_000;

const expectAfter = (daysLeft: number, aim: TopicAim, practice: readonly PlannedPractice[] = []) =>
	expectedReadiness(aim, practice, {
		today: TODAY,
		interviewDay: TODAY + daysLeft,
		offsetMinutes: 0
	});
const practised = (questions: number, daysAhead = 1): PlannedPractice => ({
	topic: 'db',
	concept: 'joins',
	questions,
	lastDay: TODAY + daysAhead
});
const joins = (mastery: number, parts = {}) => concept('joins', { mastery, attempts: 5, ...parts });

describe('expectedReadiness', () => {
	test('each planned question closes 12 % of what its concept lacks', () => {
		const aim = topic('db', { concepts: [joins(0.5)] });

		expect(expectAfter(9, aim).expected).toBeCloseTo(0.5, 12);
		expect(expectAfter(9, aim, [practised(1)]).expected).toBeCloseTo(0.56, 12);
		// 1 − 0.5·0.88² = 0.6128
		expect(expectAfter(9, aim, [practised(2)]).expected).toBeCloseTo(0.6128, 12);
	});

	test('a topic moves by the mean of its concepts', () => {
		const aim = topic('db', { concepts: [joins(0.5), joins(0.9, { concept: 'keys' })] });
		expect(expectAfter(9, aim, [practised(1)]).expected).toBeCloseTo(0.53, 12);
	});

	test('what is remembered fades by its curve from the last practice on', () => {
		const memory = { stability_days: 9, last_review_ms: TODAY * DAY_MS };
		const aim = topic('db', { mastery: 0.8, concepts: [joins(0.8, { memory })] });

		// After one stability, 0.9 is left: 0.8 − 0.8·0.1.
		expect(expectAfter(9, aim).expected).toBeCloseTo(0.72, 12);
		expect(expectAfter(9, aim, [practised(0, 8)]).expected).toBeGreaterThan(0.78);
	});

	test('the words need the whole band', () => {
		const at = (mastery: number, half: number) =>
			expectAfter(
				1,
				topic('db', { mastery, low: mastery - half, high: mastery + half, attempts: 20 })
			).word;

		expect(at(0.9, 0.1)).toBe('ready');
		expect(at(0.8, 0.1)).toBe('getting_there');
		expect(at(0.5, 0.1)).toBe('not_yet');
	});

	test('with fewer than three answers there is too little to tell, however good they were', () => {
		const aim = topic('db', { mastery: 1, low: 0.9, high: 1, attempts: 2 });
		expect(expectAfter(1, aim)).toMatchObject({ word: 'too_little', mastery: 1 });
		expect(expectAfter(1, aim).reason).toContain('few answers yet');
	});

	test('without an answer nothing is claimed', () => {
		expect(expectAfter(5, topic('db', { mastery: 0, attempts: 0 }))).toMatchObject({
			mastery: null,
			expected: null,
			low: null,
			high: null,
			word: 'too_little'
		});
	});

	test('a topic whose questions are gone keeps its mastery', () => {
		const gone = expectAfter(5, topic('cobol', { available: false, mastery: 0.62 }));
		expect(gone).toMatchObject({ word: 'unavailable', mastery: 0.62, expected: null });
		expect(gone.reason).toContain('0.62 is kept');
	});
});

test('the expected mastery lies in its band, the band in 0–1, and it widens with the days', () => {
	const ratio = fc.double({ min: 0, max: 1, noNaN: true });
	fc.assert(
		fc.property(
			fc.tuple(ratio, ratio, ratio),
			fc.array(
				fc.tuple(ratio, fc.nat(20), fc.option(fc.double({ min: 0.01, max: 400, noNaN: true }))),
				{
					maxLength: 6
				}
			),
			fc.nat(200),
			fc.integer({ min: 1, max: 100 }),
			(levels, concepts, daysLeft, more) => {
				const [low, mastery, high] = levels.toSorted((a, b) => a - b);
				const aim = topic('db', {
					mastery: mastery!,
					low: low!,
					high: high!,
					concepts: concepts.map(([level, , stability], index) =>
						concept(`c${String(index)}`, {
							mastery: level,
							attempts: 3,
							memory:
								stability === null
									? null
									: { stability_days: stability, last_review_ms: (TODAY - 3) * DAY_MS }
						})
					)
				});
				const practice = concepts.map(([, questions], index) => ({
					topic: 'db',
					concept: `c${String(index)}`,
					questions,
					lastDay: TODAY + Math.floor(daysLeft / 2)
				}));
				const found = expectAfter(daysLeft, aim, practice);
				const bounds = [0, found.low!, found.expected!, found.high!, 1];
				expect(bounds).toEqual(bounds.toSorted((a, b) => a - b));

				const still = topic('db', { mastery: 0.5, low: 0.45, high: 0.55 });
				const near = expectAfter(daysLeft, still);
				const far = expectAfter(daysLeft + more, still);
				expect(far.high! - far.low!).toBeGreaterThan(near.high! - near.low!);
			}
		)
	);
});

test('recall is 0.9 after one stability, and 0.95 a day after a first good answer', () => {
	expect(recall(0, 5)).toBe(1);
	expect(recall(5, 5)).toBeCloseTo(0.9, 12);
	expect(recall(1, 2.31)).toBeCloseTo(0.95, 2);
	expect(recall(30, 2.31)).toBeCloseTo(0.67, 2);
});

test('days are those of the calendar where the person is', () => {
	expect(dayText(dayNumber('2026-03-31'))).toBe('2026-03-31');
	expect(() => dayNumber('2026-02-30')).toThrow(RangeError);
	expect(dayText(localDay(Date.UTC(2026, 2, 3, 23, 30), 60))).toBe('2026-03-04');
	expect(dayText(localDay(Date.UTC(2026, 2, 3, 4, 30), -300))).toBe('2026-03-02');
	expect(dayWords(dayNumber('2026-03-31'), TODAY)).toBe('31 March');
	expect(dayWords(dayNumber('2027-01-01'), TODAY)).toBe('1 January 2027');
});
