import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isAtLeast, isHigher, roundHalfUp, twoDecimals } from '$lib/domain/rounding';

describe('roundHalfUp', () => {
	test.each([
		[0.8385, 3, 0.839],
		[(0.785 + 0.892) / 2, 3, 0.839],
		[0.83849, 3, 0.838],
		[1.005, 2, 1.01],
		[78.45, 1, 78.5],
		[100 * 0.7845, 1, 78.5],
		[45.25, 1, 45.3],
		[0.1 + 0.2, 1, 0.3],
		[0.9996, 3, 1],
		[0.0005, 3, 0.001],
		[3600, 1, 3600],
		[12.5, 0, 13],
		[1e-9, 3, 0],
		[123456789012, 3, 123456789012]
	])('prints %d with %d decimals as %d', (value, decimals, printed) => {
		expect(roundHalfUp(value, decimals)).toBe(printed);
	});

	test('mirrors negative figures, so that a fall prints like a rise', () => {
		expect(roundHalfUp(-0.0425, 3)).toBe(-0.043);
		expect(roundHalfUp(-0.8385, 3)).toBe(-0.839);
		expect(roundHalfUp(-0.08125, 3)).toBe(-0.081);
	});

	test('never prints minus zero', () => {
		expect(roundHalfUp(-0.0004, 3)).toBe(0);
		expect(roundHalfUp(-0, 3)).toBe(0);
	});

	test('takes every half that three decimals can have upwards', () => {
		for (let half = 5; half < 10_000; half += 10) {
			expect(roundHalfUp(half / 10_000, 3)).toBe((half + 5) / 10 / 1000);
		}
	});

	test('moves a ratio by no more than half a unit, and a rounded one not at all', () => {
		fc.assert(
			fc.property(fc.double({ min: -1, max: 1, noNaN: true }), (value) => {
				const rounded = roundHalfUp(value, 3);

				expect(Math.abs(rounded - value)).toBeLessThanOrEqual(0.0005 + 1e-9);
				expect(roundHalfUp(rounded, 3)).toBe(rounded);
			})
		);
	});

	test.each([NaN, Infinity, -Infinity])('refuses %d', (value) => {
		expect(() => roundHalfUp(value, 3)).toThrow(RangeError);
	});

	test('refuses decimals that are negative or not whole', () => {
		expect(() => roundHalfUp(0.5, -1)).toThrow(RangeError);
		expect(() => roundHalfUp(0.5, 1.5)).toThrow(RangeError);
	});
});

describe('comparing with a threshold', () => {
	test('an average of 0.8 reaches 0.8 in spite of its binary fraction', () => {
		expect(isAtLeast(0.7999999999999999, 0.8)).toBe(true);
		expect(isAtLeast(0.7999, 0.8)).toBe(false);
	});

	test('noise is no rise', () => {
		expect(isHigher(0.7000000000000001, 0.7)).toBe(false);
		expect(isHigher(0.7001, 0.7)).toBe(true);
	});
});

test('a ratio reads the same from a response as from the figure behind it', () => {
	expect(twoDecimals(0.505)).toBe('0.51');
	expect(twoDecimals(0.0346)).toBe('0.04');
	fc.assert(
		fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (ratio) => {
			expect(twoDecimals(ratio)).toBe(twoDecimals(roundHalfUp(ratio, 3)));
		})
	);
});
