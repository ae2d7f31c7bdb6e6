import { masteryLevel } from '$lib/domain/mastery/figures';
import { readMastery } from '$lib/store/actions/mastery';
import { readSession, readSessionEvents } from '$lib/store/actions/sessions';
import type { SessionRecord, SummaryRecord } from '$lib/store/records';
import type { ReadTx } from '$lib/store/store';
import { ApiError } from './api-error';
import type { QuestionPool } from './packs';
import { summarise } from './summarise';

/**
 * A session of the profile by the number in its address.
 *
 * @throws ApiError 404 for an unknown number and for another profile's session alike
 */
export async function findSession(
	tx: ReadTx,
	profileId: string,
	id: string
): Promise<SessionRecord> {
	const number = /^[1-9]\d{0,14}$/u.test(id) ? Number(id) : null;
	const session = number === null ? undefined : await readSession(tx, profileId, number);
	if (session !== undefined) return session;
	throw new ApiError(
		404,
		`There is no session ${id} in this profile. GET api/sessions lists them.`
	);
}

/** In a mock interview nothing is told of how it goes before its end. */
export function isSecret(session: SessionRecord): boolean {
	return session.session_type === 'mock' && session.completed_at_ms === null;
}

/** Topics by which a session is named: what it asked; while it goes on, what it may ask. */
export function askedTopics({ completed_at_ms, topics, slots }: SessionRecord): string[] {
	const asked = new Set(slots.flatMap((slot) => (slot.outcome === 'open' ? [] : slot.topic)));
	if (completed_at_ms === null || asked.size === 0) return [...topics];
	return topics.filter((topic) => asked.has(topic));
}

/** Mean mastery of a session's topics now, 0–1. */
export async function masteryNow(tx: ReadTx, session: SessionRecord): Promise<number> {
	let sum = 0;
	for (const topic of session.topics) {
		const state = await readMastery(tx, session.profile_id, topic);
		if (state !== undefined) sum += masteryLevel(state);
	}
	return session.topics.length === 0 ? 0 : sum / session.topics.length;
}

/** The summary of a session from its events, as of now. */
export async function summaryNow(
	tx: ReadTx,
	session: SessionRecord,
	pool: QuestionPool
): Promise<SummaryRecord> {
	return summarise(
		session,
		await readSessionEvents(tx, session),
		pool.conceptTitle,
		await masteryNow(tx, session)
	);
}

/**
 * What a list can say of an unfinished session from its record alone; of a mock interview not how
 * many answers are correct.
 */
export function liveSummary(session: SessionRecord): SummaryRecord {
	const count = (...outcomes: string[]) =>
		session.slots.filter((slot) => outcomes.includes(slot.outcome)).length;
	return {
		answered: count('waiting', 'graded', 'provisional'),
		skipped: count('skipped'),
		waiting: count('waiting'),
		correct: isSecret(session)
			? 0
			: session.slots.filter((slot) => slot.outcome === 'graded' && slot.correct).length,
		score: null,
		strengths: [],
		to_fix: [],
		mastery_before: session.mastery_before,
		mastery_after: session.mastery_before
	};
}
