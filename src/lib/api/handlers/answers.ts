import { gradable } from '$lib/domain/grading/gradable';
import type { Grade } from '$lib/domain/grading/types';
import { MAX_RESPONSE_SECONDS } from '$lib/domain/mastery/update';
import type { Question } from '$lib/domain/types';
import { declineActivity } from '$lib/store/actions/activities';
import { ANSWER_TABLES, keyWasShown, receiveAnswer } from '$lib/store/actions/answers';
import { readMastery } from '$lib/store/actions/mastery';
import { keepReply, lookUpReply } from '$lib/store/actions/replies';
import type { EventOf } from '$lib/store/event-records';
import type { WriteTx } from '$lib/store/store';
import { checkLength } from '../answer-text';
import { invalidField } from '../api-error';
import { keyConflict, stampOf, type Context, type Handler, type Reply } from '../context';
import type { Deps } from '../deps';
import { measureGrade, storeGrade } from '../grading';
import { goOn } from '../next-question';
import { openSlotOf, questionOf } from '../open-question';
import { poolOf, type QuestionPool } from '../packs';
import { personalQuestion } from '../personal-question';
import { presentGiven, presentGrade, presentKey, presentMastery } from '../present';
import { findSession, isSecret } from '../session-view';
import { followUpOf } from '../present-coaching';

type Route = 'POST /api/sessions/:id/answers';
type AnswerContext = Context<Route>;

const TABLES = [...ANSWER_TABLES, 'replies'] as const;

/** An answer that is stored and not yet graded. */
interface Received {
	readonly kind: 'received';
	readonly given: EventOf<'answer_given'>;
	readonly question: Question;
	/** Whether the model answer had been shown before. */
	readonly keyWasShown: boolean;
}

/**
 * Answers or skips the open question (design section 2, "How an answer is submitted"): one
 * transaction stores the answer as received, then it is measured, then one transaction stores the
 * grade, the mastery and the next question.
 */
export const submitAnswer: Handler<Route> = async (context, deps) => {
	const skipped = checkAnswer(context);
	const { profile, params } = context;
	const known = await deps.store.read(['sessions'], (tx) => findSession(tx, profile.id, params.id));
	const pool = await poolOf(deps.packs, known.topics);

	const received = await deps.store.write(TABLES, (tx) =>
		receive(tx, context, deps, pool, skipped)
	);
	if (received.kind === 'reply') return received.reply;

	const grade = await measureGrade(
		deps.embedder,
		received.question,
		received.given.text,
		received.keyWasShown,
		received.given.hints
	);
	return deps.store.write(TABLES, (tx) => settle(tx, context, deps, pool, received, grade));
};

async function receive(
	tx: WriteTx,
	context: AnswerContext,
	deps: Deps,
	pool: QuestionPool,
	skipped: boolean
): Promise<Received | { kind: 'reply'; reply: Reply<Route> }> {
	const { profile, params, body, idempotency, now } = context;
	const session = await findSession(tx, profile.id, params.id);
	if (idempotency !== null) {
		const known = await lookUpReply(tx, profile.id, idempotency.key, idempotency.requestHash);
		if (known.kind === 'conflict') throw keyConflict();
		if (known.kind === 'done')
			return { kind: 'reply', reply: { status: known.status, repeated: known.body } };
		if (known.kind === 'received')
			return { kind: 'received', ...(await answerOf(tx, profile.id, known.answer_id, pool)) };
	}

	const asked = questionOf(openSlotOf(session, body.question_id), pool);
	// Side by side: this is what a person waits for.
	const [question, seen] = await Promise.all([
		personalQuestion(tx, profile.id, asked),
		tx.get('seen', [profile.id, asked.id])
	]);
	const stamp = stampOf(profile, now, deps);
	const answer = {
		text: skipped && body.skipped ? '' : body.answer,
		response_seconds: Math.min(body.response_time, MAX_RESPONSE_SECONDS),
		skipped,
		...(skipped || body.confidence === undefined ? {} : { confidence: body.confidence })
	};
	const plain = await declineActivity(tx, stamp, session);
	const stored = await receiveAnswer(tx, stamp, plain, question, answer, seen);
	if (!skipped) {
		await remember(tx, context, null, stored.given.id);
		return {
			kind: 'received',
			given: stored.given,
			question,
			keyWasShown: keyWasShown(seen)
		};
	}

	const secret = isSecret(session);
	const reply: Reply<Route> = {
		status: 200,
		body: {
			answer: presentGiven(stored.given, 'skipped'),
			grade: null,
			answer_key: secret ? null : presentKey(question),
			mastery: secret ? null : await masteryOf(tx, stored.given),
			follow_up: null,
			...(await goOn(tx, context, deps, stored.session, pool))
		}
	};
	await remember(tx, context, reply, stored.given.id);
	return { kind: 'reply', reply };
}

