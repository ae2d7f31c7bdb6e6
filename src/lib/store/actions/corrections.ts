import type { Grade } from '$lib/domain/grading/types';
import type { MasteryState } from '$lib/domain/mastery/types';
import type { EventRecord } from '../event-records';
import type { SessionRecord } from '../records';
import type { ReadTx, TableName, WriteTx } from '../store';
import { answerHistory, outcomeOf, type AnswerHistory } from './answer-history';
import { refoldMastery } from './mastery';
import { readSessionEvents, type Stamp } from './sessions';
import { followSureMisses } from './sure-miss';
import { keepWording } from './wordings';

export const CORRECTION_TABLES = [
	'sessions',
	'events',
	'mastery',
	'reviews',
	'seen',
	'waiting',
	'wordings'
] as const satisfies readonly TableName[];

/** An answer with its session and everything that became of it. */
export interface KnownAnswer {
	readonly session: SessionRecord;
	readonly history: AnswerHistory;
}

/** An answer of the profile by its id; undefined for any other's. */
export async function readAnswer(
	tx: ReadTx,
	profileId: string,
	answerId: string
): Promise<KnownAnswer | undefined> {
	const given = await tx.get('events', answerId);
	if (given?.kind !== 'answer_given' || given.profile_id !== profileId) return undefined;
	const [session] = await tx.select('sessions', 'by_ulid', { prefix: given.session, limit: 1 });
	if (session === undefined) return undefined;
	const history = answerHistory(await readSessionEvents(tx, session), answerId);
	return history === undefined ? undefined : { session, history };
}

/** Keeps a claim on a point (null takes it back) and the grade that follows from all claims. */
export async function overridePoint(
	tx: WriteTx,
	stamp: Stamp,
	{ session, history }: KnownAnswer,
	claim: {
		readonly point: string;
		readonly said: boolean | null;
		readonly wording?: string | undefined;
	},
	grade: Grade
): Promise<KnownAnswer & { mastery: MasteryState }> {
	const { point, said, wording } = claim;
	await append(tx, stamp, history, {
		kind: 'point_overridden',
		point,
		said,
		...(wording === undefined ? {} : { wording })
	});
	const { given } = history;
	await keepWording(tx, stamp.profileId, given.question.id, {
		point,
		answer_id: given.id,
		text: wording
	});
	await append(tx, stamp, history, { kind: 'answer_graded', grade, cause: 'corrected' });
	return settle(tx, stamp, session, history.given.id);
}

/** Takes an answer back, or counts it again; the answer itself stays. */
export async function setUndone(
	tx: WriteTx,
	stamp: Stamp,
	{ session, history }: KnownAnswer,
	undone: boolean
): Promise<KnownAnswer & { mastery: MasteryState }> {
	await append(tx, stamp, history, { kind: undone ? 'answer_undone' : 'answer_restored' });
	return settle(tx, stamp, session, history.given.id);
}

/** Keeps a new version of an answer's text, which then waits for its grade. */
export async function editAnswer(
	tx: WriteTx,
	stamp: Stamp,
	{ session, history }: KnownAnswer,
	text: string
): Promise<KnownAnswer & { mastery: MasteryState }> {
	await append(tx, stamp, history, { kind: 'answer_edited', text });
	return settle(tx, stamp, session, history.given.id);
}

/**
 * Lets a newly measured grade count. Mastery is left to the caller, who may have many to do.
 *
 * @param measured as measured
 * @param counted the same with the person's corrections
 */
export async function setGrade(
	tx: WriteTx,
	stamp: Stamp,
	{ session, history }: KnownAnswer,
	measured: Grade,
	counted: Grade
): Promise<void> {
	await append(tx, stamp, history, { kind: 'answer_graded', grade: measured, cause: 'regraded' });
	if (counted !== measured)
		await append(tx, stamp, history, { kind: 'answer_graded', grade: counted, cause: 'corrected' });
	await keepInStep(tx, stamp, session, history.given.id);
}

type Change =
	| { kind: 'point_overridden'; point: string; said: boolean | null; wording?: string }
	| { kind: 'answer_graded'; grade: Grade; cause: 'corrected' | 'regraded' }
	| { kind: 'answer_edited'; text: string }
	| { kind: 'answer_undone' | 'answer_restored' };

async function append(
	tx: WriteTx,
	{ profileId, now, createId }: Stamp,
	{ given }: AnswerHistory,
	change: Change
): Promise<void> {
	const event: EventRecord = {
		...change,
		id: createId(now.at_ms),
		profile_id: profileId,
		session: given.session,
		topic: given.topic,
		answer_id: given.id,
		...now
	};
	await tx.add('events', event);
}

/** Brings session, waiting list and mastery in step with what the events now say. */
async function settle(
	tx: WriteTx,
	stamp: Stamp,
	session: SessionRecord,
	answerId: string
): Promise<KnownAnswer & { mastery: MasteryState }> {
	const known = await keepInStep(tx, stamp, session, answerId);
	const { topic } = known.history.given;
	await followSureMisses(tx, stamp.profileId, topic);
	return { ...known, mastery: await refoldMastery(tx, stamp.profileId, topic) };
}

async function keepInStep(
	tx: WriteTx,
	{ profileId }: Stamp,
	session: SessionRecord,
	answerId: string
): Promise<KnownAnswer> {
	const history = answerHistory(await readSessionEvents(tx, session), answerId);
	if (history === undefined) throw new RangeError(`no answer ${answerId} in its session`);
	const { given, grade } = history;
	const outcome = outcomeOf(history);
	const counts = outcome === 'graded' || outcome === 'provisional';
	const updated: SessionRecord = {
		...session,
		slots: session.slots.map((slot) =>
			slot.answer_id === answerId
				? {
						...slot,
						outcome,
						score: counts ? (grade?.score ?? null) : null,
						correct: counts && (grade?.correct ?? false)
					}
				: slot
		)
	};
	await tx.put('sessions', updated);
	if (outcome === 'waiting' || outcome === 'provisional')
		await tx.put('waiting', {
			answer_id: answerId,
			profile_id: profileId,
			session_id: session.id,
			at_ms: given.at_ms,
			// The model answer stood beside the text while it was edited.
			...(history.text === given.text ? {} : { text: history.text, key_was_shown: true })
		});
	else await tx.delete('waiting', answerId);
	return { session: updated, history };
}
