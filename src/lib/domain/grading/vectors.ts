/** Dot product of two vectors of equal length: the cosine where both have length 1. */
export function dot(a: Float32Array, b: Float32Array): number {
	// Four sums that do not wait for each other. Indexes stay inside both arrays, so the fallback
	// values are never taken.
	let first = 0;
	let second = 0;
	let third = 0;
	let fourth = 0;
	const { length } = a;
	let i = 0;
	for (; i + 3 < length; i += 4) {
		first += (a[i] ?? 0) * (b[i] ?? 0);
		second += (a[i + 1] ?? 0) * (b[i + 1] ?? 0);
		third += (a[i + 2] ?? 0) * (b[i + 2] ?? 0);
		fourth += (a[i + 3] ?? 0) * (b[i + 3] ?? 0);
	}
	for (; i < length; i++) first += (a[i] ?? 0) * (b[i] ?? 0);
	return first + second + third + fourth;
}

/**
 * Cosine of two unit vectors after the direction of a third has been taken out of both:
 * with `a − (a·q)q`, so that what merely repeats q counts for nothing (design section 3).
 *
 * @returns −1…1; 0 where nothing is left of either
 */
export function novelCosine(a: Float32Array, b: Float32Array, q: Float32Array): number {
	const aq = dot(a, q);
	const bq = dot(b, q);
	const aLeft = dot(a, a) - aq * aq;
	const bLeft = dot(b, b) - bq * bq;
	if (aLeft < 1e-9 || bLeft < 1e-9) return 0;
	return (dot(a, b) - aq * bq) / Math.sqrt(aLeft * bLeft);
}

/** Adds a vector, times a factor, to another of equal length, in place. */
export function addTo(sum: Float32Array, vector: Float32Array, factor: number): void {
	for (let i = 0; i < sum.length; i++) sum[i] = (sum[i] ?? 0) + factor * (vector[i] ?? 0);
}

/** The vector at length 1; one of length 0 stays as it is. */
export function normalised(vector: Float32Array): Float32Array {
	const length = Math.sqrt(dot(vector, vector));
	return length === 0 ? vector : vector.map((value) => value / length);
}
