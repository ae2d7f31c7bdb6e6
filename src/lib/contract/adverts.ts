import { count, ratio, span, z } from './schema';

/** Longest advert, in Unicode code points. */
export const MAX_ADVERT_CODE_POINTS = 20_000;

export const advertRequest = z.strictObject({
	text: z.string().describe('The advert as pasted, 1 to 20,000 characters')
});

/** Words of the advert, and where they stand: UTF-16 offsets, end excluded. */
const mention = z.object({ phrase: z.string(), span });

export const advertTopic = z
	.object({
		topic: z.string(),
		title: z.string(),
		/** How often it is asked for. */
		times: count,
		/** The first 20 places where it is. */
		asked: z.array(mention).max(20),
		/** Null where there is no answer yet. */
		mastery: ratio.nullable(),
		/** Concepts below 0.60, those that the advert names first. */
		weak_concepts: z.array(z.string()),
		/** Concepts without an answer, those that the advert names first. */
		never_practised: z.array(z.string()),
		reason: z.string().min(1)
	})
	.meta({ id: 'AdvertTopic' });

export const advertResponse = z.object({
	/** Gaps first, then by how often and how early they are asked for. */
	topics: z.array(advertTopic),
	/** Well-known technologies that the advert names and no pack has questions for. */
	not_covered: z.array(mention)
});

export type AdvertResponse = z.infer<typeof advertResponse>;
export type AdvertTopic = z.infer<typeof advertTopic>;
