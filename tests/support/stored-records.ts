import type { EventOf } from '$lib/store/event-records';
import type { ProfileRecord, ReplyRecord, SeenRecord, SessionRecord } from '$lib/store/records';

/** 2026-03-01T09:00:00Z */
export const MORNING_MS = 1_772_355_600_000;

export function profileRecord(over: Partial<ProfileRecord> = {}): ProfileRecord {
	return {
		id: 'ada',
		name: 'Ada',
		created: { at_ms: MORNING_MS, offset_minutes: 60 },
		interview_date: null,
		minutes_a_day: null,
		settings: { persist_asked: false, question_count: 5, show_timer: true },
		derived_version: 1,
		...over
	};
}

/** A session that has not been numbered yet. */
export function newSession(
	over: Partial<Omit<SessionRecord, 'id'>> = {}
): Omit<SessionRecord, 'id'> {
	return {
		ulid: 'session-a',
		profile_id: 'ada',
		session_type: 'technical',
		topics: ['python'],
		topic: 'python',
		seed: 1,
		question_count: 5,
		created_at_ms: MORNING_MS,
		offset_minutes: 60,
		completed_at_ms: null,
		duration_seconds: 0,
		slots: [],
		mastery_before: 0,
		summary: null,
		...over
	};
}

export function shownEvent(
	over: Partial<EventOf<'question_shown'>> = {}
): EventOf<'question_shown'> {
	return {
		id: 'event-a',
		profile_id: 'ada',
		at_ms: MORNING_MS,
		offset_minutes: 60,
		kind: 'question_shown',
		session: 'session-a',
		topic: 'python',
		question_id: 'py-gil',
		...over
	};
}

/** An event that belongs to no session. */
export function resetEvent(over: Partial<EventOf<'mastery_reset'>> = {}): EventOf<'mastery_reset'> {
	return {
		id: 'event-r',
		profile_id: 'ada',
		at_ms: MORNING_MS,
		offset_minutes: 60,
		kind: 'mastery_reset',
		topic: 'python',
		...over
	};
}

export function seenRecord(over: Partial<SeenRecord> = {}): SeenRecord {
	return {
		profile_id: 'ada',
		topic: 'python',
		question_id: 'py-gil',
		last_shown_ms: MORNING_MS,
		times_shown: 1,
		last_score: null,
		...over
	};
}

export function replyRecord(over: Partial<ReplyRecord> = {}): ReplyRecord {
	return {
		profile_id: 'ada',
		key: 'key-a',
		request_hash: '00',
		at_ms: MORNING_MS,
		reply: null,
		answer_id: null,
		...over
	};
}
