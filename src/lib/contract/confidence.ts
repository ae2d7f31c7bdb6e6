import { CONFIDENCES } from '$lib/domain/mastery/confidence';
import { count, ratio, z } from './schema';

/** How sure one was before the grade came. */
export const confidence = z.enum(CONFIDENCES);

export const confidenceResponse = z.object({
	topics: z.array(
		z.object({
			topic: z.string(),
			/** Rated answers with a final grade. */
			ratings: count,
			/** One row per rating; empty below 10 ratings, where figures would be chance. */
			table: z.array(
				z.object({
					confidence,
					answers: count,
					correct: count,
					/** Share correct; null without an answer. */
					accuracy: ratio.nullable(),
					avg_score: ratio.nullable()
				})
			),
			/** Brier score, 0 is perfect; null below 10 ratings. */
			brier: ratio.nullable(),
			/** What the figures say, in plain words. */
			message: z.string()
		})
	)
});

export type TopicConfidence = z.infer<typeof confidenceResponse>['topics'][number];
