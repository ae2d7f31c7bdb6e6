import type { FollowUp } from '$lib/contract/follow-up';
import { followUpRubric, judgeFollowUp } from '$lib/domain/grading/judge-follow-up';
import type { Question } from '$lib/domain/types';
import { keepFollowUp } from '$lib/store/actions/follow-up';
import type { FollowUpFields } from '$lib/store/event-records';
import type { ReadTx } from '$lib/store/store';
import { answerText } from '../answer-text';
import { ApiError, notReady } from '../api-error';
import { keptReply, stampOf, writeOnce, type Context, type Handler } from '../context';
import type { Deps } from '../deps';
import { findAnswer } from '../find-answer';
import { measureRubric } from '../grading';
import { packGone, poolOf, type QuestionPool } from '../packs';
import { personalQuestion } from '../personal-question';
import { followUpOf, presentFollowUp } from '../present-coaching';

type Route = 'POST /api/answers/:id/follow_up';
type Asking = Pick<Context<Route>, 'params' | 'body' | 'profile'>;

const TABLES = ['events', 'sessions', 'wordings'] as const;

/** A question asked back that waits for its answer. */
interface Asked {
	readonly question: Question;
	readonly followUp: FollowUp;
}

/**
 * Measures what was said to the question asked back against its one point, and keeps it beside the
 * answer. Nothing else moves: neither the grade nor mastery.
 */
export const answerFollowUp: Handler<Route> = async (context, deps) => {
	const { params, profile, idempotency, now } = context;
	const text = answerText(context.body.text, 'text');
	const { history } = await deps.store.read(TABLES, (tx) => findAnswer(tx, profile, params.id));
	const pool = await poolOf(deps.packs, [history.given.topic]);
	if (pool.missing.length > 0) throw packGone(history.given.topic);
	const found = await deps.store.read([...TABLES, 'replies'], async (tx) => {
		const kept = idempotency === null ? null : await keptReply(tx, profile, idempotency);
		return kept ?? (await findAsked(tx, context, pool));
	});
	if ('repeated' in found) return found;
	const fields = await measure(found, text, deps);

	return writeOnce<Route>(context, deps, TABLES, async (tx) => {
		// Another page may have been faster.
		await findAsked(tx, context, pool);
		const known = await findAnswer(tx, profile, params.id);
		const kept = await keepFollowUp(tx, stampOf(profile, now, deps), known, fields);
		return { status: 200, body: { follow_up: presentFollowUp(kept) } };
	});
};

/** @throws ApiError 503 while the model is not ready */
async function measure(
	{ question, followUp }: Asked,
	text: string,
	deps: Deps
): Promise<FollowUpFields> {
	const rubric = followUpRubric(question, followUp.point, text);
	const point = rubric?.points[0];
	if (rubric === undefined || point === undefined)
		throw new RangeError(`no point ${followUp.point} in question ${question.id}`);
	const wording = point.wordings[0] ?? point.why;
	// The model answer is held back until now, and nothing is to be gained by copying it.
	const grade = await measureRubric(deps.embedder, rubric, text);
	if (grade?.state !== 'final')
		throw notReady('The model is not ready yet. Your text is not lost; send it again.');
	return {
		...followUp,
		text,
		...judgeFollowUp(grade),
		why: point.why,
		wording,
		grader: grade.grader,
		model: grade.model
	};
}

/** @throws ApiError 409 where nothing is asked, or is not asked any more */
async function findAsked(tx: ReadTx, asking: Asking, pool: QuestionPool): Promise<Asked> {
	const { session, history } = await findAnswer(tx, asking.profile, asking.params.id);
	const { given, undone, measured, overrides } = history;
	if (history.followUp !== null)
		throw new ApiError(409, 'The question asked back was answered; it is asked only once.');
	if (undone)
		throw new ApiError(409, 'This answer was taken back; restore it before you add to it.');
	const known = pool.find(given.question.id);
	const question = known && (await personalQuestion(tx, asking.profile.id, known));
	const followUp =
		question === undefined || measured === null
			? null
			: followUpOf(session, measured, question, pool);
	if (question === undefined || followUp === null)
		throw new ApiError(409, 'Nothing was asked back after this answer.');
	const { point } = asking.body;
	if (point !== undefined && point !== followUp.point)
		throw new ApiError(409, `The point "${point}" is not asked about; read the answer anew.`);
	if (overrides.some((claim) => claim.point === followUp.point && claim.said))
		throw new ApiError(409, 'You have said that this point was in your answer already.');
	return { question, followUp };
}
