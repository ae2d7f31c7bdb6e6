import { ANSWER_TABLES } from '$lib/store/actions/answers';
import type { WaitingRecord } from '$lib/store/records';
import { stampOf, type Context, type Handler } from '../context';
import type { Deps } from '../deps';
import { measureGrade, storeGrade } from '../grading';
import { openNextQuestion } from '../next-question';
import { personalQuestion } from '../personal-question';
import { presentGrade } from '../present';
import { followUpOf } from '../present-coaching';
import type { FollowUp } from '$lib/contract/follow-up';
import type { GradeResponse } from '$lib/contract/grade';
import type { ProfileRecord } from '$lib/store/records';
import { poolOf } from '../packs';
import { topicMemoryOf } from '../topic-memory';
import { isSecret } from '../session-view';

type Route = 'POST /api/answers/grade_waiting';
interface Graded {
	readonly answer_id: string;
	readonly session_id: number;
	readonly grade: GradeResponse;
	readonly follow_up: FollowUp | null;
}

/**
 * Grades what waits, in the order it was given, and makes provisional grades final. Stops where
 * the model is not ready. Doing it twice changes nothing: an answer that has its grade waits no more.
 */
export const gradeWaiting: Handler<Route> = async (context, deps) => {
	const { profile } = context;
	const waiting = await deps.store.read(['waiting'], (tx) =>
		tx.select('waiting', 'by_profile', { prefix: [profile.id] })
	);
	const graded: Graded[] = [];
	for (const record of waiting) {
		const result = await gradeOne(record, context, deps);
		if (result === 'not_ready') break;
		if (result !== null) graded.push(result);
	}
	const left = await deps.store.read(['waiting'], (tx) =>
		tx.count('waiting', 'by_profile', { prefix: [profile.id] })
	);
	return { status: 200, body: { graded, waiting: left } };
};

async function gradeOne(
	record: WaitingRecord,
	{ profile, now }: Pick<Context<Route>, 'now'> & { readonly profile: ProfileRecord },
	deps: Deps
): Promise<Graded | 'not_ready' | null> {
	const given = await deps.store.read(['events'], (tx) => tx.get('events', record.answer_id));
	if (given?.kind !== 'answer_given') return null;
	const owner = await deps.store.read(['sessions'], (tx) => tx.get('sessions', record.session_id));
	const pool = await poolOf(deps.packs, owner?.topics ?? [given.topic]);
	const asked = pool.find(given.question.id);
	// Kept waiting: its pack may come back.
	if (asked === undefined) return null;
	const question = await deps.store.read(['wordings'], (tx) =>
		personalQuestion(tx, profile.id, asked)
	);

	const text = record.text ?? given.text;
	const grade = await measureGrade(
		deps.embedder,
		question,
		text,
		record.key_was_shown ?? false,
		given.hints
	);
	const stamp = stampOf(profile, now, deps);
	return deps.store.write(ANSWER_TABLES, async (tx) => {
		const session = await tx.get('sessions', record.session_id);
		if (session === undefined) return null;
		// A submit that was cut off before its end has not opened the next question.
		const open = async () => {
			const latest = (await tx.get('sessions', record.session_id)) ?? session;
			await openNextQuestion(tx, stamp, latest, pool, topicMemoryOf(deps.store));
		};
		if (grade === null) {
			await open();
			return 'not_ready';
		}
		const slot = session.slots.find((candidate) => candidate.answer_id === given.id);
		if (grade.state === 'provisional' && slot?.outcome === 'provisional') return null;
		const stored = await storeGrade(tx, stamp, session, given, grade, pool, text);
		await open();
		if (isSecret(session)) return null;
		return {
			answer_id: given.id,
			session_id: session.id,
			grade: presentGrade(stored.grade, question),
			follow_up: followUpOf(session, stored.grade, question, pool)
		};
	});
}
