import type { Question } from '$lib/domain/types';
import { openSlot } from '$lib/store/actions/sessions';
import type { SessionRecord, SlotRecord } from '$lib/store/records';
import { ApiError } from './api-error';
import { packGone, type QuestionPool } from './packs';

/**
 * The open slot of a session, which must be the question that a request is about.
 *
 * @throws ApiError 409 where the session has ended or another question is open
 */
export function openSlotOf(session: SessionRecord, questionId: string): SlotRecord {
	if (session.completed_at_ms !== null)
		throw new ApiError(409, 'This session has ended; start a new one.');
	const open = openSlot(session);
	if (open?.question_id === questionId) return open;
	throw new ApiError(
		409,
		`The question ${questionId} is not open. GET api/sessions/<id> shows which is.`
	);
}

/** The question of a slot. @throws ApiError 409 where it, or its pack, is gone */
export function questionOf(slot: SlotRecord, pool: QuestionPool): Question {
	const question = pool.find(slot.question_id);
	if (question !== undefined) return question;
	if (pool.missing.includes(slot.topic)) throw packGone(slot.topic);
	throw new ApiError(
		409,
		'This question was removed from its pack; your answers are kept. End the session and start a new one.'
	);
}
