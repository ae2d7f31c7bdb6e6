import { rememberedOf } from '../remembered';
import type { EncodedWord } from './encoded';
import { dot } from './vectors';

/** The cosine of one word with the word of the answer at a place, −1…1. */
export type CosineAt = (place: number) => number;

/**
 * Cosines between the words of an answer and any other words. Several comparisons ask for the same
 * pairs, so each is worked out when first asked for and kept.
 *
 * @returns for a word, known again by identity, its cosines by the place in `answer`
 */
export function wordCosines(answer: readonly EncodedWord[]): (word: EncodedWord) => CosineAt {
	return rememberedOf((word: EncodedWord) => cosinesWith(word, answer));
}

function cosinesWith({ vector }: EncodedWord, answer: readonly EncodedWord[]): CosineAt {
	const found = new Float64Array(answer.length).fill(NaN);
	return (place) => {
		const known = found[place] ?? 0;
		const other = answer[place];
		if (!Number.isNaN(known) || other === undefined) return known;
		const cosine = dot(vector, other.vector);
		found[place] = cosine;
		return cosine;
	};
}
