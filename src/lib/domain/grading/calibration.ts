/** All constants of grading, with where they come from. Raise GRADER_VERSION with any change. */

/** Version of the rules; stored with every grade. */
export const GRADER_VERSION = '1';

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

/** An extracted keyword counts as found from this aligned cosine (design section 3). */
export const EXTRACTED_KEYWORD_COSINE = 0.45;

/** semantic = min(1, (.8·alignment + .2·novel cosine) / .8) (design section 3). */
export const ALIGNMENT_WEIGHT = 0.8;
export const NOVEL_WEIGHT = 0.2;
export const SEMANTIC_FULL = 0.8;

/** A floored coverage of this much is what a full answer in other words reaches; it counts as .9. */
export const FULL_POINT_COVERAGE = 0.7;
export const FULL_POINT_VALUE = 0.9;

/** A point counts as covered, or partly covered, from these coverages. */
export const COVERED_FROM = 0.65;
export const PARTIAL_FROM = 0.4;
