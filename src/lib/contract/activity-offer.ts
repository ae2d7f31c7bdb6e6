import { ACTIVITY_KINDS } from '$lib/domain/activities/types';
import { z } from './schema';

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

export type ActivityOffer = z.infer<typeof activityOffer>;
