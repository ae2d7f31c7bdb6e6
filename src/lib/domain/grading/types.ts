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

/** How far an answer has one term of an expected answer. */
export interface TermMatch {
	/** Term of the expected answer, as written there. */
	readonly term: string;
	/** Its share of the expected answer; above 0, the shares sum to 1. */
	readonly weight: number;
	/**
	 * Best cosine with a word of the answer after the prompt's direction has been taken out of both,
	 * −1…1; 1 for the same word in any inflection or with one slip of the keyboard.
	 */
	readonly cosine: number;
	/** Where that word stands in the answer; null when the answer has no word. */
	readonly span: Span | null;
}

/** How an answer compares with one expected answer. */
export interface ExpectedEvidence extends TextEvidence {
	/** One entry per term, in the expected answer's order. */
	readonly terms: readonly TermMatch[];
	/** Number of terms that the prompt does not already contain; all where it contains every one. */
	readonly novel_terms: number;
	/** Cosine of the mean vectors of the content words that the prompt does not contain, −1…1. */
	readonly content_cosine: number;
	/** The same, rare words counting more, with the prompt's direction taken out of both, −1…1. */
	readonly novel_content_cosine: number;
}

/** How an answer's sentences compare with one wording of a point or misconception. */
export interface WordingEvidence extends TextEvidence {
	/** Best cosine of one sentence of the answer with the wording, −1…1. */
	readonly sentence_cosine: number;
	/** That sentence in the answer; null for an answer without sentences. */
	readonly sentence: Span | null;
}

/** Which way an answer leans, see `lean.ts`. */
export interface Lean {
	/** Above 0: nearer to what is right; below: to what people get wrong. Mostly −.2…+.3. */
	readonly value: number;
	/** The sentence of the answer that leans most to the wrong side; null where none does. */
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
	readonly expected: readonly ExpectedEvidence[];
	/** Per point, per wording. */
	readonly points: readonly (readonly WordingEvidence[])[];
	/** Per misconception, per wording. */
	readonly misconceptions: readonly (readonly WordingEvidence[])[];
	/** Cosine of the answer with the prompt, −1…1: what answers a question is about the same thing. */
	readonly prompt_cosine?: number;
	/** Null where it cannot be told: no counterexamples, or an answer of a few words. */
	readonly lean?: Lean | null;
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
