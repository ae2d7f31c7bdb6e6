import { ENTRY_KINDS, MISSING, READINESS_WORDS } from '$lib/domain/readiness/types';
import { calendarDay } from './profile';
import { count, ratio, z } from './schema';

/** What is expected of a topic on the day of the interview. */
export const topicReadiness = z
	.object({
		topic: z.string(),
		/** Now; null where there is no answer yet. */
		mastery: ratio.nullable(),
		/** On the day, with its band; null where nothing can be expected. */
		expected: ratio.nullable(),
		low: ratio.nullable(),
		high: ratio.nullable(),
		word: z.enum(READINESS_WORDS),
		reason: z.string()
	})
	.meta({ id: 'TopicReadiness' });

/** One line of a day: what to do, why, and what takes it off. */
export const dayEntry = z
	.object({
		/** Null on a day of rest. */
		topic: z.string().nullable(),
		/** Null on a day of rest, and where the topic as a whole is meant. */
		concept: z.string().nullable(),
		kind: z.enum(ENTRY_KINDS),
		questions: count,
		minutes: count,
		reason: z.string().min(1),
		done_when: z.string().min(1)
	})
	.meta({ id: 'DayEntry' });

export const dayPlan = z
	.object({
		date: calendarDay,
		/** Sum over its entries; never above minutes_a_day. */
		minutes: count,
		entries: z.array(dayEntry).min(1)
	})
	.meta({ id: 'DayPlan' });

export const readinessResponse = z
	.object({
		interview_date: calendarDay.nullable(),
		/** 0 on the day; null without a day, and once it has passed. */
		days_left: count.nullable(),
		minutes_a_day: count.nullable(),
		/** What has to be set before the days can be planned. */
		missing: z.array(z.enum(MISSING)),
		topics: z.array(topicReadiness),
		/** The next 14 days at most, today first. */
		days: z.array(dayPlan).max(14),
		/** Days until the interview that are not listed. */
		more_days: count,
		message: z.string().min(1),
		/** What the expected masteries rest on. */
		assumes: z.string()
	})
	.meta({ id: 'Readiness' });

export type ReadinessResponse = z.infer<typeof readinessResponse>;
export type DayPlan = z.infer<typeof dayPlan>;
export type DayEntry = z.infer<typeof dayEntry>;
export type TopicReadiness = z.infer<typeof topicReadiness>;
