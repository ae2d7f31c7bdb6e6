import { conceptEvidence } from '$lib/domain/mastery/concepts';
import {
	appendEntry,
	canAppend,
	replayTopic,
	type AnswerEntry,
	type MasteryEntry
} from '$lib/domain/mastery/replay';
import type { MasteryState } from '$lib/domain/mastery/types';
import type { TopicReview } from '$lib/domain/reviews/types';
import type { Grade } from '$lib/domain/grading/types';
import { replayReviews } from '$lib/scheduling/fold-reviews';
import type { EventOf, EventRecord } from '../event-records';
import type { MasteryRecord } from '../records';
import type { ReadTx, WriteTx } from '../store';
import { appendReviews, replaceReviews } from './reviews';

/** The stored mastery of a topic; undefined when it was never practised or has been reset. */
export function readMastery(
	tx: ReadTx,
	profileId: string,
	topic: string
): Promise<MasteryRecord | undefined> {
	return tx.get('mastery', [profileId, topic]);
}

/** All stored masteries of a profile, in topic order. */
export function readAllMastery(tx: ReadTx, profileId: string): Promise<MasteryRecord[]> {
	return tx.select('mastery', 'by_profile', { prefix: profileId });
}

/**
 * Moves a topic's mastery and reviews on by one event that has just been added: in constant time where the
 * event is the latest, by replaying the topic where it belongs before what is already counted.
 *
 * @returns the state as stored
 */
export async function foldIntoMastery(
	tx: WriteTx,
	profileId: string,
	topic: string,
	entry: MasteryEntry
): Promise<MasteryState> {
	const stored = await readMastery(tx, profileId, topic);
	// Without a record there may have been a reset, or session starts that count: replay those.
	if (stored === undefined || !canAppend(stored, entry)) {
		const { state, reviews } = await replayDerived(tx, profileId, topic);
		await tx.put('mastery', { ...state, profile_id: profileId });
		await replaceReviews(tx, profileId, topic, reviews);
		return state;
	}

	const after = appendEntry(stored, entry);
	await Promise.all([
		tx.put('mastery', { ...after, profile_id: profileId }),
		...(entry.kind === 'answer' ? [appendReviews(tx, profileId, topic, entry)] : [])
	]);
	return after;
}

/**
 * Computes a topic's mastery and reviews anew after something earlier changed, and stores them.
 * Without anything that counts there is no record, as if the topic had never been practised.
 *
 * @returns the state, also where nothing is stored
 */
export async function refoldMastery(
	tx: WriteTx,
	profileId: string,
	topic: string
): Promise<MasteryState> {
	const { state, reviews } = await replayDerived(tx, profileId, topic);
	await replaceReviews(tx, profileId, topic, reviews);
	if (state.questions_attempted + state.skipped === 0 && !state.level_locked)
		await tx.delete('mastery', [profileId, topic]);
	else await tx.put('mastery', { ...state, profile_id: profileId });
	return state;
}

/** A topic's mastery and reviews computed anew from all its events; stores nothing. */
export async function replayDerived(
	tx: ReadTx,
	profileId: string,
	topic: string
): Promise<{ state: MasteryState; reviews: TopicReview[] }> {
	const events = await tx.select('events', 'by_topic', { prefix: [profileId, topic] });
	const starts = await tx.select('events', 'by_kind', { prefix: [profileId, 'session_started'] });
	const entries = entriesOf([...events, ...starts]);
	return { state: replayTopic(topic, entries), reviews: replayReviews(entries) };
}

/** Events as the fold sees them: one entry per answer, with the grade that counts now. */
export function entriesOf(events: readonly EventRecord[]): MasteryEntry[] {
	const grades = new Map<string, EventOf<'answer_graded'>>();
	const undone = latestUndo(events);
	const undoneResets = new Set(
		events.flatMap((event) => (event.kind === 'reset_undone' ? [event.reset_id] : []))
	);
	for (const event of events) {
		if (event.kind !== 'answer_graded' || event.grade.state !== 'final') continue;
		const known = grades.get(event.answer_id);
		if (known === undefined || isLater(event, known)) grades.set(event.answer_id, event);
	}

	return events.flatMap((event): MasteryEntry[] => {
		switch (event.kind) {
			case 'answer_given': {
				if (undone.get(event.id)?.kind === 'answer_undone') return [];
				if (event.skipped) return [skippedEntry(event)];
				const graded = grades.get(event.id);
				return graded === undefined ? [] : [answerEntry(event, graded.grade)];
			}
			case 'session_started':
				return [sessionEntry(event)];
			case 'mastery_reset':
				if (undoneResets.has(event.id)) return [];
				return [{ kind: 'reset', at_ms: event.at_ms, id: event.id }];
			case 'level_locked':
				return [{ kind: 'level_locked', at_ms: event.at_ms, id: event.id, locked: event.locked }];
			case 'answer_graded':
			case 'answer_edited':
			case 'point_overridden':
			case 'answer_undone':
			case 'answer_restored':
			case 'reset_undone':
			case 'question_marked':
			case 'plan_saved':
			case 'plan_removed':
			case 'question_shown':
			case 'hint_shown':
			case 'follow_up_given':
			case 'session_completed':
			case 'activity_done':
			case 'activity_declined':
				return [];
		}
	});
}

/** Whether each answer was taken back or brought back last. */
function latestUndo(events: readonly EventRecord[]): Map<string, EventRecord> {
	const last = new Map<string, EventRecord & { answer_id: string }>();
	for (const event of events) {
		if (event.kind !== 'answer_undone' && event.kind !== 'answer_restored') continue;
		const known = last.get(event.answer_id);
		if (known === undefined || isLater(event, known)) last.set(event.answer_id, event);
	}
	return last;
}

/** An answer with its final grade, placed where it was given. */
export function answerEntry(given: EventOf<'answer_given'>, grade: Grade): AnswerEntry {
	return {
		kind: 'answer',
		question_id: given.question.id,
		id: given.id,
		at_ms: given.at_ms,
		offset_minutes: given.offset_minutes,
		difficulty: given.question.difficulty,
		semantic: grade.semantic_similarity ?? 0,
		keyword: grade.keyword_coverage,
		score: grade.score,
		correct: grade.correct,
		...(given.confidence === undefined ? {} : { confidence: given.confidence }),
		response_seconds: given.response_seconds,
		concepts: conceptEvidence(grade.points, grade.score, given.question.concepts),
		session: given.session,
		mixed: given.mixed,
		mock: given.mock ?? false
	};
}

export function skippedEntry(given: EventOf<'answer_given'>): MasteryEntry {
	return { kind: 'skipped', at_ms: given.at_ms, id: given.id };
}

export function sessionEntry(started: EventOf<'session_started'>): MasteryEntry {
	return {
		kind: 'session_started',
		at_ms: started.at_ms,
		id: started.id,
		topic: started.topic,
		mixed: started.topic === 'mixed'
	};
}

function isLater(a: EventRecord, b: EventRecord): boolean {
	return a.at_ms > b.at_ms || (a.at_ms === b.at_ms && a.id > b.id);
}