/** Stores what came of measuring, and opens the next question. */
async function settle(
	tx: WriteTx,
	context: AnswerContext,
	deps: Deps,
	pool: QuestionPool,
	{ given, question }: Received,
	grade: Grade | null
): Promise<Reply<Route>> {
	const { profile, params, now } = context;
	const session = await findSession(tx, profile.id, params.id);
	const stamp = stampOf(profile, now, deps);
	let reply: Reply<Route>;
	if (grade === null) {
		reply = {
			status: 202,
			body: {
				answer: presentGiven(given, 'waiting'),
				...(await goOn(tx, context, deps, session, pool))
			}
		};
	} else {
		const stored = await storeGrade(tx, stamp, session, given, grade, pool, given.text);
		const secret = isSecret(session);
		const state = stored.grade.state === 'final' ? 'graded' : 'provisional';
		reply = {
			status: 200,
			body: {
				answer: presentGiven(given, state),
				grade: secret ? null : presentGrade(stored.grade, question),
				answer_key: secret ? null : presentKey(question),
				mastery: secret ? null : await masteryOf(tx, given),
				follow_up: followUpOf(session, stored.grade, question, pool),
				...(await goOn(tx, context, deps, stored.session, pool))
			}
		};
	}
	await remember(tx, context, reply, given.id);
	return reply;
}

/** @returns whether the question is to be recorded as skipped */
function checkAnswer({ body }: AnswerContext): boolean {
	checkLength(body.answer);
	if (body.skipped) return true;
	const verdict = gradable(body.answer);
	if (verdict.kind === 'blank')
		throw invalidField('answer', 'there is nothing to grade yet; write something, or skip');
	return verdict.kind === 'dont_know';
}

async function answerOf(
	tx: WriteTx,
	profileId: string,
	answerId: string,
	pool: QuestionPool
): Promise<Omit<Received, 'kind'>> {
	const given = await tx.get('events', answerId);
	if (given?.kind !== 'answer_given') throw new RangeError(`no answer ${answerId} in the log`);
	const question = pool.find(given.question.id);
	if (question === undefined) throw new RangeError(`no question ${given.question.id} in its pack`);
	const waiting = await tx.get('waiting', answerId);
	return {
		given,
		question: await personalQuestion(tx, profileId, question),
		keyWasShown: waiting?.key_was_shown ?? false
	};
}

async function masteryOf(tx: WriteTx, given: EventOf<'answer_given'>) {
	const state = await readMastery(tx, given.profile_id, given.topic);
	return state === undefined ? null : presentMastery(state);
}

/** Keeps the reply, or that the answer was received, under the key of the request. */
async function remember(
	tx: WriteTx,
	{ idempotency, profile, now }: AnswerContext,
	reply: Reply<Route> | null,
	answerId: string
): Promise<void> {
	if (idempotency === null) return;
	await keepReply(tx, {
		profile_id: profile.id,
		key: idempotency.key,
		request_hash: idempotency.requestHash,
		at_ms: now.at_ms,
		reply:
			reply === null || 'repeated' in reply
				? null
				: { status: reply.status, body: JSON.stringify(reply.body) },
		answer_id: answerId
	});
}
