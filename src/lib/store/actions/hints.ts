import type { SessionRecord, SlotRecord } from '../records';
import type { WriteTx } from '../store';
import type { Stamp } from './sessions';

/** Notes that the next hint of a session's open question is shown. */
export async function showHint(
	tx: WriteTx,
	{ profileId, now, createId }: Stamp,
	session: SessionRecord,
	open: SlotRecord
): Promise<SessionRecord> {
	const number = (open.hints ?? 0) + 1;
	const updated: SessionRecord = {
		...session,
		slots: session.slots.map((slot) => (slot === open ? { ...slot, hints: number } : slot))
	};
	await Promise.all([
		tx.add('events', {
			kind: 'hint_shown',
			id: createId(now.at_ms),
			profile_id: profileId,
			session: session.ulid,
			topic: open.topic,
			question_id: open.question_id,
			number,
			...now
		}),
		tx.put('sessions', updated)
	]);
	return updated;
}
