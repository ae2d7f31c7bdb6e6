import { count, z } from './schema';

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
