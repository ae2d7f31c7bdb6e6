import { count, percent, ratio, ulid, utcTime, z } from './schema';
import { sessionItem } from './sessions';

/** A day of the calendar, without a time. */
export const calendarDay = z.iso.date('write the day as 2026-03-31');
const name = z.string().trim().min(1, 'give a name').max(80, 'a name has at most 80 characters');

export const profile = z
	.object({
		id: ulid,
		name: z.string(),
		created_at: utcTime,
		/** The day of the interview; null when none is set. */
		interview_date: calendarDay.nullable(),
		/** Minutes a day that this person wants to practise; null when not said. */
		minutes_a_day: count.nullable(),
		/** Topics to be ready for; null where none were chosen: those practised. */
		target_topics: z.array(z.string()).nullable()
	})
	.meta({ id: 'Profile' });

export const profilesResponse = z.object({
	profiles: z.array(profile.extend({ current: z.boolean() }))
});
export const createProfileRequest = z.strictObject({ name });
export const patchProfileRequest = z.strictObject({
	name: name.optional(),
	interview_date: calendarDay.nullable().optional(),
	minutes_a_day: z
		.int()
		.min(1, 'give at least 1 minute, or null to set none')
		.max(1440, 'a day has 1440 minutes')
		.nullable()
		.optional(),
	target_topics: z
		.array(z.string().trim().min(1, 'name a topic'))
		.min(1, 'name at least one topic, or send null for those you practised')
		.max(100, 'name at most 100 topics')
		.nullable()
		.optional()
});
export const deleteProfileQuery = z.object({ name: z.string() });
export const deletedProfileResponse = z.object({ deleted: ulid });

export const tokensResponse = z.object({
	tokens: z.array(z.object({ id: z.string(), created_at: utcTime, current: z.boolean() }))
});
export const revokedResponse = z.object({ revoked: z.string() });

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

export type Profile = z.infer<typeof profile>;
export type TokenResponse = z.infer<typeof tokenResponse>;
