import { count, sessionType, z } from './schema';

export const topicItem = z.object({
	topic: z.string(),
	title: z.string(),
	description: z.string(),
	questions: count,
	concepts: z.array(z.object({ id: z.string(), title: z.string() })),
	difficulty_counts: z.object({ easy: count, medium: count, hard: count }),
	kinds: z.array(sessionType)
});

export const topicsResponse = z.object({ topics: z.array(topicItem) });
export type TopicItem = z.infer<typeof topicItem>;

export const healthResponse = z.object({
	status: z.literal('ok'),
	version: z.string(),
	grader: z.string(),
	storage: z.object({ persistent: z.boolean() }),
	model: z.object({
		state: z.enum(['idle', 'loading', 'ready', 'unavailable']),
		id: z.string().nullable(),
		loaded_bytes: count,
		total_bytes: count,
		reason: z.string().nullable()
	})
});
export type HealthResponse = z.infer<typeof healthResponse>;
