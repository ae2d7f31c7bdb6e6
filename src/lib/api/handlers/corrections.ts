import { correctGrade } from '$lib/domain/grading/correct-grade';
import type { MasteryState } from '$lib/domain/mastery/types';
import { outcomeOf } from '$lib/store/actions/answer-history';
import {
	CORRECTION_TABLES,
	editAnswer,
	overridePoint,
	setUndone,
	type KnownAnswer
} from '$lib/store/actions/corrections';
import { readMastery } from '$lib/store/actions/mastery';
import type { ProfileRecord } from '$lib/store/records';
import type { ReadTx, WriteTx } from '$lib/store/store';
import { emptyMastery } from '$lib/domain/mastery/update';
import { answerText } from '../answer-text';
import { ApiError, invalidField } from '../api-error';
import { findAnswer } from '../find-answer';
import { stampOf, writeOnce, type Handler } from '../context';
import type { Deps } from '../deps';
import { measureGrade, storeGrade } from '../grading';
import { personalQuestion } from '../personal-question';
import { presentAnswer, presentGrade, presentMastery, presentOverride } from '../present';
import { isSecret, summaryNow } from '../session-view';
import { poolOf, type QuestionPool } from '../packs';

export const override: Handler<'POST /api/answers/:id/override'> = async (context, deps) => {
	const { params, body, profile, now } = context;
	const pool = await poolOfAnswer(deps, profile, params.id);
	return writeOnce<'POST /api/answers/:id/override'>(
		context,
		deps,
		CORRECTION_TABLES,
		async (tx) => {
			const known = await findOpenToChange(tx, profile, params.id);
			const { measured, overrides, given } = known.history;
			refuseUndone(known);
			if (measured === null)
				throw new ApiError(409, 'This answer has no grade yet; correct it when it has one.');
			if (!measured.points.some((point) => point.id === body.point))
				throw invalidField('point', `the grade has no point "${body.point}"`);
			const question = pool.find(given.question.id);
			if (question === undefined)
				throw new ApiError(409, 'The pack of this question is gone, so its grade stays as it is.');

			const { point, said, wording } = body;
			if (wording !== undefined && (said !== true || !known.history.text.includes(wording)))
				throw invalidField('wording', 'give words of this answer, together with said: true');
			const claims = overrides.filter((claim) => claim.point !== point);
			const grade = correctGrade(
				measured,
				question,
				said === null ? claims : [...claims, { point, said }]
			);
			const stamp = stampOf(profile, now, deps);
			const changed = await overridePoint(tx, stamp, known, { point, said, wording }, grade);
			return { status: 200, body: await corrected(tx, changed, pool) };
		}
	);
};

export const undoAnswer: Handler<'DELETE /api/answers/:id'> = async (context, deps) => {
	const pool = await poolOfAnswer(deps, context.profile, context.params.id);
	return writeOnce<'DELETE /api/answers/:id'>(context, deps, CORRECTION_TABLES, async (tx) => ({
		status: 200,
		body: await setCounting(tx, context, deps, pool, false)
	}));
};

export const restoreAnswer: Handler<'POST /api/answers/:id/restore'> = async (context, deps) => {
	const pool = await poolOfAnswer(deps, context.profile, context.params.id);
	return writeOnce<'POST /api/answers/:id/restore'>(
		context,
		deps,
		CORRECTION_TABLES,
		async (tx) => ({ status: 200, body: await setCounting(tx, context, deps, pool, true) })
	);
};

/**
 * Keeps the new version, then grades it as a fresh answer is graded: what is stored first cannot
 * be lost, and what cannot be measured now waits.
 */
