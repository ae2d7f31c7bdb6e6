import { count, percent, ratio, sessionType, ulid, utcTime, z } from './schema';
import { sessionItem } from './sessions';

export const profile = z.object({ id: ulid, name: z.string(), created_at: utcTime });

export const tokenRequest = z.object({ profile_id: z.string().min(1).optional() });
export const tokenResponse = z.object({
	/** 256 random bits in base64url; shown once, kept only as a hash. */
	token: z.string(),
	profile
});

export const profileResponse = z.object({ profile });

export const debuggingHistoryResponse = z.object({
	history: z.array(
		sessionItem.extend({
			challenges: z.array(
				z.object({
					question_id: z.string(),
					language: z.string(),
					solved: z.boolean(),
					score: ratio.nullable(),
					attempts: count,
					concepts: z.array(z.string())
				})
			),
			summary: z.string()
		})
	),
	challenges_completed: count,
	performance_summary: z.object({
		sessions: count,
		challenges: count,
		solved: count,
		avg_score: percent.nullable(),
		avg_attempts: z.number().nonnegative().nullable(),
		by_language: z.record(z.string(), z.object({ challenges: count, solved: count }))
	}),
	concepts_practiced: z.array(z.string())
});

const reason = z.string().min(1);

export const actionPlan = z.object({
	created_at: utcTime,
	topics_to_focus: z.array(z.object({ topic: z.string(), mastery: ratio, reason })),
	weak_concepts: z.array(
		z.object({ topic: z.string(), concept: z.string(), mastery: ratio, attempts: count, reason })
	),
	recommended_sessions: z.array(
		z.object({ session_type: sessionType, topic: z.string(), minutes: count, reason })
	),
	difficulty_adjustments: z.array(
		z.object({ topic: z.string(), from: z.string(), to: z.string(), reason })
	)
});

export const actionPlansResponse = z.object({ action_plans: z.array(actionPlan) });

export type Profile = z.infer<typeof profile>;
export type TokenResponse = z.infer<typeof tokenResponse>;
export type ActionPlan = z.infer<typeof actionPlan>;
