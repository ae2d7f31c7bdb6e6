import type { EventOf, FollowUpFields } from '../event-records';
import type { WriteTx } from '../store';
import type { KnownAnswer } from './corrections';
import type { Stamp } from './sessions';

/** Keeps what was said to the question asked back, and how it went: it moves nothing else. */
export async function keepFollowUp(
	tx: WriteTx,
	{ profileId, now, createId }: Stamp,
	{ history: { given } }: KnownAnswer,
	fields: FollowUpFields
): Promise<EventOf<'follow_up_given'>> {
	const event: EventOf<'follow_up_given'> = {
		kind: 'follow_up_given',
		id: createId(now.at_ms),
		profile_id: profileId,
		session: given.session,
		topic: given.topic,
		answer_id: given.id,
		...fields,
		...now
	};
	await tx.add('events', event);
	return event;
}
