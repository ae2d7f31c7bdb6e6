import { grade } from './grade';
import { count, ratio, z } from './schema';
import { openQuestion } from './sessions';
import { activityOffer } from './activity-offer';

/** Longest text in one gap, in UTF-16 code units. */
export const MAX_GAP_LENGTH = 200;
const MOST_GAPS = 20;

const base = activityOffer.omit({ kind: true }).extend({
	question_id: z.string(),
	/** Set where this stands in for what was offered: why. */
	note: z.string().nullable()
});

/** The model answer with gaps, and what explains it. The key comes with the result. */
export const gapFillActivity = base
	.extend({
		kind: z.literal('gap_fill'),
		/** Markdown. */
		explanation: z.string(),
		/** Text as it stands, or a gap: its number from 0, and how many characters long. */
		parts: z.array(z.union([z.string(), z.object({ gap: count, length: count })])),
		gaps: count
	})
	.meta({ id: 'GapFillActivity' });

/** Two concepts that are easily confused, to be told apart in the person's own words. */
export const contrastActivity = base
	.extend({
		kind: z.literal('contrast'),
		prompt: z.string(),
		/** What is asked of each concept, and hints that a screen keeps folded at first. */
		sides: z.array(
			z.object({
				concept: z.string(),
				title: z.string(),
				/** Markdown. */
				prompt: z.string(),
				hints: z.array(z.string())
			})
		)
	})
	.meta({ id: 'ContrastActivity' });

export const activityResponse = z.object({
	activity: z.union([gapFillActivity, contrastActivity])
});

/** Exactly one of gaps, answer and declined. */
export const activityRequest = z.strictObject({
	question_id: z.string().min(1),
	/** For a gap-fill: one text per gap, in order; blank where nothing comes to mind. */
	gaps: z.array(z.string().max(MAX_GAP_LENGTH)).max(MOST_GAPS).optional(),
	/** For a contrast; up to 50,000 code points. */
	answer: z.string().optional(),
	/** true: the plain question instead. */
	declined: z.literal(true).optional()
});

const gapFillResult = z
	.object({
		kind: z.literal('gap_fill'),
		/** Share of gaps filled rightly. */
		score: ratio,
		gaps: z.array(
			z.object({
				right: z.boolean(),
				given: z.string(),
				wanted: z.string(),
				why: z.string().nullable()
			})
		)
	})
	.meta({ id: 'GapFillResult' });

const contrastResult = z
	.object({ kind: z.literal('contrast'), answer: z.string(), grade, expected: z.string() })
	.meta({ id: 'ContrastResult' });

export const activityDoneResponse = z.object({
	/** Null where it was declined. Nothing in it moves mastery. */
	result: z.union([gapFillResult, contrastResult]).nullable(),
	/** Where it was declined, the same question without its activity; null at the end. */
	next_question: openQuestion.nullable()
});

export type GapFillActivity = z.infer<typeof gapFillActivity>;
export type ContrastActivity = z.infer<typeof contrastActivity>;
export type SessionActivity = GapFillActivity | ContrastActivity;
export type GapFillOutcome = z.infer<typeof gapFillResult>;
export type ContrastOutcome = z.infer<typeof contrastResult>;
export type ActivityOutcome = GapFillOutcome | ContrastOutcome;
