import { calendarDay } from './profile';
import { count, ratio, utcTime, z } from './schema';

/** Most entries that a list of what is due holds. */
export const MOST_DUE = 100;

export const dueQuestion = z
	.object({
		question_id: z.string(),
		topic: z.string(),
		/** Markdown. */
		prompt: z.string(),
		due_at: utcTime,
		last_score: ratio,
		/** Why it comes back now, in plain words. */
		reason: z.string()
	})
	.meta({ id: 'DueQuestion' });

export const dueConcept = z
	.object({
		topic: z.string(),
		concept: z.string(),
		due_at: utcTime,
		retrievability: ratio.describe('How likely it is to be recalled now, 0–1'),
		reason: z.string()
	})
	.meta({ id: 'DueConcept' });

export const reviewsResponse = z.object({
	/** Questions due today or earlier, also beyond the first hundred. */
	due_count: count,
	/** Due questions per topic, most first. */
	topics: z.array(z.object({ topic: z.string(), due: count })),
	/** The most overdue first. */
	questions: z.array(dueQuestion).max(MOST_DUE),
	concepts: z.array(dueConcept).max(MOST_DUE),
	/** Questions that come due on each of the 14 days after today. */
	upcoming: z.array(z.object({ date: calendarDay, count })),
	/** The day on which the next question comes due that is not due yet; null where there is none. */
	next_due: calendarDay.nullable(),
	/** Due questions that are not listed, and why. */
	left_out: z.object({
		hidden: count,
		gone: count.describe('In no pack of this device any more'),
		unreadable: count.describe('Their pack cannot be read now')
	})
});

export type ReviewsResponse = z.infer<typeof reviewsResponse>;
export type DueQuestion = z.infer<typeof dueQuestion>;