export const editAndGrade: Handler<'PUT /api/answers/:id'> = async (context, deps) => {
	const { params, body, profile, now } = context;
	const text = answerText(body.answer);
	const pool = await poolOfAnswer(deps, profile, params.id);
	const stamp = stampOf(profile, now, deps);

	const { edited, question } = await deps.store.write(CORRECTION_TABLES, async (tx) => {
		const known = await findOpenToChange(tx, profile, params.id);
		refuseUndone(known);
		if (known.history.given.skipped)
			throw new ApiError(409, 'This question was skipped, so there is no answer to edit.');
		// The same text again, as after a lost reply, makes no second version.
		const changed = known.history.text === text ? known : await editAnswer(tx, stamp, known, text);
		return { edited: changed, question: await personalOf(tx, known, pool) };
	});
	const { given } = edited.history;
	const waits = outcomeOf(edited.history) === 'waiting';
	const grade =
		question === undefined || !waits
			? null
			: await measureGrade(deps.embedder, question, text, true, given.hints);

	return writeOnce<'PUT /api/answers/:id'>(context, deps, CORRECTION_TABLES, async (tx) => {
		if (grade !== null) await storeGrade(tx, stamp, edited.session, given, grade, pool, text);
		const known = await findOpenToChange(tx, profile, params.id);
		if (known.history.grade === null || outcomeOf(known.history) === 'waiting')
			return { status: 202, body: { answer: presentAnswer(known.history) } };
		const mastery = await masteryOf(tx, known);
		return { status: 200, body: await corrected(tx, { ...known, mastery }, pool) };
	});
};

async function setCounting(
	tx: WriteTx,
	context: Parameters<Handler<'DELETE /api/answers/:id'>>[0],
	deps: Deps,
	pool: QuestionPool,
	counts: boolean
) {
	const { params, profile, now } = context;
	const known = await findOpenToChange(tx, profile, params.id);
	const changed =
		known.history.undone === !counts
			? { ...known, mastery: await masteryOf(tx, known) }
			: await setUndone(tx, stampOf(profile, now, deps), known, !counts);
	return corrected(tx, changed, pool);
}

/** The reply after a correction; a finished session's summary follows. */
async function corrected(
	tx: WriteTx,
	{ session, history, mastery }: KnownAnswer & { mastery: MasteryState },
	pool: QuestionPool
) {
	if (session.completed_at_ms !== null)
		await tx.put('sessions', { ...session, summary: await summaryNow(tx, session, pool) });
	const question = pool.find(history.given.question.id);
	return {
		answer: presentAnswer(history),
		grade: history.grade === null ? null : presentGrade(history.grade, question),
		overrides: history.overrides.map(presentOverride),
		mastery: presentMastery(mastery)
	};
}

/** The question of an answer as it is measured for this person; undefined when its pack is gone. */
async function personalOf(tx: ReadTx, { session, history }: KnownAnswer, pool: QuestionPool) {
	const question = pool.find(history.given.question.id);
	return question === undefined ? undefined : personalQuestion(tx, session.profile_id, question);
}

async function masteryOf(tx: ReadTx, { session, history }: KnownAnswer): Promise<MasteryState> {
	const { topic } = history.given;
	return (await readMastery(tx, session.profile_id, topic)) ?? emptyMastery(topic);
}

async function poolOfAnswer(
	deps: Deps,
	profile: ProfileRecord,
	answerId: string
): Promise<QuestionPool> {
	const { session } = await deps.store.read(['sessions', 'events'], (tx) =>
		findOpenToChange(tx, profile, answerId)
	);
	return poolOf(deps.packs, session.topics);
}

/** @throws ApiError 404 for an unknown answer, 409 before the end of a mock interview */
async function findOpenToChange(
	tx: ReadTx,
	profile: ProfileRecord,
	answerId: string
): Promise<KnownAnswer> {
	const known = await findAnswer(tx, profile, answerId);
	if (isSecret(known.session))
		throw new ApiError(
			409,
			'This mock interview is not over; its answers can be changed after its end.'
		);
	return known;
}

function refuseUndone({ history }: KnownAnswer): void {
	if (history.undone)
		throw new ApiError(409, 'This answer was taken back; restore it before you change it.');
}
