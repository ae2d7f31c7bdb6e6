import type { ActivityKind } from '$lib/domain/activities/types';
import type { Grade } from '$lib/domain/grading/types';
import type { MasteryState } from '$lib/domain/mastery/types';
import type { ChoiceReason, Focus } from '$lib/domain/selection/types';
import type { TopicReview } from '$lib/domain/reviews/types';
import type { Difficulty, SessionType } from '$lib/domain/types';

/** An instant with the local offset it was made in (minutes east of UTC). */
export interface Instant {
	at_ms: number;
	offset_minutes: number;
}

export interface ProfileRecord {
	/** ULID */
	id: string;
	name: string;
	created: Instant;
	/** Day of the interview as `2026-03-31`; null when none is set. */
	interview_date: string | null;
	/** Minutes a day this person wants to practise; null when not said. */
	minutes_a_day: number | null;
	/** Topics to be ready for, at least one; left out: those practised. */
	target_topics?: string[];
	settings: SettingsRecord;
	/** By which rules its masteries and reviews were derived; see `DERIVED_VERSION`. */
	derived_version: number;
}

export interface SettingsRecord {
	persist_asked: boolean;
	/** Questions of a session that does not say how many, 1–50. */
	question_count: number;
	show_timer: boolean;
}

/** A bearer token, kept only as its SHA-256 in lower-case hex. */
export interface TokenRecord {
	hash: string;
	profile_id: string;
	created: Instant;
}

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

/** One asked question of a session, in the order asked. */
export interface SlotRecord {
	question_id: string;
	topic: string;
	shown_at_ms: number;
	/** Null until answered or skipped. */
	answer_id: string | null;
	/** practised: ended with an activity, neither answered nor skipped. */
	outcome: 'open' | 'waiting' | 'graded' | 'provisional' | 'skipped' | 'undone' | 'practised';
	/** 0–1; null unless graded or provisional. */
	score: number | null;
	/** Whether that score counts as correct. */
	correct: boolean;
	/** Why it was chosen; left out by versions that did not keep it. */
	reason?: ChoiceReason;
	/** What was offered instead of the question; left out: nothing. */
	activity?: SlotActivity;
}

/** An activity of a slot, with what keeps it the same whenever it is looked at. */
export interface SlotActivity {
	kind: ActivityKind;
	concept: string;
	state: 'offered' | 'declined' | 'done';
	/** 0–1; null until done. */
	score: number | null;
	/** Of the generator that chooses the gaps. */
	seed: number;
	/** The concept when it was offered: mastery 0–1. */
	mastery: number;
	attempts: number;
	stagnation_count: number;
}

/** Contract's `summary`, also a session's `feedback`; scores 0–100, masteries 0–1 (unrounded). */
export interface SummaryRecord {
	answered: number;
	skipped: number;
	waiting: number;
	correct: number;
	score: number | null;
	strengths: string[];
	to_fix: { question_id: string; point: string; why: string }[];
	mastery_before: number;
	mastery_after: number;
}

/** All questions asked, no time left for another, or no question left to ask. */
export type EndReason = 'count' | 'time' | 'pool';

/** A session as listed: derived from its events, kept in step in the same transaction. */
export interface SessionRecord {
	/** Number of the contract, given by the database. */
	id: number;
	ulid: string;
	profile_id: string;
	session_type: SessionType;
	topics: string[];
	topic: string;
	seed: number;
	question_count: number;
	/** Seconds it may take; left out: no limit. */
	time_limit?: number;
	/** What it is about beside the topics; left out: `adaptive`. */
	focus?: Focus;
	/** Why no further question was opened; left out: one may still come. */
	end_reason?: EndReason;
	created_at_ms: number;
	offset_minutes: number;
	completed_at_ms: number | null;
	/** Sum of visible seconds over its answers. */
	duration_seconds: number;
	slots: SlotRecord[];
	/** Mastery of its topic when it began (mean over its topics), 0–1. */
	mastery_before: number;
	summary: SummaryRecord | null;
}

export interface MasteryRecord extends MasteryState {
	profile_id: string;
}

/** When a question or a concept is to be asked again: derived as mastery is, and with it. */
export interface ReviewRecord extends TopicReview {
	profile_id: string;
	topic: string;
}

/** An answer that waits for its (final) grade. */
export interface WaitingRecord {
	answer_id: string;
	profile_id: string;
	session_id: number;
	at_ms: number;
	/** The text to be graded where the answer was edited; left out: as given. */
	text?: string;
	/** Whether the model answer had been shown before; left out: no. */
	key_was_shown?: boolean;
}

/** An answer measured anew by the present grader, to be accepted or forgotten. */
export interface RegradeRecord {
	answer_id: string;
	profile_id: string;
	session_id: number;
	topic: string;
	prompt: string;
	/** What was measured: an answer edited since keeps its grade. */
	text: string;
	/** As measured; null where the question is not on this device any more. */
	grade: Grade | null;
	score_before: number;
	correct_before: boolean;
	/** With the person's corrections. */
	score_after: number;
	correct_after: boolean;
}

/** A person's own wordings of a question's points, accepted with "I said that". */
export interface WordingsRecord {
	profile_id: string;
	question_id: string;
	wordings: { point: string; text: string; answer_id: string }[];
}

/** The latest mark of a question. */
export interface MarkRecord extends MarkFields {
	profile_id: string;
	topic: string;
	at_ms: number;
}

/** When a question was last shown to a profile, and how it went. */
export interface SeenRecord {
	profile_id: string;
	topic: string;
	question_id: string;
	last_shown_ms: number;
	times_shown: number;
	/** Its place in the count of questions shown in its topic, from 1; left out: not known. */
	shown_number?: number;
	last_score: number | null;
	/** Whether its model answer has been shown, after an answer or a skip; left out: no. */
	key_shown?: boolean;
}

/** The reply to a write, kept with its idempotency key. */
export interface ReplyRecord {
	profile_id: string;
	key: string;
	/** SHA-256 of method, path and body. */
	request_hash: string;
	at_ms: number;
	/** Null while the write is under way: `answer_id` names what is to be finished. */
	reply: { status: number; body: string } | null;
	answer_id: string | null;
}

/** Text being typed, kept until its question is answered. */
export interface DraftRecord {
	profile_id: string;
	session_id: number;
	question_id: string;
	text: string;
	/** Visible seconds spent on the question so far; left out: not known. */
	seconds?: number;
	at_ms: number;
}

/** Facts about this device, such as its own profile. */
export interface DeviceRecord {
	name: 'own_profile';
	value: string;
}
