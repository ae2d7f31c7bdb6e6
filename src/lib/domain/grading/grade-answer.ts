import type { Rubric } from '../types';
import { ALIGNMENT_WEIGHT, GRADER_VERSION, NOVEL_WEIGHT, SEMANTIC_FULL } from './calibration';
import { countedFigures } from './counted-figures';
import { gradeExpected } from './expected-grade';
import { findFlags, withoutIgnored } from './guards';
import { findKeywords, keywordCoverage } from './keyword-coverage';
import { clip, gradePoints } from './points';
import { contradictPoints, findReversals, oppositeFlags, withoutContradicted } from './reversals';
import type { Evidence, Grade, PointGrade } from './types';

/**
 * Grades an answer from what the model measured. Pure: the same evidence, rubric and answer give
 * the same grade everywhere (design section 3 has every formula).
 *
 * @param shownTexts model answers that the person had seen before giving this answer
 * @returns a final grade; all figures are ratios 0–1
 */
export function gradeAnswer(
	evidence: Evidence,
	rubric: Rubric,
	answer: string,
	shownTexts: readonly string[] = []
): Grade {
	const reversals = findReversals(rubric, answer);
	const points = contradictPoints(
		gradePoints(rubric.points, rubric.misconceptions, evidence),
		reversals
	);
	const expected = gradeExpected(evidence.expected);
	const alignment = points.length > 0 ? pointAlignment(points) : expected.alignment;
	const cosine = clip(Math.max(0, ...evidence.expected.map((text) => text.cosine)));
	const novel = clip(Math.max(0, ...evidence.expected.map((text) => text.novel_cosine)));
	const semantic =
		points.length > 0 ? semanticSimilarity(alignment, novel) : expected.semantic_similarity;
	const listed = findKeywords(withoutIgnored(answer), rubric.keywords);
	const coverage = listed.length > 0 ? keywordCoverage(listed) : expected.keyword_coverage;
	const keywords =
		listed.length > 0 ? withoutContradicted(listed, points, rubric) : expected.keywords;
	const kept = 1 - reversals.lost;
	const countedSemantic = kept * semantic;
	const countedCoverage = kept * (listed.length > 0 ? keywordCoverage(keywords) : coverage);
	const flags = [...findFlags(rubric, answer, evidence, shownTexts), ...oppositeFlags(reversals)];

	return {
		...countedFigures(countedSemantic, countedCoverage, flags),
		cosine,
		novel_cosine: novel,
		alignment,
		raw: { semantic_similarity: semantic, keyword_coverage: coverage },
		state: 'final',
		points,
		keywords,
		flags,
		grader: GRADER_VERSION,
		model: evidence.model
	};
}

/** Weighted mean of the coverage of a question's points, 0–1. */
export function pointAlignment(points: readonly PointGrade[]): number {
	return points.reduce((sum, point) => sum + point.weight * point.coverage, 0);
}

/** min(1, (.8·alignment + .2·novel cosine) / .8) (design section 3); ratios 0–1. */
export function semanticSimilarity(alignment: number, novelCosine: number): number {
	return Math.min(1, (ALIGNMENT_WEIGHT * alignment + NOVEL_WEIGHT * novelCosine) / SEMANTIC_FULL);
}
