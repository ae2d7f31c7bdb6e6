import { dot } from '$lib/domain/grading/vectors';
import type { Encoder } from './encode';

// Two sentences whose cosine under the published int8 file is known.
const FIRST =
	'A deadlock happens when two threads each hold a lock and wait for the lock that the other holds.';
const SECOND = 'Processes that wait for one another in a circle can never go on.';
const COSINE = 0.379;
/** Far wider than devices differ, far closer than a broken runtime comes. */
const TOLERANCE = 0.02;
/** The engine compiles the passes properly only after it has run a few. */
const PASSES = 3;

/**
 * Runs a few passes, since the first ones are slow, and checks that the numbers are right.
 *
 * @returns false where this device computes something else than the model
 */
export async function warmUp(encoder: Encoder): Promise<boolean> {
	const second = await encoder.encode(SECOND);
	let first = await encoder.encode(FIRST);
	for (let pass = 1; pass < PASSES; pass++) first = await encoder.encode(FIRST);
	return Math.abs(dot(first.vector, second.vector) - COSINE) <= TOLERANCE;
}
