import { DIMENSIONS } from './runtime';

/** Adds one row of a matrix of 384 columns to a sum. */
export function addRow(sum: Float32Array, rows: Float32Array, row: number): void {
	const offset = row * DIMENSIONS;
	// Indexes stay inside both arrays, so the fallback value is never taken.
	for (let i = 0; i < DIMENSIONS; i++) sum[i] = (sum[i] ?? 0) + (rows[offset + i] ?? 0);
}

/**
 * Brings a vector to length 1, in place. The length of a sum and of a mean differ by a factor
 * only, so sums need not be divided first.
 *
 * @returns the same vector; left at 0 where it has no direction, so that no cosine is ever NaN
 */
export function normalise(vector: Float32Array): Float32Array {
	let square = 0;
	for (const value of vector) square += value * value;
	if (square < 1e-24) return vector.fill(0);
	const length = Math.sqrt(square);
	for (let i = 0; i < vector.length; i++) vector[i] = (vector[i] ?? 0) / length;
	return vector;
}
