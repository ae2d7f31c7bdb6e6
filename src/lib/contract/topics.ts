import { count, sessionType, z } from './schema';

export const topicItem = z
	.object({
		topic: z.string(),
		title: z.string(),
		description: z.string(),
		questions: count,
		concepts: z.array(z.object({ id: z.string(), title: z.string() })),
		difficulty_counts: z.object({ easy: count, medium: count, hard: count }),
		kinds: z.array(sessionType)
	})
	.meta({ id: 'Topic' });

export const topicsResponse = z.object({ topics: z.array(topicItem) });
export type TopicItem = z.infer<typeof topicItem>;
