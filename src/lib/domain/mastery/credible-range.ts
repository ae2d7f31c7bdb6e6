/** Spread of one answer's result assumed before any is known, as a standard deviation. */
const ASSUMED_SPREAD = 0.25;
/** How many answers that assumption is worth. */
const ASSUMED_ANSWERS = 2;
/** 90 % quantile of the normal distribution: four in five such ranges hold the true mean. */
const Z = 1.2815515655446004;

/**
 * Range in which the true level lies four times in five, given the answers so far: a Student
 * interval around the weighted mean, whose variance is drawn towards an assumed one,
 *
 * s² = (2·0.25² + n·v) / ν, ν = n + 1, low/high = mean ∓ t(ν)·s/√n, cut off at 0 and 1,
 *
 * with n the effective number of answers and v their weighted variance. Nothing is known before
 * the first answer: 0 to 1. One answer gives about ±0.46, many steady ones about ±0.05.
 *
 * @param mean 0–1
 * @param meanSquare weighted mean of the squared results, 0–1
 * @param answers effective number, 0 or at least 1
 */
export function credibleRange(
	mean: number,
	meanSquare: number,
	answers: number
): { low: number; high: number } {
	if (answers === 0) return { low: 0, high: 1 };

	const freedom = answers + ASSUMED_ANSWERS - 1;
	const variance = Math.max(0, meanSquare - mean ** 2);
	const spread = (ASSUMED_ANSWERS * ASSUMED_SPREAD ** 2 + answers * variance) / freedom;
	const halfWidth = studentQuantile(freedom) * Math.sqrt(spread / answers);

	return { low: Math.max(0, mean - halfWidth), high: Math.min(1, mean + halfWidth) };
}

/**
 * 90 % quantile of Student's t for any number of degrees of freedom from 2 on, within 2.5 %:
 * the first two terms of the Cornish–Fisher expansion (Abramowitz & Stegun 26.7.5).
 */
function studentQuantile(freedom: number): number {
	const first = (Z ** 3 + Z) / 4;
	const second = (5 * Z ** 5 + 16 * Z ** 3 + 3 * Z) / 96;
	return Z + first / freedom + second / freedom ** 2;
}
