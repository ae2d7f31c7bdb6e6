import type { GradeFlag } from '../types';

/** The two figures that count and the score they make. */
export interface Counted {
	readonly semantic_similarity: number;
	readonly keyword_coverage: number;
	readonly score: number;
}

/**
 * Holds a score to the lowest cap: both figures shrink by the same factor, so that their weighted
 * sum is the cap exactly and mastery sees it too (design section 3, "Counted and raw").
 */
export function applyCaps(counted: Counted, flags: readonly GradeFlag[]): Counted {
	const cap = Math.min(1, ...flags.map((flag) => flag.cap ?? 1));
	if (counted.score <= cap) return counted;
	const factor = cap / counted.score;
	return {
		semantic_similarity: counted.semantic_similarity * factor,
		keyword_coverage: counted.keyword_coverage * factor,
		score: cap
	};
}
