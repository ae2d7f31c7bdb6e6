import { FOCUSES } from '$lib/domain/selection/types';
import { activityOffer, practisedActivity } from './activity-offer';
import { confidence } from './confidence';
import { followUp, givenFollowUp } from './follow-up';
import { answerKey, grade } from './grade';
import { hintFields } from './hints';
import { mark } from './marks';
import { topicMastery } from './mastery';
import {
	count,
	difficulty,
	percent,
	ratio,
	seconds,
	sessionType,
	ulid,
	utcTime,
	z
} from './schema';

/** A question as a screen may know it before its answer is graded: no key of any kind. */
export const openQuestion = z
	.object({
		id: z.string(),
		topic: z.string(),
		topic_title: z.string(),
		difficulty,
		kind: sessionType,
		/** Markdown. */
		prompt: z.string(),
		/** 1-based place in the session and how many there will be. */
		number: count,
		of: count,
		/** Why it was chosen, in plain words. */
		reason: z.string(),
		/** What is offered instead, where its concept does not rise; answering plainly drops it. */
		activity: activityOffer.nullable(),
		...hintFields
	})
	.meta({ id: 'OpenQuestion' });

/** A question after it was answered. */
export const answeredQuestion = openQuestion.omit({
	reason: true,
	activity: true,
	hints: true,
	hints_left: true,
	next_cap: true
});

export const summary = z
	.object({
		answered: count,
		skipped: count,
		waiting: count,
		correct: count,
		score: percent.nullable(),
		strengths: z.array(z.string()),
		to_fix: z.array(z.object({ question_id: z.string(), point: z.string(), why: z.string() })),
		mastery_before: ratio,
		mastery_after: ratio
	})
	.meta({ id: 'Summary' });

/** A session as the documented list shows it. */
export const sessionItem = z
	.object({
		id: count,
		session_type: sessionType,
		topic: z.string(),
		score: percent.nullable(),
		/** Visible seconds over its answers. */
		duration: seconds,
		created_at: utcTime,
		completed_at: utcTime.nullable()
	})
	.meta({ id: 'Session' });

export const sessionWithFeedback = sessionItem
	.extend({ feedback: summary })
	.meta({ id: 'SessionWithFeedback' });

/** Topics it asked, in the order chosen; while nothing was asked, or it goes on, all it may ask. */
const askedTopics = z.array(z.string());

/** A session as the history shows it: a mixed one is named by what it asked. */
export const historySession = sessionWithFeedback
	.extend({ asked_topics: askedTopics })
	.meta({ id: 'HistorySession' });

/** Pages of a list that grows: how many, and after which session to go on. */
const page = {
	limit: z.coerce.number().int().min(1).max(100).default(20),
	/** Only sessions older than the one with this id. */
	before: z.coerce.number().int().min(1).optional()
};

export const sessionsQuery = z.object({ type: sessionType.optional(), ...page });

export const historyQuery = z.object({
	type: sessionType.optional(),
	topic: z.string().max(200).optional(),
	...page
});
export const historyResponse = z.object({
	sessions: z.array(historySession),
	/** The value for `before` that goes on; null at the end. */
	next: count.nullable()
});
export const sessionsResponse = z.object({ sessions: z.array(sessionItem) });

const topicName = z.string().trim().min(1, 'name a topic; GET /api/topics lists them').max(200);

export const createSessionRequest = z
	.object({
		session_type: sessionType,
		topic: topicName.optional(),
		/** Instead of `topic`, for a session over several. */
		topics: z.array(topicName).min(1, 'name at least one topic').max(20).optional(),
		/** 1–50; left out: what fits the time limit, or what the settings say. */
		question_count: z.int().min(1).max(50).optional(),
		/** Seconds, 60–14,400. A mock interview has one in any case: three minutes a question. */
		time_limit: z
			.int()
			.min(60, 'a session takes at least one minute (60)')
			.max(14_400, 'a session takes at most four hours (14400)')
			.optional(),
		/** Ask only what was missed last time, or only what is due for review. */
		focus: z.enum(FOCUSES).default('adaptive')
	})
	.refine(({ topic, topics }) => topic !== undefined || topics !== undefined, {
		path: ['topic'],
		message: 'name a topic; GET /api/topics lists them'
	})
	.refine(({ topic, topics }) => topic === undefined || topics === undefined, {
		path: ['topics'],
		message: 'send either topic or topics, not both'
	});

export const createSessionResponse = z.object({ session: sessionItem, question: openQuestion });

/** All questions asked, no time left for another, or no question left to ask. */
export const endReason = z.enum(['count', 'time', 'pool']);

export const recordedAnswer = z
	.object({
		id: ulid,
		/** undone: taken back, counts no more. */
		state: z.enum(['waiting', 'graded', 'provisional', 'skipped', 'undone']),
		/** As typed; the latest version. */
		text: z.string(),
		response_time: seconds,
		/** How sure the person said they were; null where they did not say. */
		confidence: confidence.nullable(),
		answered_at: utcTime
	})
	.meta({ id: 'RecordedAnswer' });

