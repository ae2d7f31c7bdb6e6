import type { EventOf, PlanRecord } from '../event-records';
import type { ReadTx, WriteTx } from '../store';
import type { Stamp } from './sessions';

/** Saved plans that were not removed, newest first. */
export async function readSavedPlans(
	tx: ReadTx,
	profileId: string
): Promise<EventOf<'plan_saved'>[]> {
	const [saved, removed] = await Promise.all([
		tx.select('events', 'by_kind', { prefix: [profileId, 'plan_saved'], direction: 'prev' }),
		tx.select('events', 'by_kind', { prefix: [profileId, 'plan_removed'] })
	]);
	const gone = new Set(
		removed.flatMap((event) => (event.kind === 'plan_removed' ? [event.plan_id] : []))
	);
	return saved.flatMap((event) =>
		event.kind === 'plan_saved' && !gone.has(event.id) ? [event] : []
	);
}

export async function savePlan(
	tx: WriteTx,
	{ profileId, now, createId }: Stamp,
	plan: PlanRecord
): Promise<EventOf<'plan_saved'>> {
	const event: EventOf<'plan_saved'> = {
		kind: 'plan_saved',
		id: createId(now.at_ms),
		profile_id: profileId,
		plan,
		...now
	};
	await tx.add('events', event);
	return event;
}

export async function removePlan(
	tx: WriteTx,
	{ profileId, now, createId }: Stamp,
	planId: string
): Promise<void> {
	await tx.add('events', {
		kind: 'plan_removed',
		id: createId(now.at_ms),
		profile_id: profileId,
		plan_id: planId,
		...now
	});
}
