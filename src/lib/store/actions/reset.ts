import type { EventRecord, Instant } from '../records';
import type { TableName, WriteTx } from '../store';
import { readAllMastery } from './mastery';

export const RESET_TABLES = ['mastery', 'events'] as const satisfies readonly TableName[];

/**
 * Forgets the mastery of one topic, or of all practised ones: marks the moment in the log and
 * deletes the records. Sessions and answers stay as they are.
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
	}
	return topics;
}
