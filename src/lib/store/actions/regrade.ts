import { masteryLevel } from '$lib/domain/mastery/figures';
import type { Grade } from '$lib/domain/grading/types';
import type { EventOf } from '../event-records';
import type { RegradeRecord } from '../records';
import type { ReadTx, TableName, WriteTx } from '../store';
import { setGrade, readAnswer } from './corrections';
import { readMastery, refoldMastery } from './mastery';
import type { Stamp } from './sessions';
import { followSureMisses } from './sure-miss';

export const REGRADE_TABLES = [
	'sessions',
	'events',
	'mastery',
	'reviews',
	'seen',
	'waiting',
	'wordings',
	'regrades'
] as const satisfies readonly TableName[];

/** The version that grades now. */
export interface PresentGrader {
	readonly grader: string;
	/** Null while the model is not loaded: then only the grader's version is compared. */
	readonly model: string | null;
}

/** The ids of answers whose grade was measured by another version, newest first. */
export async function outdatedAnswers(
	tx: ReadTx,
	profileId: string,
	present: PresentGrader
): Promise<string[]> {
	const [grades, undone, restored] = await Promise.all([
		tx.select('events', 'by_kind', { prefix: [profileId, 'answer_graded'] }),
		tx.select('events', 'by_kind', { prefix: [profileId, 'answer_undone'] }),
		tx.select('events', 'by_kind', { prefix: [profileId, 'answer_restored'] })
	]);
	const measuredBy = new Map<string, Grade>();
	for (const event of grades)
		if (event.kind === 'answer_graded' && event.cause !== 'corrected')
			measuredBy.set(event.answer_id, event.grade);

	const times = new Map<string, number>();
	for (const event of [...undone, ...restored])
		if ('answer_id' in event)
			times.set(
				event.answer_id,
				(times.get(event.answer_id) ?? 0) + (event.kind === 'answer_undone' ? 1 : -1)
			);
	return [...measuredBy]
		.filter(([answerId, grade]) => (times.get(answerId) ?? 0) === 0 && isOutdated(grade, present))
		.map(([answerId]) => answerId)
		.sort()
		.reverse();
}

/** A provisional grade is not outdated: it waits for its final one anyway. */
export function isOutdated(grade: Grade, { grader, model }: PresentGrader): boolean {
	return (
		grade.state === 'final' &&
		(grade.grader !== grader || (model !== null && grade.model !== model))
	);
}

export function readRegrades(tx: ReadTx, profileId: string): Promise<RegradeRecord[]> {
	return tx.select('regrades', 'by_profile', { prefix: profileId });
}

/**
 * Lets the new grades count. An answer that was edited or taken back since is left as it is.
 *
 * @param counted the grade that counts, from the measured one and the answer's corrections
 * @returns how many were accepted, and each topic's mastery before and after
 */
export async function acceptRegrades(
	tx: WriteTx,
	stamp: Stamp,
	counted: (given: EventOf<'answer_given'>, measured: Grade, claims: Claims) => Grade
): Promise<{
	accepted: number;
	sessions: Set<number>;
	topics: { topic: string; before: number; after: number }[];
}> {
	const { profileId } = stamp;
	const before = new Map<string, number>();
	const sessions = new Set<number>();
	let accepted = 0;
	for (const record of await readRegrades(tx, profileId)) {
		await tx.delete('regrades', record.answer_id);
		const known = await readAnswer(tx, profileId, record.answer_id);
		if (record.grade === null || known === undefined) continue;
		if (known.history.undone || known.history.text !== record.text) continue;
		const { given, overrides } = known.history;
		if (!before.has(given.topic)) {
			const state = await readMastery(tx, profileId, given.topic);
			before.set(given.topic, state === undefined ? 0 : masteryLevel(state));
		}
		await setGrade(tx, stamp, known, record.grade, counted(given, record.grade, overrides));
		sessions.add(known.session.id);
		accepted++;
	}
	const topics = [];
	for (const [topic, level] of before) {
		await followSureMisses(tx, profileId, topic);
		topics.push({
			topic,
			before: level,
			after: masteryLevel(await refoldMastery(tx, profileId, topic))
		});
	}
	return { accepted, sessions, topics };
}

type Claims = readonly { readonly point: string; readonly said: boolean }[];
