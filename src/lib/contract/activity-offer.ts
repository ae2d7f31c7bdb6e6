import { ACTIVITY_KINDS } from '$lib/domain/activities/types';
import { ratio, utcTime, z } from './schema';

/** What is offered instead of an open question whose concept does not rise. */
export const activityOffer = z
	.object({
		kind: z.enum(ACTIVITY_KINDS),
		concept: z.string(),
		concept_title: z.string(),
		/** Why, in plain words, with the figures. */
		reason: z.string()
	})
	.meta({ id: 'ActivityOffer' });

/** An activity that was done in a session, as its history shows it. */
export const practisedActivity = z
	.object({
		kind: z.enum(ACTIVITY_KINDS),
		question_id: z.string(),
		/** Markdown; null when the question is no longer on this device. */
		prompt: z.string().nullable(),
		concept_title: z.string(),
		/** Share of the gaps, or the score of the contrast; it counts nowhere else. */
		score: ratio,
		at: utcTime
	})
	.meta({ id: 'PractisedActivity' });

export type ActivityOffer = z.infer<typeof activityOffer>;
export type PractisedActivity = z.infer<typeof practisedActivity>;
