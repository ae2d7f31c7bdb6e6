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
import { lookUpReply } from '$lib/store/actions/replies';
import type { SessionRecord, SlotActivity } from '$lib/store/records';
import type { WriteTx } from '$lib/store/store';
import { contrastNotReady, contrastOf, gapFillOf } from '../activities/content';
import { presentContrast, presentGapFill } from '../activities/present';
import { answerText } from '../answer-text';
import { ApiError, invalidField } from '../api-error';
import { stampOf, writeOnce, type Context, type Handler } from '../context';
import type { Deps } from '../deps';
import { measureRubric } from '../grading';
import { openNextQuestion, openQuestionOf } from '../next-question';
import { packOfTopic, poolOf, questionIn, type QuestionPool } from '../packs';
import { presentGrade, ratio3 } from '../present';
import { topicMemoryOf } from '../topic-memory';
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
	const activity = offeredActivity(session);
	if (activity === undefined)
		throw new ApiError(404, 'The open question of this session has no activity; answer it.');
	const pack = await packOfTopic(deps.packs, openSlot(session)?.topic ?? session.topic);
	const question = askedIn(session, pack);
	const found =
		activity.kind === 'contrast' ? await contrastOf(deps.embedder, pack, question, activity) : null;
	if (found?.kind === 'not_ready')
		throw contrastNotReady(
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
	const pack = await packOfTopic(deps.packs, openSlot(session)?.topic ?? session.topic);
	const pool = await poolOf(deps.packs, session.topics);
	const stamp = stampOf(profile, now, deps);
	const contrasted =
		body.answer === undefined || (await wasDone(context, deps))
			? null
			: await gradeContrast(context, deps, session, pack, body.answer);

	return writeOnce<Route>(context, deps, [...ACTIVITY_TABLES], async (tx) => {
		const present = await findSession(tx, profile.id, params.id);
		const activity = activityOf(present, body.question_id);
		const question = askedIn(present, pack);
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
			body: { result, next_question: await nextAfter(tx, finished, pool, context, deps) }
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

/** Whether this very request was done before: then its kept reply is all there is to send. */
async function wasDone(
	{ idempotency, profile }: Context<Route>,
	{ store }: Deps
): Promise<boolean> {
	if (idempotency === null) return false;
	const known = await store.read(['replies'], (tx) =>
		lookUpReply(tx, profile.id, idempotency.key, idempotency.requestHash)
	);
	return known.kind !== 'new';
}

/** Keeps the text as the draft first, so that nothing can lose it, then grades it. */
async function gradeContrast(
	{ profile, now, body }: Context<Route>,
	deps: Deps,
	session: SessionRecord,
	pack: LoadedPack,
	text: string
): Promise<{ result: DoneBody['result']; outcome: ActivityEnd }> {
	const activity = activityOf(session, body.question_id);
	if (activity.kind !== 'contrast')
		throw invalidField('answer', 'this activity is a gap-fill; send gaps');
	const question = askedIn(session, pack);
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
		throw contrastNotReady('The model is not ready yet. Your text is kept; try again in a moment.');
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

async function nextAfter(
	tx: WriteTx,
	session: SessionRecord,
	pool: QuestionPool,
	{ profile, now }: Context<Route>,
	deps: Deps
): Promise<DoneBody['next_question']> {
	const { shown } = await openNextQuestion(
		tx,
		stampOf(profile, now, deps),
		session,
		pool,
		topicMemoryOf(deps.store)
	);
	if (shown !== null) deps.embedder.prepare(rubricOf(shown.question));
	return shown?.open ?? null;
}

/** @throws ApiError 409 where the question is not open, or has no activity (any more) */
function activityOf(session: SessionRecord, questionId: string): SlotActivity {
	if (session.completed_at_ms !== null)
		throw new ApiError(409, 'This session has ended; start a new one.');
	if (openSlot(session)?.question_id !== questionId)
		throw new ApiError(
			409,
			`The question ${questionId} is not open. GET api/sessions/<id> shows which is.`
		);
	const activity = offeredActivity(session);
	if (activity !== undefined) return activity;
	throw new ApiError(409, 'This question has no activity; answer it as it is.');
}

function askedIn(session: SessionRecord, pack: LoadedPack): Question {
	const question = questionIn(pack, openSlot(session)?.question_id);
	if (question !== undefined) return question;
	throw new ApiError(409, 'This question was removed from its pack; end the session.');
}

function titlesOf({ conceptTitles }: LoadedPack) {
	return (concept: string) => conceptTitles.get(concept) ?? concept;
}
