import { clip } from './points';
import type { GradeFlag } from './types';

/**
 * The range in which four of five human grades lie, per score, linear between: fitted on two sets
 * of graded answers, checked with whole questions left out (docs/grading.md). It reaches higher
 * than lower, for careful humans are more lenient than word vectors.
 */
const SCORES = [0, 0.2, 0.4, 0.6, 0.8, 1] as const;
const LOWS = [0, 0, 0.3, 0.4, 0.5, 0.75] as const;
const HIGHS = [0.2, 0.4, 1, 1, 1, 1] as const;

/**
 * How sure a score is: the range in which a careful human's grade probably lies.
 *
 * @param flags of the guards: where one caps the score, the range ends there too
 */
export function scoreBand(
	score: number,
	flags: readonly Pick<GradeFlag, 'cap'>[] = []
): { score_low: number; score_high: number } {
	const at = clip(score);
	const cap = Math.min(1, ...flags.map((flag) => flag.cap ?? 1));
	return {
		score_low: Math.min(at, between(LOWS, at)),
		score_high: Math.max(at, Math.min(cap, between(HIGHS, at)))
	};
}

function between(values: readonly number[], score: number): number {
	const steps = SCORES.length - 1;
	const index = Math.min(steps - 1, Math.floor(score * steps));
	const share = score * steps - index;
	return (1 - share) * (values[index] ?? 0) + share * (values[index + 1] ?? 1);
}
