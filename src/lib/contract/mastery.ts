import { TRENDS } from '$lib/domain/mastery/trend';
import { count, difficulty, ratio, seconds, utcTime, z } from './schema';

export const conceptMastery = z
	.object({
		mastery_level: ratio,
		attempts: count,
		correct: count,
		is_weak: z.boolean(),
		is_strong: z.boolean(),
		stagnation_count: count,
		/** Unix seconds. */
		last_seen: z.number(),
		due_at: utcTime
			.optional()
			.describe('When it is to be asked again; only in GET /api/adaptive/mastery/:topic'),
		retrievability: ratio
			.optional()
			.describe('How likely it is to be recalled now; only where due_at is')
	})
	.meta({ id: 'ConceptMastery' });

export const topicMastery = z
	.object({
		topic: z.string(),
		mastery_level: ratio,
		semantic_avg: ratio,
		keyword_avg: ratio,
		sessions_attempted: count,
		questions_attempted: count,
		correct_count: count,
		avg_response_time: seconds,
		current_difficulty: difficulty,
		/** Held where it is by the person. */
		level_locked: z.boolean(),
		mastery_velocity: z.number().min(-1).max(1),
		trend: z
			.enum(TRENDS)
			.nullable()
			.describe('Where the last ten answers point, beyond their noise; null below five answers'),
		consecutive_good: count,
		consecutive_poor: count,
		weak_concepts: z.array(z.string()),
		strong_concepts: z.array(z.string()),
		concept_stagnation: z.record(z.string(), count),
		concept_masteries: z.record(z.string(), conceptMastery),
		last_mastery: ratio,
		last_session_date: utcTime.nullable(),
		skipped: count,
		evidence: z.object({ answers: count, effective: z.number().nonnegative() }),
		mastery_low: ratio,
		mastery_high: ratio
	})
	.meta({ id: 'TopicMastery' });

export const levelRequest = z.strictObject({ locked: z.boolean() });
export const levelResponse = z.object({ mastery: topicMastery });

export const masteryResponse = z.object({ mastery: topicMastery, exists: z.boolean() });

export const progressResponse = z.object({
	topics: z.record(
		z.string(),
		z.object({
			mastery: ratio,
			sessions_attempted: count,
			questions_attempted: count,
			correct_count: count,
			last_session_date: utcTime.nullable(),
			semantic_avg: ratio,
			keyword_avg: ratio,
			weak_concepts: z.array(z.string()),
			strong_concepts: z.array(z.string()),
			current_difficulty: difficulty,
			mastery_velocity: z.number().min(-1).max(1)
		})
	),
	overall: z.object({ avg_mastery: ratio, total_sessions: count, topics_count: count })
});

export const resetRequest = z.object({
	topic: z.string().trim().min(1, 'name the topic to reset, or "all"').max(200)
});

export const resetResponse = z.object({
	success: z.literal(true),
	message: z.string(),
	topics_reset: z.array(z.string())
});

export const undoResetResponse = z.object({
	success: z.literal(true),
	message: z.string(),
	topics_restored: z.array(z.string())
});

export const undoableResetsResponse = z.object({
	resets: z.array(z.object({ topic: z.string(), reset_at: utcTime }))
});

export type TopicMastery = z.infer<typeof topicMastery>;
export type ConceptMastery = z.infer<typeof conceptMastery>;
export type ProgressResponse = z.infer<typeof progressResponse>;
