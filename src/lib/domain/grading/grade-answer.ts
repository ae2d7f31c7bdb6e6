import { bandOf } from '../mastery/bands';
import type { Rubric } from '../types';
import {
	ALIGNMENT_WEIGHT,
	CORRECT_FROM,
	EXTRACTED_KEYWORD_COSINE,
	GRADER_VERSION,
	KEYWORD_WEIGHT,
	NOVEL_WEIGHT,
	SEMANTIC_FULL,
	SEMANTIC_WEIGHT,
	WORD_FULL_COSINE
} from './calibration';
import { applyCaps } from './guards/apply-caps';
import { findFlags, withoutIgnored } from './guards';
import { findKeywords, keywordCoverage } from './keyword-coverage';
import { clip, gradePoints, matchCosine, mean } from './points';
import { scoreBand } from './score-band';
import type { Evidence, Grade, KeywordGrade, PointGrade, TextEvidence } from './types';

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
	const points = gradePoints(rubric.points, rubric.misconceptions, evidence);
	const expected = bestExpected(evidence);
	const alignment = points.length > 0 ? pointAlignment(points) : textAlignment(expected);
	const cosine = clip(Math.max(0, ...evidence.expected.map((text) => text.cosine)));
	const novel = clip(Math.max(0, ...evidence.expected.map((text) => text.novel_cosine)));
	const semantic = Math.min(
		1,
		(ALIGNMENT_WEIGHT * alignment + NOVEL_WEIGHT * novel) / SEMANTIC_FULL
	);
	const keywords =
		rubric.keywords.length > 0
			? findKeywords(withoutIgnored(answer), rubric.keywords)
			: extractedKeywords(expected);
	const coverage = keywords.length > 0 ? keywordCoverage(keywords) : 0;
	const measured = SEMANTIC_WEIGHT * semantic + KEYWORD_WEIGHT * coverage;
	const flags = findFlags(rubric, answer, evidence, shownTexts);
	const counted = applyCaps(
		{ semantic_similarity: semantic, keyword_coverage: coverage, score: measured },
		flags
	);

	return {
		...counted,
		...scoreBand(counted.score),
		cosine,
		novel_cosine: novel,
		alignment,
		raw: { semantic_similarity: semantic, keyword_coverage: coverage },
		correct: counted.score >= CORRECT_FROM,
		band: bandOf(counted.score),
		state: 'final',
		points,
		keywords,
		flags,
		grader: GRADER_VERSION,
		model: evidence.model
	};
}

function bestExpected(evidence: Evidence): TextEvidence | undefined {
	let best: TextEvidence | undefined;
	for (const text of evidence.expected)
		if (best === undefined || textAlignment(text) > textAlignment(best)) best = text;
	return best;
}

/** Mean of min(1, s / .75) over the key words of an expected answer. */
function textAlignment(text: TextEvidence | undefined): number {
	return mean((text?.words ?? []).map((match) => clip(matchCosine(match) / WORD_FULL_COSINE)));
}

function pointAlignment(points: readonly PointGrade[]): number {
	return points.reduce((sum, point) => sum + point.weight * point.coverage, 0);
}

/** Where a question lists no keywords, the key words of its expected answer take their place. */
function extractedKeywords(expected: TextEvidence | undefined): KeywordGrade[] {
	return (expected?.words ?? []).map((match) => {
		const found = match.same || match.cosine >= EXTRACTED_KEYWORD_COSINE;
		return { term: match.word, found, span: found ? match.span : null };
	});
}
