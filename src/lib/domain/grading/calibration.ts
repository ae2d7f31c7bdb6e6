/** All constants of grading, with where they come from. Raise GRADER_VERSION with any change. */

/** Version of the rules; stored with every grade. */
export const GRADER_VERSION = '4';

/** Weights of the documented score: 0.6 · semantic + 0.4 · keyword (specification, "Mastery Level"). */
export const SEMANTIC_WEIGHT = 0.6;
export const KEYWORD_WEIGHT = 0.4;

/** An answer counts as correct from here (design section 3). */
export const CORRECT_FROM = 0.6;

/** A word cosine of .75 counts as the word itself; the same word in any inflection as at least .9. */
export const WORD_FULL_COSINE = 0.75;
export const SAME_WORD_COSINE = 0.9;

/** Words of any sentence on a topic lie .3 to .5 from each other: below this a match says nothing. */
export const WORD_FLOOR_COSINE = 0.3;

/**
 * Terms of an expected answer: a cosine up to .1 beside the prompt says nothing, .7 is the term in
 * other words. As an extracted keyword, nearer to the letter, a term counts `s / .9`.
 */
export const TERM_FLOOR_COSINE = 0.1;
export const TERM_FULL_COSINE = 0.7;
export const KEYWORD_FULL_COSINE = 0.9;

/** A term is shown as found from here. */
export const TERM_FOUND_COSINE = 0.5;

/** Weight of a term that the prompt already contains; any other has weight 1, times its rarity. */
export const PROMPT_TERM_WEIGHT = 0.1;

/** Shorter stems are never taken for a slip of the keyboard. */
export const SHORTEST_MISSPELT = 4;

/** closeness = (alignment + .25 · novel content cosine + .25 · content cosine) / 1.5 */
export const NOVEL_CONTENT_WEIGHT = 0.25;
export const CONTENT_WEIGHT = 0.25;

/**
 * What careful humans give for a closeness or term coverage of `CURVE_AT`: for expected answers of
 * up to 3.5 terms beyond the prompt, of 6 and more, and blended by the logarithm between. Fitted
 * on the development sets, all questions in (docs/grading.md).
 */
export const SHORT_TO_TERMS = 3.5;
export const LONG_FROM_TERMS = 6;
export const CURVE_AT = [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.75, 0.9, 1] as const;
export const SHORT_CURVE = [0, 0.13, 0.22, 0.3, 0.46, 0.56, 0.66, 0.92, 0.99, 1] as const;
export const LONG_CURVE = [0, 0.19, 0.33, 0.61, 0.64, 0.68, 0.87, 0.98, 1, 1] as const;

/** With points: semantic = min(1, (.8·alignment + .2·novel cosine) / .8) (design section 3). */
export const ALIGNMENT_WEIGHT = 0.8;
export const NOVEL_WEIGHT = 0.2;
export const SEMANTIC_FULL = 0.8;

/** A floored coverage of this much is what a full answer in other words reaches; it counts as .9. */
export const FULL_POINT_COVERAGE = 0.7;
export const FULL_POINT_VALUE = 0.9;

/** A point counts as covered, or partly covered, from these coverages. */
export const COVERED_FROM = 0.65;
export const PARTIAL_FROM = 0.4;
