import type { RouteBody } from '$lib/contract/routes';
import { gradeGaps } from '$lib/domain/activities/grade-gaps';
import type { Contrast } from '$lib/domain/activities/contrast';
import type { GapFill } from '$lib/domain/activities/gap-fill';
import type { Grade } from '$lib/domain/grading/types';
import type { Question } from '$lib/domain/types';
import { rubricOf, type LoadedPack } from '$lib/packs/load-packs';
import {
	ACTIVITY_TABLES,
	declineActivity,
	finishActivity,
	offeredActivity
} from '$lib/store/actions/activities';
import { openSlot } from '$lib/store/actions/sessions';
import type { SessionRecord, SlotActivity } from '$lib/store/records';
import { contrastOf, gapFillOf } from '../activities/content';
import { presentContrast, presentGapFill } from '../activities/present';
import { answerText } from '../answer-text';
import { ApiError, invalidField, notReady } from '../api-error';
import { keptReply, stampOf, writeOnce, type Context, type Handler } from '../context';
import type { Deps } from '../deps';
import { measureRubric } from '../grading';
import { goOn, openQuestionOf } from '../next-question';
import { openSlotOf, questionOf } from '../open-question';
import { conceptTitleIn, packOfTopic, poolOf, type QuestionPool } from '../packs';
import { presentGrade, ratio3 } from '../present';
import { findSession } from '../session-view';

type Route = 'POST /api/sessions/:id/activity';
type Body = RouteBody<Route>;
type DoneBody = Extract<Awaited<ReturnType<Handler<Route>>>, { body: unknown }>['body'];

export const showActivity: Handler<'GET /api/sessions/:id/activity'> = async (
	{ params, profile },
	deps
) => {
	const session = await deps.store.read(['sessions'], (tx) =>
		findSession(tx, profile.id, params.id)
	);
	const slot = openSlot(session);
	const activity = offeredActivity(session);
	if (slot === undefined || activity === undefined)
		throw new ApiError(404, 'The open question of this session has no activity; answer it.');
	const pack = await packOfTopic(deps.packs, slot.topic);
	const question = questionOf(slot, await poolOf(deps.packs, [slot.topic]));
	const found =
		activity.kind === 'contrast' ? await contrastOf(deps.embedder, pack, question, activity) : null;
	if (found?.kind === 'not_ready')
		throw notReady(
			'The comparison needs the grading model, which is on its way; ask again in a moment, or ask for the plain question.',
			found.retry_after_seconds
		);
	if (found?.kind === 'contrast') {
		deps.embedder.prepare(rubricOf(found.contrast.rubric));
		return {
			status: 200,
			body: { activity: presentContrast(found.contrast, activity, question, titlesOf(pack)) }
		};
	}

	const gapFill = gapFillOf(question, activity);
	await deps.store.write(['seen'], async (tx) => {
		const seen = await tx.get('seen', [profile.id, question.id]);
		// The model answer is on the screen: given back word for word later, it shows nothing.
		if (seen !== undefined && seen.key_shown !== true)
			await tx.put('seen', { ...seen, key_shown: true });
	});
	return {
		status: 200,
		body: {
			activity: presentGapFill(gapFill, activity, question, titlesOf(pack), found?.why ?? null)
		}
	};
};

/**
 * Ends or drops the activity of the open question. Nothing in it moves mastery: only asking again,
 * on another day, does.
 */
export const doActivity: Handler<Route> = async (context, deps) => {
	const { params, profile, body, now } = context;
	checkOneTask(body);
	const session = await deps.store.read(['sessions'], (tx) =>
		findSession(tx, profile.id, params.id)
	);
	const pool = await poolOf(deps.packs, session.topics);
	const stamp = stampOf(profile, now, deps);
	// Where this very request was done before, its kept reply is all there is to send.
	const contrasted =
		body.answer === undefined || (await wasDone(context, deps))
			? null
			: await gradeContrast(context, deps, session, pool, body.answer);

	return writeOnce<Route>(context, deps, ACTIVITY_TABLES, async (tx) => {
		const present = await findSession(tx, profile.id, params.id);
		const { activity, question } = activityOf(present, body.question_id, pool);
		if (body.declined === true) {
			const declined = await declineActivity(tx, stamp, present);
			// Words for gaps are no beginning of an answer; a contrast's text may be one.
			if (activity.kind === 'gap_fill') await tx.delete('drafts', [profile.id, present.id]);
			const shown = await openQuestionOf(tx, declined, pool);
			return { status: 200, body: { result: null, next_question: shown?.open ?? null } };
		}
		const { result, outcome } =
			contrasted === null ? gradedGaps(body.gaps ?? [], gapFillOf(question, activity)) : contrasted;
		const finished = await finishActivity(tx, stamp, present, activity, outcome);
		return {
			status: 200,
			body: { result, next_question: (await goOn(tx, context, deps, finished, pool)).next_question }
		};
	});
};

