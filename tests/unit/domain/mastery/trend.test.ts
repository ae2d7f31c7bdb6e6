import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { RECENT_RESULTS, remember, trendOf } from '$lib/domain/mastery/trend';
import { createRandom } from '$lib/domain/random';

/** Standard normal noise from a seeded generator (Box and Muller). */
function noise(seed: number): () => number {
	const next = createRandom(seed);
	return () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
}

/** Shares of the trends told to learners whose level follows `level`, answer by answer. */
function told(spread: number, level: (index: number) => number): Record<string, number> {
	const random = noise(7);
	const counts: Record<string, number> = { up: 0, steady: 0, down: 0 };
	for (let learner = 0; learner < 4000; learner++) {
		const results = Array.from({ length: 10 }, (_, index) =>
			Math.min(1, Math.max(0, level(index) + spread * random()))
		);
		const trend = trendOf(results)!;
		counts[trend] = (counts[trend] ?? 0) + 1 / 4000;
	}
	return counts;
}

describe('the trend', () => {
	test('is not told from fewer than five answers', () => {
		expect(trendOf([])).toBeNull();
		expect(trendOf([0.1, 0.4, 0.7, 1])).toBeNull();
		expect(trendOf([0.1, 0.3, 0.5, 0.7, 0.9])).toBe('up');
	});

	test('is up for a clear rise, down for a clear fall, steady where nothing moves', () => {
		expect(trendOf([0.3, 0.35, 0.4, 0.45, 0.55, 0.6, 0.7, 0.75, 0.8, 0.85])).toBe('up');
		expect(trendOf([0.9, 0.85, 0.8, 0.7, 0.65, 0.55, 0.5, 0.45, 0.35, 0.3])).toBe('down');
		expect(trendOf([0.8, 0.8, 0.8, 0.8, 0.8, 0.8])).toBe('steady');
	});

	test('one bad answer after even ones is no fall, several are', () => {
		expect(trendOf([0.8, 0.8, 0.8, 0.8, 0.8, 0.8, 0.8, 0.8, 0.8, 0.3])).toBe('steady');
		expect(trendOf([0.8, 0.8, 0.8, 0.8, 0.8, 0.8, 0.8, 0.5, 0.4, 0.3])).toBe('down');
	});

	test('tells at most one steady learner in sixteen of a direction, whatever the spread', () => {
		for (const spread of [0.05, 0.1, 0.18, 0.3]) {
			const { up = 0, down = 0 } = told(spread, () => 0.65);
			expect(up + down).toBeLessThan(1 / 16);
		}
	});

	test('notices most of those who rise by half, and tells hardly one of a fall', () => {
		const { up = 0, down = 1 } = told(0.1, (index) => 0.35 + 0.05 * index);
		expect(up).toBeGreaterThan(0.7);
		expect(down).toBeLessThan(0.01);
	});

	test('mirrored results give the mirrored trend', () => {
		const mirror = { up: 'down', down: 'up', steady: 'steady' } as const;
		const results = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), {
			minLength: 5,
			maxLength: RECENT_RESULTS
		});
		fc.assert(
			fc.property(results, (recent) => {
				expect(trendOf(recent.map((result) => 1 - result))).toBe(mirror[trendOf(recent)!]);
			})
		);
	});

	test('rests on the ten newest results', () => {
		const all = Array.from({ length: 12 }, (_, index) => index / 12);
		expect(all.reduce<number[]>((recent, result) => remember(recent, result), [])).toEqual(
			all.slice(-10)
		);
	});
});
