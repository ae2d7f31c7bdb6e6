/** The vocabulary that every layer shares. Ratios are 0–1 unless a name says otherwise. */

export const DIFFICULTIES = ['easy', 'medium', 'hard'] as const;
export type Difficulty = (typeof DIFFICULTIES)[number];

export const SESSION_TYPES = ['technical', 'mock', 'coding', 'debugging'] as const;
export type SessionType = (typeof SESSION_TYPES)[number];

/** A term the expected answer uses; an alias found counts as the term found. */
export interface Keyword {
	readonly term: string;
	readonly aliases: readonly string[];
}

/** One idea of the expected answer, with the ways it can be put. */
export interface Point {
	readonly id: string;
	readonly concept: string;
	/** Share of the question's value; positive, normalised over the question when used. */
	readonly weight: number;
	readonly wordings: readonly string[];
	readonly keywords: readonly Keyword[];
	/** One line for the learner: why this point matters. */
	readonly why: string;
}

/** A statement people get wrong, kept so that it cannot earn the point it resembles. */
export interface Misconception {
	readonly id: string;
	/** Id of the point it is mistaken for. */
	readonly confuses: string;
	readonly wordings: readonly string[];
	/** One line for the learner: what is wrong with it. */
	readonly why: string;
}

/** Everything an answer is measured against. */
export interface Rubric {
	readonly prompt: string;
	/** Model answers, at least one; the best of them counts. */
	readonly expected: readonly string[];
	/** Empty for questions brought without a point list. */
	readonly points: readonly Point[];
	/** Empty: extracted from the expected answer. */
	readonly keywords: readonly Keyword[];
	readonly misconceptions: readonly Misconception[];
	/** Whole answers that use the right words and are wrong; a fluent wrong answer is told by them. */
	readonly counterexamples?: readonly string[];
}

/** A question with its answer key: never sent to a screen before its answer is graded. */
export interface Question extends Rubric {
	readonly id: string;
	/** Rises with every edit of the question, so that a grade names what it was measured against. */
	readonly version: number;
	readonly topic: string;
	readonly concepts: readonly string[];
	readonly difficulty: Difficulty;
	readonly kind: SessionType;
	readonly explanation: string;
	readonly hints: readonly string[];
	readonly follow_ups: readonly string[];
}

/** Half-open range of UTF-16 offsets into a text: `[start, end)`. */
export type Span = readonly [start: number, end: number];
