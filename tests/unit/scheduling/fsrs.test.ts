import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DAY_MS } from '$lib/domain/calendar-days';
import { REVIEW_RATINGS, type ReviewMemory } from '$lib/domain/reviews/types';

const dateMethods = () => Reflect.ownKeys(Date.prototype).map(String).sort();
const before = dateMethods();
const { nextMemory, retrievability } = await import('$lib/scheduling/fsrs');
const afterwards = dateMethods();
// Loaded already, by the file under test: what it does when it is loaded is done.
const { createEmptyCard, fsrs, Rating } = await import('ts-fsrs');

const GRADES = [Rating.Again, Rating.Hard, Rating.Good, Rating.Easy] as const;
const NOON = Date.UTC(2026, 2, 3, 12);
const at = (at_ms: number, offset_minutes = 0) => ({ at_ms, offset_minutes });

/** Ratings, each so many hours after the one before. */
const courses = fc.array(fc.tuple(fc.nat(3), fc.integer({ min: 0, max: 24 * 400 })), {
	minLength: 1,
	maxLength: 12
});

const play = (course: readonly (readonly [number, number])[]) => {
	let memory: ReviewMemory | null = null;
	let now = NOON;
	const memories: ReviewMemory[] = [];
	for (const [rating, hours] of course) {
		now += hours * 3_600_000;
		memory = nextMemory(memory, REVIEW_RATINGS[rating]!, at(now));
		memories.push(memory);
	}
	return memories;
};

describe('the scheduler', () => {
	test('leaves dates as they were before the library was loaded', () => {
		expect(afterwards).toEqual(before);
	});

	test('gives what the library’s own long-term scheduler gives', () => {
		const library = fsrs({ enable_short_term: false, enable_fuzz: false });
		fc.assert(
			fc.property(courses, (course) => {
				let card = createEmptyCard(new Date(NOON));
				let now = NOON;
				const expected = course.map(([rating, hours]) => {
					now += hours * 3_600_000;
					({ card } = library.next(card, new Date(now), GRADES[rating]!));
					const { stability, difficulty, due, reps, lapses } = card;
					return {
						stability,
						difficulty,
						due_ms: due.getTime(),
						last_review_ms: now,
						reps,
						lapses
					};
				});

				expect(play(course)).toEqual(expected);
			})
		);
	});

	test('a first good answer comes back in two days, a poor one the next', () => {
		const days = REVIEW_RATINGS.map(
			(rating) => (nextMemory(null, rating, at(NOON)).due_ms - NOON) / DAY_MS
		);

		expect(days).toEqual([1, 2, 3, 8]);
	});

	test('is due the next day at the earliest, and a better rating never before a worse one', () => {
		fc.assert(
			fc.property(courses, fc.nat(24 * 400), (course, hours) => {
				const memory = play(course).at(-1)!;
				const now = memory.last_review_ms + hours * 3_600_000;
				const dues = REVIEW_RATINGS.map((rating) => nextMemory(memory, rating, at(now)).due_ms);

				expect(dues).toEqual([...dues].sort((a, b) => a - b));
				expect(dues[0]).toBeGreaterThanOrEqual(now + DAY_MS);
			})
		);
	});

	test('counts days where the person is', () => {
		const evening = nextMemory(null, 'good', at(Date.UTC(2026, 2, 3, 22), 60));
		const sameDay = nextMemory(evening, 'good', at(Date.UTC(2026, 2, 3, 22, 50), 60));
		const nextDay = nextMemory(evening, 'good', at(Date.UTC(2026, 2, 3, 23, 10), 60));

		expect(sameDay.stability).toBe(evening.stability);
		expect(nextDay.stability).toBeGreaterThan(evening.stability);
	});

	test('a clock set back makes a review of the same day', () => {
		const memory = nextMemory(null, 'good', at(NOON));
		const earlier = nextMemory(memory, 'good', at(NOON - 30 * DAY_MS));

		expect(earlier.stability).toBe(memory.stability);
		expect(retrievability(memory, at(NOON - 30 * DAY_MS))).toBe(1);
	});
});

describe('retrievability', () => {
	test('falls from 1 to 0.9 when the stability has passed, as published', () => {
		const memory = nextMemory(null, 'good', at(NOON));
		const after = (days: number) => retrievability(memory, at(NOON + days * DAY_MS));

		expect(memory.stability).toBe(2.3065);
		expect(retrievability({ ...memory, stability: 2 }, at(NOON + 2 * DAY_MS))).toBeCloseTo(0.9, 6);
		expect([1, 7, 30].map((days) => after(days).toFixed(2))).toEqual(['0.95', '0.81', '0.67']);
		// The same all day long, from the first minute of it.
		expect([after(0), after(0.49), after(-0.5)]).toEqual([1, 1, 1]);
		expect(after(0.51)).toBe(after(1.49));
	});

	test('only ever falls with time, and stays above 0', () => {
		fc.assert(
			fc.property(courses, fc.nat(10_000), fc.nat(10_000), (course, a, b) => {
				const memory = play(course).at(-1)!;
				const [sooner, later] = [Math.min(a, b), Math.max(a, b)].map((days) =>
					retrievability(memory, at(memory.last_review_ms + days * DAY_MS))
				);

				expect(later).toBeLessThanOrEqual(sooner!);
				expect(later).toBeGreaterThan(0);
			})
		);
	});
});
