import { grade } from './grade';
import { topicMastery } from './mastery';
import { count, ratio, ulid, z } from './schema';
import { override, recordedAnswer } from './sessions';

export const overrideRequest = z.strictObject({
	point: z.string().min(1),
	/** null takes the correction back. */
	said: z.boolean().nullable(),
	/** With said: true, words of the answer that count as a wording of the point from now on. */
	wording: z.string().trim().min(1).max(500).optional()
});

export const editRequest = z.strictObject({ answer: z.string() });

/** An answer after a correction, with the grade and the mastery that count now. */
export const correctedResponse = z.object({
	answer: recordedAnswer,
	grade: grade.nullable(),
	overrides: z.array(override),
	mastery: topicMastery
});
export const editWaitingResponse = z.object({ answer: recordedAnswer });

export const answersQuery = z.object({
	q: z.string().max(200).default(''),
	topic: z.string().max(200).optional(),
	limit: z.coerce.number().int().min(1).max(100).default(20),
	/** Only answers older than the one with this id. */
	before: z.string().max(26).optional()
});

export const answersResponse = z.object({
	answers: z.array(
		z.object({
			answer: recordedAnswer,
			session_id: count,
			topic: z.string(),
			question: z.object({ id: z.string(), prompt: z.string() }),
			score: ratio.nullable()
		})
	),
	next: ulid.nullable()
});

const keyword = z.object({ term: z.string().min(1), aliases: z.array(z.string()).default([]) });

/** A question of one's own, to be graded against; without points by its expected answers alone. */
export const rubricRequest = z.strictObject({
	prompt: z.string().min(1).max(5000),
	expected: z.array(z.string().min(1).max(5000)).min(1).max(10),
	keywords: z.array(keyword).max(50).default([])
});

export const gradeRequest = z.strictObject({
	question_id: z.string().min(1).optional(),
	question: rubricRequest.optional(),
	answer: z.string()
});
export const gradeResponse = z.object({ grade });

export type CorrectedAnswer = z.infer<typeof correctedResponse>;
export type FoundAnswer = z.infer<typeof answersResponse>['answers'][number];
