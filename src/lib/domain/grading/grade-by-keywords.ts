import type { Rubric } from '../types';
import { GRADER_VERSION } from './calibration';
import { countedFigures } from './counted-figures';
import { findFlags, withoutIgnored } from './guards';
import { findKeywords, keywordCoverage } from './keyword-coverage';
import { pointState } from './points';
import { extractKeywords } from './extract-keywords';
import type { Grade, PointGrade } from './types';

/**
 * A provisional grade for a device that cannot run the model: keyword coverage alone. It is marked
 * as such, moves no mastery, and is replaced when the model works.
 */
export function gradeByKeywords(
	rubric: Rubric,
	typed: string,
	shownTexts: readonly string[] = []
): Grade {
	const answer = withoutIgnored(typed);
	const terms = rubric.keywords.length > 0 ? rubric.keywords : extractKeywords(rubric);
	const keywords = findKeywords(answer, terms);
	const coverage = keywords.length > 0 ? keywordCoverage(keywords) : 0;
	const flags = findFlags(rubric, typed, null, shownTexts);
	const totalWeight = rubric.points.reduce((sum, point) => sum + point.weight, 0);

	return {
		...countedFigures(null, coverage, flags),
		cosine: null,
		novel_cosine: null,
		alignment: null,
		raw: { semantic_similarity: null, keyword_coverage: coverage },
		state: 'provisional',
		points: rubric.points.map((point): PointGrade => {
			const found = findKeywords(answer, point.keywords);
			const covered = keywordCoverage(found);
			return {
				id: point.id,
				concept: point.concept,
				state: pointState(covered),
				coverage: covered,
				weight: point.weight / totalWeight,
				why: point.why,
				spans: found.flatMap((keyword) => (keyword.span === null ? [] : [keyword.span]))
			};
		}),
		keywords,
		flags,
		grader: GRADER_VERSION,
		model: null
	};
}
