import type { ActivityKind } from '$lib/domain/activities/types';
import type { LocalInstant } from '$lib/domain/calendar-days';
import type { Grade } from '$lib/domain/grading/types';
import type { Confidence } from '$lib/domain/mastery/confidence';
import type { Focus } from '$lib/domain/selection/types';
import type { Difficulty, SessionType } from '$lib/domain/types';

/** When something happened, with the local offset it happened in. */
export type Instant = LocalInstant;

/** The question as it was when it was answered, so that history outlives its pack. */
export interface QuestionSnapshot {
	id: string;
	version: number;
	topic: string;
	difficulty: Difficulty;
	kind: SessionType;
	concepts: string[];
	prompt: string;
}

interface EventBase extends Instant {
	/** ULID; events are ordered by (at_ms, id). */
	id: string;
	profile_id: string;
}

/**
 * The append-only log: the truth from which sessions, mastery and the rest are derived.
 * Nothing in it is ever changed or deleted but by deleting the profile.
 */
export type EventRecord = EventBase &
	(
		| {
				kind: 'session_started';
				session: string;
				session_type: SessionType;
				topics: string[];
				/** The one topic, or `mixed`. */
				topic: string;
				seed: number;
				question_count: number;
				/** Seconds it may take; left out: no limit. */
				time_limit?: number;
				/** What it is about beside the topics; left out: `adaptive`. */
				focus?: Focus;
		  }
		| { kind: 'question_shown'; session: string; topic: string; question_id: string }
		| {
				kind: 'answer_given';
				session: string;
				topic: string;
				question: QuestionSnapshot;
				/** As typed, never altered; empty when skipped. */
				text: string;
				/** Visible seconds from question shown to submit, capped at 3600. */
				response_seconds: number;
				skipped: boolean;
				/** True for a session over several topics. */
				mixed: boolean;
				/** Given in a mock interview, which leaves level and streaks alone; left out: no. */
				mock?: boolean;
				/** Hints shown before it; left out: none. */
				hints?: number;
				/** How sure the person said they were; left out: not rated. */
				confidence?: Confidence;
		  }
		| {
				/** A grade of an answer; the latest one (by order) counts. */
				kind: 'answer_graded';
				session: string;
				topic: string;
				answer_id: string;
				grade: Grade;
				/** Left out: measured from the text. */
				cause?: 'corrected' | 'regraded';
		  }
		| {
				/** A new version of an answer's text; the ones before stay in the log. */
				kind: 'answer_edited';
				session: string;
				topic: string;
				answer_id: string;
				text: string;
		  }
		| {
				/** The person's own word on a point; null takes it back. The grade follows as an event. */
				kind: 'point_overridden';
				session: string;
				topic: string;
				answer_id: string;
				point: string;
				said: boolean | null;
				/** Words of the answer that count as a wording of the point from now on. */
				wording?: string;
		  }
		| {
				/** An answer counts no more, or counts again. */
				kind: 'answer_undone' | 'answer_restored';
				session: string;
				topic: string;
				answer_id: string;
		  }
		| ({
				/** What stood in for a question was done; it moves no mastery. */
				kind: 'activity_done';
				/** What came of it: the share of gaps, or the score of the contrast, 0–1. */
				score: number;
				/** As typed: a text per gap, or one answer. */
				given: string[];
				/** A contrast's. */
				grade?: Grade;
		  } & ActivityFields)
		/** The person asked for the plain question instead. */
		| ({ kind: 'activity_declined' } & ActivityFields)
		| {
				/** The next hint of the open question was shown; the first is number 1. */
				kind: 'hint_shown';
				session: string;
				topic: string;
				question_id: string;
				number: number;
		  }
		| ({
				/** What was said to the question asked back; counts nowhere. */
				kind: 'follow_up_given';
				session: string;
				topic: string;
				answer_id: string;
		  } & FollowUpFields)
		| { kind: 'session_completed'; session: string; topic: string }
		| {
				/** Marks from where on a topic's answers count. */
				kind: 'mastery_reset';
				topic: string;
		  }
		| { kind: 'reset_undone'; topic: string; reset_id: string }
		| ({ kind: 'question_marked'; topic: string } & MarkFields)
		| { kind: 'plan_saved'; plan: PlanRecord }
		| { kind: 'plan_removed'; plan_id: string }
		| { kind: 'level_locked'; topic: string; locked: boolean }
	);

/** Which activity, and what mastery said of its concept when it was offered. */
export interface ActivityFields {
	session: string;
	topic: string;
	question_id: string;
	concept: string;
	activity: ActivityKind;
	/** 0–1 */
	mastery: number;
	attempts: number;
	stagnation_count: number;
}

/** A question asked back about one point, what was said, and how it went, readable without its pack. */
export interface FollowUpFields {
	point: string;
	prompt: string;
	text: string;
	covered: boolean;
	/** Of the point, 0–1. */
	coverage: number;
	/** Why the point matters, and how it can be put. */
	why: string;
	wording: string;
	/** What the text mixes up, or why it says nothing on the point; null where neither. */
	note: string | null;
	/** What measured it. */
	grader: string;
	model: string | null;
}

/** What is noted about a question: the whole of it, so that the latest event says all. */
export interface MarkFields {
	question_id: string;
	prompt: string;
	bookmarked: boolean;
	hidden: boolean;
	flagged: boolean;
	note: string;
}

/** An action plan as it was when it was saved; masteries 0–1, unrounded. */
export interface PlanRecord {
	topics_to_focus: { topic: string; mastery: number; reason: string }[];
	weak_concepts: {
		topic: string;
		concept: string;
		mastery: number;
		attempts: number;
		reason: string;
	}[];
	recommended_sessions: {
		session_type: SessionType;
		topic: string;
		minutes: number;
		reason: string;
	}[];
	difficulty_adjustments: { topic: string; from: Difficulty; to: Difficulty; reason: string }[];
	/** Mastery of every practised topic at that moment. */
	masteries: Record<string, number>;
}

export type EventKind = EventRecord['kind'];
export type EventOf<K extends EventKind> = Extract<EventRecord, { kind: K }>;
