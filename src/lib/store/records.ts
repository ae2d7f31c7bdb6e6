import type { ActivityKind } from '$lib/domain/activities/types';
import type { Grade } from '$lib/domain/grading/types';
import type { MasteryState } from '$lib/domain/mastery/types';
import type { ChoiceReason, Focus } from '$lib/domain/selection/types';
import type { TopicReview } from '$lib/domain/reviews/types';
import type { SessionType } from '$lib/domain/types';
import type { Instant, MarkFields } from './event-records';

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
	/** Whether an answer may be rated before its grade; left out: yes. */
	ask_confidence?: boolean;
}

/** A bearer token, kept only as its SHA-256 in lower-case hex. */
export interface TokenRecord {
	hash: string;
	profile_id: string;
	created: Instant;
}

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
	/** Hints shown for it; left out: none. */
	hints?: number;
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
	/** Missed while the person was sure, and not answered correctly since; left out: never was. */
	sure_miss?: boolean;
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
