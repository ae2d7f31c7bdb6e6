import {
	CONTENT_WEIGHT,
	CURVE_AT,
	KEYWORD_FULL_COSINE,
	LONG_CURVE,
	LONG_FROM_TERMS,
	NOVEL_CONTENT_WEIGHT,
	SHORT_CURVE,
	SHORT_TO_TERMS,
	TERM_FLOOR_COSINE,
	TERM_FOUND_COSINE,
	TERM_FULL_COSINE
} from './calibration';
import { clip } from './points';
import type { ExpectedEvidence, KeywordGrade, TermMatch } from './types';

/** How an answer stands to the expected answer that it comes nearest to; ratios 0–1. */
export interface ExpectedGrade {
	/** Weighted share of the expected answer's terms that the answer has in some words. */
	readonly alignment: number;
	readonly semantic_similarity: number;
	/** Coverage of the terms as keywords, for a question that lists none. */
	readonly keyword_coverage: number;
	readonly keywords: readonly KeywordGrade[];
}

/**
 * Grades an answer by the nearest expected answer. Closeness is the weighted mean of the terms'
 * alignment (weight 1) and the two cosines of what is said beyond the prompt; the curves then turn
 * closeness and term coverage into what careful humans give for them (docs/grading.md).
 *
 * @returns all zeros where there is nothing to compare
 */
export function gradeExpected(expected: readonly ExpectedEvidence[]): ExpectedGrade {
	let best: ExpectedEvidence | undefined;
	for (const text of expected)
		if (best === undefined || closeness(text) > closeness(best)) best = text;
	if (best === undefined)
		return { alignment: 0, semantic_similarity: 0, keyword_coverage: 0, keywords: [] };
	return {
		alignment: termAlignment(best),
		semantic_similarity: humanValue(closeness(best), best.novel_terms),
		keyword_coverage: humanValue(termCoverage(best), best.novel_terms),
		keywords: best.terms.map(asKeyword)
	};
}

/** Each term counts `clip((s − .1) / (.7 − .1))` of its weight. */
function termAlignment({ terms }: ExpectedEvidence): number {
	return clip(
		weighted(terms, (s) => (s - TERM_FLOOR_COSINE) / (TERM_FULL_COSINE - TERM_FLOOR_COSINE))
	);
}

/** Each term counts `clip(s / .9)` of its weight: nearer to the letter than alignment. */
function termCoverage({ terms }: ExpectedEvidence): number {
	return clip(weighted(terms, (s) => s / KEYWORD_FULL_COSINE));
}

function closeness(text: ExpectedEvidence): number {
	const content =
		NOVEL_CONTENT_WEIGHT * clip(text.novel_content_cosine) +
		CONTENT_WEIGHT * clip(text.content_cosine);
	return clip((termAlignment(text) + content) / (1 + NOVEL_CONTENT_WEIGHT + CONTENT_WEIGHT));
}

function weighted(terms: readonly TermMatch[], credit: (cosine: number) => number): number {
	return terms.reduce((sum, { weight, cosine }) => sum + weight * clip(credit(cosine)), 0);
}

/**
 * What a careful human gives at this closeness. A short expected answer leaves little room for
 * other words, a long one is never repeated in full: hence two curves, blended between.
 */
function humanValue(measured: number, terms: number): number {
	const long = clip(
		Math.log(Math.max(1, terms) / SHORT_TO_TERMS) / Math.log(LONG_FROM_TERMS / SHORT_TO_TERMS)
	);
	return (1 - long) * onCurve(SHORT_CURVE, measured) + long * onCurve(LONG_CURVE, measured);
}

/** Linear between the points of a curve. */
function onCurve(curve: readonly number[], measured: number): number {
	let index = 1;
	while (index < CURVE_AT.length - 1 && measured > (CURVE_AT[index] ?? 1)) index++;
	const [from = 0, to = 1] = [CURVE_AT[index - 1], CURVE_AT[index]];
	const [low = 0, high = 1] = [curve[index - 1], curve[index]];
	return low + ((measured - from) / (to - from)) * (high - low);
}

function asKeyword({ term, cosine, span }: TermMatch): KeywordGrade {
	const found = cosine >= TERM_FOUND_COSINE;
	return { term, found, span: found ? span : null };
}
