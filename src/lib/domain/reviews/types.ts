/** What is known of how well something is remembered, in the terms of FSRS. */
export interface ReviewMemory {
	/** Days until the chance of recall has fallen to 0.9; above 0. */
	stability: number;
	/** How hard it is to make it stay, 1–10. */
	difficulty: number;
	/** Epoch milliseconds at which it is to be asked again; the whole local day counts as due. */
	due_ms: number;
	/** Epoch milliseconds of the answer that was last counted as a review. */
	last_review_ms: number;
	/** Reviews counted so far, at least 1. */
	reps: number;
	/** Reviews after the first that were rated `again`. */
	lapses: number;
}

/** How a review went, in the terms of FSRS. */
export const REVIEW_RATINGS = ['again', 'hard', 'good', 'easy'] as const;
export type ReviewRating = (typeof REVIEW_RATINGS)[number];

/** What comes due: a question as it was asked, or a concept over all its questions. */
export const REVIEW_KINDS = ['question', 'concept'] as const;
export type ReviewKind = (typeof REVIEW_KINDS)[number];

/** The review state of one question or concept of a topic: a fold over its answers. */
export interface TopicReview extends ReviewMemory {
	kind: ReviewKind;
	/** Question id or concept name. */
	id: string;
	/** Score of the latest answer, 0–1; for a concept the evidence for it. */
	last_score: number;
}
