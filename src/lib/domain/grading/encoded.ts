import type { Rubric, Span } from '../types';

/** A word with its vector: the mean of its word pieces, L2-normalised, 384 numbers. */
export interface EncodedWord {
	readonly text: string;
	readonly span: Span;
	readonly vector: Float32Array;
	/** How rare it is in English, 0–1; 1 for a word that the model's vocabulary lacks. */
	readonly rarity: number;
}

/** A sentence with the normalised mean of its word pieces. */
export interface EncodedSentence {
	readonly span: Span;
	readonly vector: Float32Array;
}

/** What one forward pass over a text gives. All vectors have length 1, or 0 where nothing was read. */
export interface EncodedText {
	readonly text: string;
	readonly vector: Float32Array;
	readonly words: readonly EncodedWord[];
	readonly sentences: readonly EncodedSentence[];
	/** Windows the text was read in; above 1 beyond 256 word pieces. */
	readonly windows: number;
}

/** A rubric with all its texts embedded; arrays run parallel to the rubric's. */
export interface EncodedRubric {
	/** First 8 hex digits of the model file's SHA-256. */
	readonly model: string;
	readonly texts: Rubric;
	readonly prompt: EncodedText;
	readonly expected: readonly EncodedText[];
	readonly points: readonly (readonly EncodedText[])[];
	readonly misconceptions: readonly (readonly EncodedText[])[];
	/** Empty where the question has none. */
	readonly counterexamples: readonly EncodedText[];
}
