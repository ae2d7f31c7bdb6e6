import { restsUntil } from '$lib/domain/activities/choose-activity';
import type { PastActivity } from '$lib/domain/activities/types';
import type { Grade } from '$lib/domain/grading/types';
import type { ActivityFields, EventOf, EventRecord, Instant } from '../event-records';
import type { SessionRecord, SlotActivity, SlotRecord } from '../records';
import type { ReadTx, TableName, WriteTx } from '../store';
import { openSlot, SESSION_TABLES, type Stamp } from './sessions';

export const ACTIVITY_TABLES = [
	...SESSION_TABLES,
	'drafts'
] as const satisfies readonly TableName[];

/** Activities looked back at: a concept has at most one a day, and old ones decide nothing. */
const LOOKED_AT = 200;
/** No local day ends later than this after its activity. */
const LONGEST_REST_MS = 24 * 60 * 60 * 1000;

type ActivityEvent = EventOf<'activity_done'> | EventOf<'activity_declined'>;

/** What is offered in the open slot; undefined where there is nothing, or not any more. */
export function offeredActivity(session: SessionRecord): SlotActivity | undefined {
	const activity = openSlot(session)?.activity;
	return activity?.state === 'offered' ? activity : undefined;
}

/** Activities of a concept that came to an end, latest first. */
export async function readPastActivities(
	tx: ReadTx,
	profileId: string,
	topic: string,
	concept: string
): Promise<PastActivity[]> {
	const found = await Promise.all(
		(['activity_done', 'activity_declined'] as const).map((kind) =>
			tx.select('events', 'by_kind', {
				prefix: [profileId, kind],
				direction: 'prev',
				limit: LOOKED_AT
			})
		)
	);
	return found
		.flat()
		.filter(isActivityEvent)
		.filter((event) => event.topic === topic && event.concept === concept)
		.map(pastActivity);
}

/** Concepts of a topic that rest now: concept → epoch milliseconds until when. */
export async function restingConcepts(
	tx: ReadTx,
	profileId: string,
	topic: string,
	nowMs: number
): Promise<Map<string, number>> {
	const kind: EventRecord['kind'] = 'activity_done';
	const recent = await tx.select('events', 'by_kind', {
		prefix: [profileId, kind],
		after: [profileId, kind, nowMs - LONGEST_REST_MS, '']
	});
	const resting = new Map<string, number>();
	for (const event of recent.filter(isActivityEvent)) {
		const until = event.topic === topic ? restsUntil([pastActivity(event)], nowMs) : null;
		if (until !== null) resting.set(event.concept, until);
	}
	return resting;
}

/** What came of an activity. */
export interface ActivityOutcome {
	/** 0–1 */
	readonly score: number;
	readonly given: readonly string[];
	readonly grade?: Grade;
	/** What was really done, where something stood in for what was offered. */
	readonly kind: SlotActivity['kind'];
}

/** Ends the open slot with its activity: neither answered nor skipped, and no mastery moves. */
export async function finishActivity(
	tx: WriteTx,
	stamp: Stamp,
	session: SessionRecord,
	activity: SlotActivity,
	{ kind, score, given, grade }: ActivityOutcome
): Promise<SessionRecord> {
	const done: SlotActivity = { ...activity, kind, state: 'done', score };
	const updated = withOpenSlot(session, { activity: done, outcome: 'practised' });
	await Promise.all([
		tx.add('events', {
			kind: 'activity_done',
			...eventBase(stamp),
			...fieldsOf(session, done),
			score,
			given: [...given],
			...(grade === undefined ? {} : { grade })
		}),
		tx.delete('drafts', [stamp.profileId, session.id]),
		tx.put('sessions', updated)
	]);
	return updated;
}

/** Drops what is offered in the open slot, if anything: its question is asked as it is. */
export async function declineActivity(
	tx: WriteTx,
	stamp: Stamp,
	session: SessionRecord
): Promise<SessionRecord> {
	const activity = offeredActivity(session);
	if (activity === undefined) return session;
	const updated = withOpenSlot(session, { activity: { ...activity, state: 'declined' } });
	await Promise.all([
		tx.add('events', {
			kind: 'activity_declined',
			...eventBase(stamp),
			...fieldsOf(session, activity)
		}),
		tx.put('sessions', updated)
	]);
	return updated;
}

/** Puts an offer into the open slot. */
export async function offerInSlot(
	tx: WriteTx,
	session: SessionRecord,
	activity: SlotActivity
): Promise<SessionRecord> {
	const updated = withOpenSlot(session, { activity });
	await tx.put('sessions', updated);
	return updated;
}

function withOpenSlot(session: SessionRecord, change: Partial<SlotRecord>): SessionRecord {
	const open = openSlot(session);
	return {
		...session,
		slots: session.slots.map((slot) => (slot === open ? { ...slot, ...change } : slot))
	};
}

function eventBase({ profileId, now, createId }: Stamp): Instant & {
	id: string;
	profile_id: string;
} {
	return { id: createId(now.at_ms), profile_id: profileId, ...now };
}

function fieldsOf(session: SessionRecord, activity: SlotActivity): ActivityFields {
	const slot = openSlot(session);
	return {
		session: session.ulid,
		topic: slot?.topic ?? session.topic,
		question_id: slot?.question_id ?? '',
		concept: activity.concept,
		activity: activity.kind,
		mastery: activity.mastery,
		attempts: activity.attempts,
		stagnation_count: activity.stagnation_count
	};
}

function isActivityEvent(event: EventRecord): event is ActivityEvent {
	return event.kind === 'activity_done' || event.kind === 'activity_declined';
}

function pastActivity(event: ActivityEvent): PastActivity {
	const { activity, at_ms, offset_minutes, attempts, stagnation_count } = event;
	return {
		kind: activity,
		done: event.kind === 'activity_done',
		at_ms,
		offset_minutes,
		attempts,
		stagnation_count
	};
}
