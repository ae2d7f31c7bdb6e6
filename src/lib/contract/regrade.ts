import { count, ratio, ulid, z } from './schema';

/** One answer as it was graded and as it would be graded now. */
export const regradedAnswer = z.object({
	answer_id: ulid,
	session_id: count,
	topic: z.string(),
	prompt: z.string(),
	score_before: ratio,
	score_after: ratio,
	correct_before: z.boolean(),
	correct_after: z.boolean()
});

export const regradeResponse = z.object({
	/** Version of the grader that would grade now. */
	grader: z.string(),
	/** The model's id; null while it is not loaded, then only the grader's version is compared. */
	model: z.string().nullable(),
	/** Answers graded by another version that have not been measured anew. */
	outdated: count,
	/** Outdated answers whose question is not on this device any more: they keep their grade. */
	without_question: count,
	/** Measured anew, not accepted yet. */
	measured: count,
	/** Those of them whose score changes, the greatest change first; at most 200. */
	changes: z.array(regradedAnswer)
});

export const regradeMeasureRequest = z.strictObject({
	/** How many to measure in this request, 1–20. */
	limit: z.int().min(1).max(20).default(10)
});

export const regradeAcceptedResponse = z.object({
	accepted: count,
	topics: z.array(z.object({ topic: z.string(), mastery_before: ratio, mastery_after: ratio }))
});

export const regradeDiscardedResponse = z.object({ discarded: count });

export type RegradeState = z.infer<typeof regradeResponse>;
export type RegradedAnswer = z.infer<typeof regradedAnswer>;