function checkOneTask({ gaps, answer, declined }: Body): void {
	const tasks = [gaps, answer, declined].filter((task) => task !== undefined);
	if (tasks.length !== 1)
		throw invalidField('gaps', 'send exactly one of gaps, answer and declined: true');
	if (gaps?.every((text) => text.trim() === '') === true)
		throw invalidField('gaps', 'fill at least one gap, or send declined: true');
	if (answer !== undefined) answerText(answer);
}

async function wasDone(
	{ idempotency, profile }: Context<Route>,
	{ store }: Deps
): Promise<boolean> {
	if (idempotency === null) return false;
	return (await store.read(['replies'], (tx) => keptReply(tx, profile, idempotency))) !== null;
}

/** Keeps the text as the draft first, so that nothing can lose it, then grades it. */
async function gradeContrast(
	{ profile, now, body }: Context<Route>,
	deps: Deps,
	session: SessionRecord,
	pool: QuestionPool,
	text: string
): Promise<{ result: DoneBody['result']; outcome: ActivityEnd }> {
	const { activity, question } = activityOf(session, body.question_id, pool);
	if (activity.kind !== 'contrast')
		throw invalidField('answer', 'this activity is a gap-fill; send gaps');
	const pack = await packOfTopic(deps.packs, question.topic);
	await deps.store.write(['drafts'], (tx) =>
		tx.put('drafts', {
			profile_id: profile.id,
			session_id: session.id,
			question_id: question.id,
			text,
			at_ms: now.at_ms
		})
	);
	const found = await contrastOf(deps.embedder, pack, question, activity);
	if (found.kind === 'none')
		throw new ApiError(409, `${found.why} Your text is kept; ask for the activity again.`);
	const grade =
		found.kind === 'contrast'
			? await measureRubric(deps.embedder, found.contrast.rubric, text)
			: null;
	if (found.kind === 'not_ready' || grade === null)
		throw notReady('The model is not ready yet. Your text is kept; try again in a moment.');
	return contrastResult(found.contrast, text, grade);
}

type ActivityEnd = Parameters<typeof finishActivity>[4];

function contrastResult({ rubric }: Contrast, text: string, grade: Grade) {
	const outcome: ActivityEnd = { kind: 'contrast', score: grade.score, given: [text], grade };
	const result: DoneBody['result'] = {
		kind: 'contrast',
		answer: text,
		grade: presentGrade(grade, rubric),
		expected: rubric.expected[0] ?? ''
	};
	return { result, outcome };
}

function gradedGaps(given: readonly string[], gapFill: GapFill) {
	if (given.length !== gapFill.key.length)
		throw invalidField('gaps', `send ${String(gapFill.key.length)} texts, one for each gap`);
	const { score, gaps } = gradeGaps(gapFill.key, given);
	const outcome: ActivityEnd = { kind: 'gap_fill', score, given };
	const result: DoneBody['result'] = { kind: 'gap_fill', score: ratio3(score), gaps: [...gaps] };
	return { result, outcome };
}

/** @throws ApiError 409 where the question is not open, is gone, or has no activity (any more) */
function activityOf(
	session: SessionRecord,
	questionId: string,
	pool: QuestionPool
): { readonly activity: SlotActivity; readonly question: Question } {
	const slot = openSlotOf(session, questionId);
	const activity = offeredActivity(session);
	if (activity === undefined)
		throw new ApiError(409, 'This question has no activity; answer it as it is.');
	return { activity, question: questionOf(slot, pool) };
}

function titlesOf(pack: LoadedPack) {
	return (concept: string) => conceptTitleIn(pack, concept);
}
