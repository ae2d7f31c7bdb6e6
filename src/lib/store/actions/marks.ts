import { isMarkedAs, MARK_KINDS } from '$lib/contract/marks';
import type { MarkFields } from '../event-records';
import type { MarkRecord } from '../records';
import type { ReadTx, TableName, WriteTx } from '../store';
import type { Stamp } from './sessions';

export const MARK_TABLES = ['marks', 'events'] as const satisfies readonly TableName[];

/** All marks of a profile, in question order. */
export function readMarks(tx: ReadTx, profileId: string): Promise<MarkRecord[]> {
	return tx.select('marks', 'by_profile', { prefix: profileId });
}

/** Keeps what is noted about a question; a mark with nothing in it leaves only its event. */
export async function keepMark(
	tx: WriteTx,
	{ profileId, now, createId }: Stamp,
	topic: string,
	mark: MarkFields
): Promise<MarkRecord> {
	const record: MarkRecord = { ...mark, profile_id: profileId, topic, at_ms: now.at_ms };
	await tx.add('events', {
		kind: 'question_marked',
		id: createId(now.at_ms),
		profile_id: profileId,
		topic,
		...mark,
		...now
	});
	if (MARK_KINDS.some((kind) => isMarkedAs(mark, kind))) await tx.put('marks', record);
	else await tx.delete('marks', [profileId, mark.question_id]);
	return record;
}