/** A person's own word on a point. */
export const override = z
	.object({
		point: z.string(),
		said: z.boolean(),
		/** Words of the answer that count for the point from now on. */
		wording: z.string().optional(),
		at: utcTime
	})
	.meta({ id: 'Override' });

/** One thing that became of an answer, as history shows it. */
export const answerVersion = z
	.object({
		at: utcTime,
		what: z.enum(['given', 'edited', 'graded', 'corrected', 'regraded', 'undone', 'restored']),
		/** For given and edited: the text. */
		text: z.string().optional(),
		/** For a grade: what it was. */
		score: ratio.optional(),
		grader: z.string().optional(),
		model: z.string().nullable().optional(),
		/** For a correction: which point, and what was said of it; null takes it back. */
		point: z.string().optional(),
		said: z.boolean().nullable().optional()
	})
	.meta({ id: 'AnswerVersion' });

export const sessionDetailResponse = z.object({
	session: sessionItem,
	answers: z.array(
		z.object({
			question: answeredQuestion,
			answer: recordedAnswer,
			grade: grade.nullable(),
			answer_key: answerKey.nullable(),
			response_time: seconds,
			/** Corrections that count now. */
			overrides: z.array(override),
			/** Everything that became of the answer, oldest first. */
			history: z.array(answerVersion),
			/** What was said to the question asked back; null while nothing was. */
			follow_up: givenFollowUp.nullable(),
			mark: mark.nullable()
		})
	),
	/** What was done instead of a question; part of no score. */
	activities: z.array(practisedActivity),
	/** The open question; null when the session is at its end. */
	question: openQuestion.nullable(),
	/** Text typed for the open question and kept; null when there is none. */
	draft: z.string().nullable(),
	/** Visible seconds spent on the open question so far. */
	seconds,
	topics: z.array(z.string()),
	asked_topics: askedTopics,
	focus: z.enum(FOCUSES),
	/** Seconds it may take; null: no limit. */
	time_limit: seconds.nullable(),
	/** Why no further question comes; null while one is open or may still come. */
	end_reason: endReason.nullable(),
	summary
});

/** Longest answer, in Unicode code points. */
export const MAX_ANSWER_CODE_POINTS = 50_000;

export const answerRequest = z.object({
	question_id: z.string().min(1),
	answer: z.string().default(''),
	/** Visible seconds from question shown to submit; capped at one hour. */
	response_time: z.number().nonnegative().default(0),
	skipped: z.boolean().default(false),
	/** How sure one is, before the grade; never part of the score. */
	confidence: confidence.optional()
});

export const answerResponse = z.object({
	answer: recordedAnswer,
	grade: grade.nullable(),
	answer_key: answerKey.nullable(),
	mastery: topicMastery.nullable(),
	/** A question asked back about a point left out; null where nothing is worth asking. */
	follow_up: followUp.nullable(),
	next_question: openQuestion.nullable(),
	/** Why no further question comes; null while there is one. */
	end_reason: endReason.nullable()
});

export const waitingResponse = answerResponse.pick({
	answer: true,
	next_question: true,
	end_reason: true
});

export const completeResponse = z.object({ session: sessionItem, summary });

export const draftRequest = z.object({
	question_id: z.string().min(1),
	text: z.string(),
	/** Visible seconds spent on the question so far, so that its time goes on after a pause. */
	seconds: z.number().nonnegative().optional()
});
export const draftResponse = z.object({ saved_at: utcTime });

/** Grades what waits for the model; `waiting` is what is left. */
export const gradeWaitingResponse = z.object({
	graded: z.array(
		z.object({ answer_id: ulid, session_id: count, grade, follow_up: followUp.nullable() })
	),
	waiting: count
});

export const dashboardResponse = z.object({
	interview_sessions: z.array(sessionWithFeedback),
	debugging_sessions: z.array(sessionWithFeedback),
	stats: z.object({
		total_sessions: count,
		sessions_by_type: z.object({
			technical: count,
			mock: count,
			coding: count,
			debugging: count
		}),
		questions_attempted: count,
		correct_count: count,
		accuracy: ratio,
		avg_score: percent.nullable(),
		practice_seconds: seconds,
		practice_days: count
	})
});

export type AnsweredQuestion = z.infer<typeof answeredQuestion>;
export type OpenQuestion = z.infer<typeof openQuestion>;
export type SessionItem = z.infer<typeof sessionItem>;
export type AnswerVersion = z.infer<typeof answerVersion>;
export type Override = z.infer<typeof override>;
export type HistorySession = z.infer<typeof historySession>;
export type SessionWithFeedback = z.infer<typeof sessionWithFeedback>;
export type Summary = z.infer<typeof summary>;
export type SessionDetail = z.infer<typeof sessionDetailResponse>;
export type AnswerResponse = z.infer<typeof answerResponse>;
export type WaitingResponse = z.infer<typeof waitingResponse>;
export type RecordedAnswer = z.infer<typeof recordedAnswer>;
export type DashboardResponse = z.infer<typeof dashboardResponse>;
