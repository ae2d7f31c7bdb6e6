import type { EventOf, EventRecord, Instant } from '../event-records';
import type { ReadTx, TableName, WriteTx } from '../store';
import { readAllMastery, refoldMastery } from './mastery';
import { deleteReviews } from './reviews';

export const RESET_TABLES = [
	'mastery',
	'reviews',
	'events'
] as const satisfies readonly TableName[];

/**
 * Forgets the mastery of one topic, or of all practised ones: marks the moment in the log and
 * deletes the records; reviews start anew too. Sessions and answers stay as they are.
 *
 * @returns the topics that had a record
 */
export async function resetMastery(
	tx: WriteTx,
	profileId: string,
	topic: string,
	now: Instant,
	createId: (atMs: number) => string
): Promise<string[]> {
	const records = await readAllMastery(tx, profileId);
	const topics = records
		.map((record) => record.topic)
		.filter((candidate) => topic === 'all' || candidate === topic);

	for (const name of topics) {
		const event: EventRecord = {
			kind: 'mastery_reset',
			id: createId(now.at_ms),
			profile_id: profileId,
			topic: name,
			...now
		};
		await tx.add('events', event);
		await tx.delete('mastery', [profileId, name]);
		await deleteReviews(tx, profileId, name);
	}
	return topics;
}

/** Resets that can be undone: the latest of each topic without a record since, newest first. */
export async function undoableResets(
	tx: ReadTx,
	profileId: string
): Promise<EventOf<'mastery_reset'>[]> {
	const [resets, undone, records] = await Promise.all([
		tx.select('events', 'by_kind', { prefix: [profileId, 'mastery_reset'], direction: 'prev' }),
		tx.select('events', 'by_kind', { prefix: [profileId, 'reset_undone'] }),
		readAllMastery(tx, profileId)
	]);
	const taken = new Set(
		undone.map((event) => (event.kind === 'reset_undone' ? event.reset_id : ''))
	);
	// The next answer in a topic makes a record.
	const answered = new Set(records.map((record) => record.topic));
	return resets.flatMap((event) => {
		if (event.kind !== 'mastery_reset' || taken.has(event.id) || answered.has(event.topic))
			return [];
		answered.add(event.topic);
		return [event];
	});
}

/**
 * Undoes the latest reset of a topic, or of every topic where that is possible; mastery is computed
 * anew from the answers.
 *
 * @returns the topics that have their mastery back
 */
export async function undoResets(
	tx: WriteTx,
	profileId: string,
	topic: string,
	now: Instant,
	createId: (atMs: number) => string
): Promise<string[]> {
	const wanted = (await undoableResets(tx, profileId)).filter(
		(reset) => topic === 'all' || reset.topic === topic
	);
	for (const reset of wanted) {
		await tx.add('events', {
			kind: 'reset_undone',
			id: createId(now.at_ms),
			profile_id: profileId,
			topic: reset.topic,
			reset_id: reset.id,
			...now
		});
		await refoldMastery(tx, profileId, reset.topic);
	}
	return wanted.map((reset) => reset.topic);
}
