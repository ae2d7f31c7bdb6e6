import { bandOf } from '../mastery/bands';
import { CORRECT_FROM, KEYWORD_WEIGHT, SEMANTIC_WEIGHT } from './calibration';
import { applyCaps } from './guards/apply-caps';
import { scoreBand } from './score-band';
import type { Grade, GradeFlag } from './types';

/** The fields of a grade that count, as opposed to those that were measured. */
export type CountedFigures = Pick<
	Grade,
	| 'score'
	| 'score_low'
	| 'score_high'
	| 'semantic_similarity'
	| 'keyword_coverage'
	| 'correct'
	| 'band'
>;

/**
 * What counts of an answer, from both figures before the guards' caps (design section 3, "Counted
 * and raw").
 *
 * @param semantic 0–1; null where the device cannot run the model, then keywords alone are the score
 * @param coverage 0–1
 */
export function countedFigures(
	semantic: number | null,
	coverage: number,
	flags: readonly GradeFlag[]
): CountedFigures {
	const score =
		semantic === null ? coverage : SEMANTIC_WEIGHT * semantic + KEYWORD_WEIGHT * coverage;
	return cappedFigures({ semantic_similarity: semantic, keyword_coverage: coverage, score }, flags);
}

/**
 * Both figures and the score they make, held to the lowest cap, with what follows from the score.
 *
 * @param figures ratios 0–1; the semantic one null where the device cannot run the model
 */
export function cappedFigures(
	figures: Pick<Grade, 'semantic_similarity' | 'keyword_coverage' | 'score'>,
	flags: readonly GradeFlag[]
): CountedFigures {
	const { semantic_similarity: semantic } = figures;
	const counted = applyCaps({ ...figures, semantic_similarity: semantic ?? 0 }, flags);
	return {
		score: counted.score,
		...scoreBand(counted.score, flags),
		semantic_similarity: semantic === null ? null : counted.semantic_similarity,
		keyword_coverage: counted.keyword_coverage,
		correct: counted.score >= CORRECT_FROM,
		band: bandOf(counted.score)
	};
}
