import { ratio, z } from './schema';

/** A question asked back about one point that a good answer left out. */
export const followUp = z
	.object({ point: z.string(), prompt: z.string() })
	.meta({ id: 'FollowUp' });

export const followUpRequest = z.strictObject({
	text: z.string(),
	/** The point that was asked about: refused where another one is asked now. */
	point: z.string().min(1).optional()
});

/** The same with what was said to it. It changes neither score nor mastery. */
export const givenFollowUp = followUp
	.extend({
		/** As typed. */
		text: z.string(),
		covered: z.boolean(),
		coverage: ratio,
		/** Why the point matters. */
		why: z.string(),
		/** How the point can be put. */
		wording: z.string(),
		/** What the text mixes up, or why it says nothing on the point; null where neither. */
		note: z.string().nullable()
	})
	.meta({ id: 'GivenFollowUp' });

export const followUpResponse = z.object({ follow_up: givenFollowUp });

export type FollowUp = z.infer<typeof followUp>;
export type GivenFollowUp = z.infer<typeof givenFollowUp>;
