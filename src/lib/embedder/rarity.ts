/** Id of "the" in the model's vocabulary: whole words follow from here, the common ones first. */
const FIRST_WORD_ID = 1996;
/** The sixteen most common words count alike. */
const COMMONEST = 16;
/** One doubling above the last id of the vocabulary (30,521). */
const RAREST_BITS = 15.2;

/**
 * How rare a word is in English, from its place in the model's vocabulary, which is ordered by
 * frequency: a general frequency list that the app holds anyway.
 *
 * @param ids the word's pieces
 * @param unknown id of a piece that the vocabulary does not have
 * @returns .26 for "the", up to .97 for the last word of the vocabulary; 1 for a word it lacks
 */
export function rarityOf(ids: readonly number[], unknown: number): number {
	const [id] = ids;
	if (id === undefined || ids.length > 1 || id === unknown) return 1;
	return Math.log2(Math.max(0, id - FIRST_WORD_ID) + COMMONEST) / RAREST_BITS;
}
