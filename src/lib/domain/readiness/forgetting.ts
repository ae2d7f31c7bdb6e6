/** Defaults of FSRS-6: the exponent, and the factor that makes recall 0.9 after one stability. */
const DECAY = 0.1542;
const FACTOR = 0.9 ** (-1 / DECAY) - 1;

/**
 * Chance that something is still recalled, 0–1: the forgetting curve of FSRS-6,
 * R = (1 + F·t/S)^−d.
 *
 * @param days since it was last practised, 0 or more
 * @param stabilityDays days until recall has fallen to 0.9, above 0
 */
export function recall(days: number, stabilityDays: number): number {
	return (1 + (FACTOR * Math.max(0, days)) / stabilityDays) ** -DECAY;
}
