import { foldSessionStarted } from '$lib/domain/mastery/update';
import { masteryLevel } from '$lib/domain/mastery/figures';
import type { ChoiceReason, Focus } from '$lib/domain/selection/types';
import type { Question, SessionType } from '$lib/domain/types';
import type { EventOf, EventRecord, Instant } from '../event-records';
import type { SessionRecord, SlotRecord } from '../records';
import type { ReadTx, TableName, WriteTx } from '../store';
import { foldIntoMastery, readAllMastery, sessionEntry } from './mastery';

export const SESSION_TABLES = [
	'sessions',
	'events',
	'mastery',
	'reviews',
	'seen',
	'marks',
	'wordings'
] as const satisfies readonly TableName[];

export interface Stamp {
	readonly profileId: string;
	readonly now: Instant;
	readonly createId: (atMs: number) => string;
}

export interface NewSession {
	readonly session_type: SessionType;
	readonly topics: readonly string[];
	readonly seed: number;
	readonly question_count: number;
	/** Seconds it may take. */
	readonly time_limit?: number;
	readonly focus?: Focus;
}

/**
 * Begins a session without a question yet. Starting on a topic ends the streaks of all others.
 */
export async function startSession(
	tx: WriteTx,
	stamp: Stamp,
	wanted: NewSession
): Promise<SessionRecord> {
	const { profileId, now, createId } = stamp;
	const [only, ...others] = wanted.topics;
	const isMixed = wanted.session_type === 'mock' || others.length > 0;
	const topic = isMixed ? 'mixed' : (only ?? 'mixed');
	const ulid = createId(now.at_ms);
	const started: EventOf<'session_started'> = {
		kind: 'session_started',
		id: createId(now.at_ms),
		profile_id: profileId,
		session: ulid,
		topic,
		...wanted,
		topics: [...wanted.topics],
		...now
	};
	await tx.add('events', started);

	const masteries = await readAllMastery(tx, profileId);
	const entry = sessionEntry(started);
	for (const state of masteries) {
		if (foldSessionStarted(state, { topic, mixed: isMixed }) === state) continue;
		await foldIntoMastery(tx, profileId, state.topic, entry);
	}

	const own = masteries.filter((state) => wanted.topics.includes(state.topic));
	const record: Omit<SessionRecord, 'id'> = {
		ulid,
		profile_id: profileId,
		session_type: wanted.session_type,
		topics: [...wanted.topics],
		topic,
		seed: wanted.seed,
		question_count: wanted.question_count,
		...(wanted.time_limit === undefined ? {} : { time_limit: wanted.time_limit }),
		...(wanted.focus === undefined ? {} : { focus: wanted.focus }),
		created_at_ms: now.at_ms,
		offset_minutes: now.offset_minutes,
		completed_at_ms: null,
		duration_seconds: 0,
		slots: [],
		mastery_before: own.reduce((sum, state) => sum + masteryLevel(state), 0) / wanted.topics.length,
		summary: null
	};
	return { ...record, id: await tx.addSession(record) };
}

/**
 * Notes that a question is shown now: it counts as seen from this moment.
 *
 * @param shownNumber its place in the count of questions shown in its topic, from 1
 */
export async function showQuestion(
	tx: WriteTx,
	stamp: Stamp,
	session: SessionRecord,
	question: Question,
	reason: ChoiceReason,
	shownNumber: number
): Promise<SessionRecord> {
	const { profileId, now, createId } = stamp;
	const shown: EventRecord = {
		kind: 'question_shown',
		id: createId(now.at_ms),
		profile_id: profileId,
		session: session.ulid,
		topic: question.topic,
		question_id: question.id,
		...now
	};
	const seen = await tx.get('seen', [profileId, question.id]);
	const updated: SessionRecord = {
		...session,
		slots: [
			...session.slots,
			{
				question_id: question.id,
				topic: question.topic,
				shown_at_ms: now.at_ms,
				answer_id: null,
				outcome: 'open',
				score: null,
				correct: false,
				reason
			}
		]
	};
	await Promise.all([
		tx.add('events', shown),
		tx.put('seen', {
			...(seen ?? {
				profile_id: profileId,
				topic: question.topic,
				question_id: question.id,
				last_score: null
			}),
			last_shown_ms: now.at_ms,
			times_shown: (seen?.times_shown ?? 0) + 1,
			shown_number: shownNumber
		}),
		tx.put('sessions', updated)
	]);
	return updated;
}

/** The open slot of a session that is not over. */
export function openSlot(session: SessionRecord): SlotRecord | undefined {
	if (session.completed_at_ms !== null) return undefined;
	return session.slots.find((slot) => slot.outcome === 'open');
}

/** A session of the profile by its number; undefined for any other's. */
export async function readSession(
	tx: ReadTx,
	profileId: string,
	id: number
): Promise<SessionRecord | undefined> {
	const session = await tx.get('sessions', id);
	return session?.profile_id === profileId ? session : undefined;
}

/** The events of a session, in order. */
export function readSessionEvents(tx: ReadTx, session: SessionRecord): Promise<EventRecord[]> {
	return tx.select('events', 'by_session', { prefix: [session.ulid] });
}
