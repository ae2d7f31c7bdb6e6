/** Digits a figure can be trusted to; beyond them lies what binary fractions add and lose. */
const TRUSTED_DIGITS = 12;

/** Far above the noise of double arithmetic on ratios, far below any figure shown. */
const NOISE = 1e-9;

/**
 * A figure as responses print it: half goes up, so 0.8385 gives 0.839 even where the nearest
 * binary fraction lies below it. Negative figures mirror the positive ones (−0.8385 gives −0.839),
 * so that a fall prints like the rise of the same size; never −0.
 *
 * @param value finite
 * @param decimals whole, 0 or more
 * @throws RangeError for a figure that is not finite, or decimals that are not whole or negative
 */
export function roundHalfUp(value: number, decimals: number): number {
	if (!Number.isFinite(value)) throw new RangeError(`cannot round ${value}`);
	if (!Number.isInteger(decimals) || decimals < 0) {
		throw new RangeError(`cannot round to ${decimals} decimals`);
	}

	// The point is moved in decimal writing: multiplying by 10^n would bring the noise back.
	const [digits, exponent] = Math.abs(value)
		.toExponential(TRUSTED_DIGITS - 1)
		.split('e');
	const shifted = Math.round(Number(`${digits}e${Number(exponent) + decimals}`));
	const rounded = shiftPoint(shifted, -decimals);

	return value < 0 && rounded > 0 ? -rounded : rounded;
}

/**
 * A ratio as people read it: 0.74. Responses give three decimals, and what is shown of them must be
 * the same as what a text says of the figure behind them, so the third is rounded first.
 */
export function twoDecimals(ratio: number): string {
	return roundHalfUp(roundHalfUp(ratio, 3), 2).toFixed(2);
}

/**
 * True where `value` reaches `threshold`. Averages of 0.8 may come out as 0.7999999999999999,
 * which still is 0.8.
 */
export function isAtLeast(value: number, threshold: number): boolean {
	return value >= threshold - NOISE;
}

/** True where `value` lies above `before` by more than the noise of the arithmetic. */
export function isHigher(value: number, before: number): boolean {
	return value > before + NOISE;
}

function shiftPoint(value: number, places: number): number {
	const [digits, exponent = '0'] = String(value).split('e');
	return Number(`${digits}e${Number(exponent) + places}`);
}
