import type { MasteryState } from '$lib/domain/mastery/types';
import type { TableName, WriteTx } from '../store';
import { foldIntoMastery } from './mastery';
import type { Stamp } from './sessions';

export const LEVEL_TABLES = [
	'events',
	'mastery',
	'reviews'
] as const satisfies readonly TableName[];

/** Holds the level of a topic where it is, or lets it move again by its next answer. */
export async function lockLevel(
	tx: WriteTx,
	{ profileId, now, createId }: Stamp,
	topic: string,
	locked: boolean
): Promise<MasteryState> {
	const id = createId(now.at_ms);
	await tx.add('events', {
		kind: 'level_locked',
		id,
		profile_id: profileId,
		topic,
		locked,
		...now
	});
	return foldIntoMastery(tx, profileId, topic, {
		kind: 'level_locked',
		at_ms: now.at_ms,
		id,
		locked
	});
}
