import type { Grade } from '$lib/domain/grading/types';
import type { MasteryState } from '$lib/domain/mastery/types';
import type { Confidence } from '$lib/domain/mastery/confidence';
import type { Question } from '$lib/domain/types';
import type { EventOf } from '../event-records';
import type { SeenRecord, SessionRecord, SlotRecord } from '../records';
import type { TableName, WriteTx } from '../store';
import { answerEntry, foldIntoMastery, skippedEntry } from './mastery';
import { SESSION_TABLES, type Stamp } from './sessions';
import { followSureMisses } from './sure-miss';

export const ANSWER_TABLES = [
	...SESSION_TABLES,
	'waiting',
	'drafts'
] as const satisfies readonly TableName[];

export interface GivenAnswer {
	readonly text: string;
	readonly response_seconds: number;
	readonly skipped: boolean;
	/** Left out: not rated. */
	readonly confidence?: Confidence;
}

/**
 * Stores an answer as received, before anything is measured: from here on nothing can lose it.
 * A skipped one is counted at once; any other waits for its grade.
 *
 * @param seen the question's record as it was before
 */
export async function receiveAnswer(
	tx: WriteTx,
	stamp: Stamp,
	session: SessionRecord,
	question: Question,
	answer: GivenAnswer,
	seen: SeenRecord | undefined
): Promise<{ session: SessionRecord; given: EventOf<'answer_given'> }> {
	const { profileId, now, createId } = stamp;
	const open = session.slots.find((slot) => slot.outcome === 'open');
	const given: EventOf<'answer_given'> = {
		kind: 'answer_given',
		id: createId(now.at_ms),
		profile_id: profileId,
		session: session.ulid,
		topic: question.topic,
		question: {
			id: question.id,
			version: question.version,
			topic: question.topic,
			difficulty: question.difficulty,
			kind: question.kind,
			concepts: [...question.concepts],
			prompt: question.prompt
		},
		...answer,
		mixed: session.topic === 'mixed',
		...(session.session_type === 'mock' ? { mock: true } : {}),
		...(open?.hints === undefined ? {} : { hints: open.hints }),
		...now
	};
	const updated: SessionRecord = {
		...session,
		duration_seconds: session.duration_seconds + answer.response_seconds,
		slots: session.slots.map((slot) =>
			slot.outcome === 'open' && slot.question_id === question.id
				? { ...slot, answer_id: given.id, outcome: answer.skipped ? 'skipped' : 'waiting' }
				: slot
		)
	};
	// Side by side: each call that is awaited alone costs a way to the database and back.
	await Promise.all([
		tx.add('events', given),
		tx.delete('drafts', [profileId, session.id]),
		tx.put('sessions', updated),
		...(answer.skipped
			? seen === undefined
				? []
				: [tx.put('seen', { ...seen, key_shown: true })]
			: [
					tx.put('waiting', {
						answer_id: given.id,
						profile_id: profileId,
						session_id: session.id,
						at_ms: now.at_ms,
						...(keyWasShown(seen) ? { key_was_shown: true } : {})
					})
				])
	]);
	if (answer.skipped) await foldIntoMastery(tx, profileId, question.topic, skippedEntry(given));
	return { session: updated, given };
}

/** Whether the person has seen a question's model answer: it comes with its grade, or a skip. */
export function keyWasShown(seen: SeenRecord | undefined): boolean {
	return seen !== undefined && (seen.key_shown === true || seen.last_score !== null);
}

/**
 * Stores the grade of an answer and what follows from it. A final grade moves mastery; one by
 * keywords alone is kept, marked, and still waits for the final one.
 *
 * @returns the session as stored, and the topic's mastery where it moved
 */
export async function recordGrade(
	tx: WriteTx,
	stamp: Stamp,
	session: SessionRecord,
	given: EventOf<'answer_given'>,
	grade: Grade
): Promise<{ session: SessionRecord; mastery: MasteryState | null }> {
	const { profileId, now, createId } = stamp;
	const graded: Pick<SlotRecord, 'outcome' | 'score' | 'correct'> = {
		outcome: grade.state === 'final' ? 'graded' : 'provisional',
		score: grade.score,
		correct: grade.correct
	};
	const updated: SessionRecord = {
		...session,
		slots: session.slots.map((slot) =>
			slot.answer_id === given.id ? { ...slot, ...graded } : slot
		)
	};
	const [seen] = await Promise.all([
		tx.get('seen', [profileId, given.question.id]),
		tx.add('events', {
			kind: 'answer_graded',
			id: createId(now.at_ms),
			profile_id: profileId,
			session: given.session,
			topic: given.topic,
			answer_id: given.id,
			grade,
			...now
		}),
		tx.put('sessions', updated)
	]);
	const keptScore =
		seen === undefined ? [] : [tx.put('seen', { ...seen, last_score: grade.score })];
	if (grade.state !== 'final') {
		await Promise.all(keptScore);
		return { session: updated, mastery: null };
	}

	const [mastery] = await Promise.all([
		foldIntoMastery(tx, profileId, given.topic, answerEntry(given, grade)),
		tx.delete('waiting', given.id),
		...keptScore
	]);
	if (seen?.sure_miss !== undefined || (given.confidence === 'sure' && !grade.correct))
		await followSureMisses(tx, profileId, given.topic);
	return { session: updated, mastery };
}
