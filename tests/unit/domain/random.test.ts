import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createRandom, drawWeighted } from '$lib/domain/random';

const seeds = fc.integer({ min: 0, max: 2 ** 32 - 1 });

describe('createRandom', () => {
	// Worked out with whole numbers of any length, in another language.
	test.each([
		[0, [1363572419, 145230303, 808754475, 4216505632]],
		[1, [2012149540, 1872316204, 1707632675, 1779833415]],
		[4294967295, [1984736529, 3747275468, 1287205723, 2021412065]]
	])('gives the known numbers for seed %d', (seed, outputs) => {
		const random = createRandom(seed);

		expect(outputs.map(() => random() * 2 ** 32)).toEqual(outputs);
	});

	test('repeats itself from the same seed and stays in [0, 1)', () => {
		fc.assert(
			fc.property(seeds, (seed) => {
				const one = createRandom(seed);
				const other = createRandom(seed);

				for (let i = 0; i < 20; i++) {
					const number = one();
					expect(number).toBe(other());
					expect(number).toBeGreaterThanOrEqual(0);
					expect(number).toBeLessThan(1);
				}
			})
		);
	});

	test.each([-1, 2 ** 32, 0.5, NaN])('refuses the seed %d', (seed) => {
		expect(() => createRandom(seed)).toThrow(RangeError);
	});
});

describe('drawWeighted', () => {
	const weightOf = (item: { weight: number }) => item.weight;
	const light = { name: 'light', weight: 1 };
	const heavy = { name: 'heavy', weight: 3 };
	const never = { name: 'never', weight: 0 };

	test('gives each item its share of the range', () => {
		const drawAt = (chance: number) => drawWeighted(() => chance, [light, never, heavy], weightOf);

		expect(drawAt(0)).toBe(light);
		expect(drawAt(0.249)).toBe(light);
		expect(drawAt(0.25)).toBe(heavy);
		expect(drawAt(1 - 2 ** -32)).toBe(heavy);
	});

	test('draws in proportion to the weights', () => {
		const random = createRandom(7);
		let heavyDrawn = 0;
		for (let i = 0; i < 4000; i++) {
			if (drawWeighted(random, [heavy, light], weightOf) === heavy) heavyDrawn++;
		}

		// 3000 expected, standard deviation 27.
		expect(Math.abs(heavyDrawn - 3000)).toBeLessThan(110);
	});

	test('never draws weight 0 beside a positive one', () => {
		fc.assert(
			fc.property(seeds, fc.array(fc.double({ min: 0, max: 5, noNaN: true })), (seed, weights) => {
				fc.pre(weights.some((weight) => weight > 0));
				const drawn = drawWeighted(createRandom(seed), weights, (weight) => weight);

				expect(drawn).toBeGreaterThan(0);
			})
		);
	});

	test('draws evenly where all weigh 0', () => {
		const items = [0, 1, 2];
		const drawAt = (chance: number) =>
			drawWeighted(
				() => chance,
				items,
				() => 0
			);

		expect([drawAt(0), drawAt(0.5), drawAt(0.99)]).toEqual([0, 1, 2]);
	});

	test('has nothing to draw from an empty list', () => {
		expect(drawWeighted(createRandom(1), [], () => 1)).toBeUndefined();
	});

	test.each([-1, NaN, Infinity])('refuses the weight %d', (weight) => {
		expect(() => drawWeighted(createRandom(1), ['item'], () => weight)).toThrow(RangeError);
	});
});
