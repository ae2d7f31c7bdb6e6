import type { Span } from '../types';

/** The best word of the answer for one key word of a reference text. */
export interface WordMatch {
	/** Key word of the reference, as written there. */
	readonly word: string;
	/** Best cosine with a content word of the answer, −1…1; 0 when the answer has none. */
	readonly cosine: number;
	/** True where the answer has the same word in any inflection. */
	readonly same: boolean;
	/** Where the best word stands in the answer; null when the answer has no content word. */
	readonly span: Span | null;
}

/** How an answer compares with one reference text (an expected answer or a wording). */
export interface TextEvidence {
	/** Cosine of the two whole-text vectors, −1…1. */
	readonly cosine: number;
	/** The same with the prompt's direction taken out of both, −1…1. */
	readonly novel_cosine: number;
	/** One entry per key word of the reference, in its order. */
	readonly words: readonly WordMatch[];
}

/** How an answer's sentences compare with one wording of a point or misconception. */
export interface WordingEvidence extends TextEvidence {
	/** Best cosine of one sentence of the answer with the wording, −1…1. */
	readonly sentence_cosine: number;
	/** That sentence in the answer; null for an answer without sentences. */
	readonly sentence: Span | null;
}

/**
 * What the model says about an answer, as plain data: everything after it is a pure function.
 * The arrays run parallel to the rubric's.
 */
export interface Evidence {
	/** First 8 hex digits of the model file's SHA-256. */
	readonly model: string;
	/** Per expected answer. */
	readonly expected: readonly TextEvidence[];
	/** Per point, per wording. */
	readonly points: readonly (readonly WordingEvidence[])[];
	/** Per misconception, per wording. */
	readonly misconceptions: readonly (readonly WordingEvidence[])[];
	/** Windows that the text was read in; above 1 only for long answers. */
	readonly windows: number;
}

export type PointState = 'covered' | 'partial' | 'missing' | 'contradicted';

export interface PointGrade {
	readonly id: string;
	readonly concept: string;
	readonly state: PointState;
	/** 0–1 */
	readonly coverage: number;
	/** Share of the question, the points' weights sum to 1. */
	readonly weight: number;
	readonly why: string;
	/** The person's own words that decided it, as ranges of the answer. */
	readonly spans: readonly Span[];
	/** Set where a misconception stood nearer than the point: what was mixed up. */
	readonly mixed_up?: string;
}

export interface KeywordGrade {
	readonly term: string;
	readonly found: boolean;
	readonly span: Span | null;
}

export interface GradeFlag {
	readonly code: string;
	/** Highest score the guard allows, 0–1; null where it only warns. */
	readonly cap: number | null;
	readonly message: string;
}

/** The specification's four words for a semantic similarity or score. */
export type Band = 'excellent' | 'good' | 'partial' | 'weak';

/** The result of grading; field names are the contract's. All figures are ratios 0–1. */
export interface Grade {
	readonly score: number;
	readonly score_low: number;
	readonly score_high: number;
	/** Null while provisional: graded by keywords alone. */
	readonly semantic_similarity: number | null;
	readonly keyword_coverage: number;
	readonly cosine: number | null;
	readonly novel_cosine: number | null;
	readonly alignment: number | null;
	/** As measured, before corrections by the person and caps by guards. */
	readonly raw: { readonly semantic_similarity: number | null; readonly keyword_coverage: number };
	readonly correct: boolean;
	readonly band: Band;
	readonly state: 'final' | 'provisional';
	readonly points: readonly PointGrade[];
	readonly keywords: readonly KeywordGrade[];
	readonly flags: readonly GradeFlag[];
	/** Version of the rules, see GRADER_VERSION. */
	readonly grader: string;
	/** Model that measured it; null while provisional. */
	readonly model: string | null;
}
