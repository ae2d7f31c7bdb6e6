import type { createSessionRequest, SessionDetail } from '$lib/contract/sessions';
import type { z } from '$lib/contract/schema';
import { answerHistory, type AnswerHistory } from '$lib/store/actions/answer-history';
import { readMarks } from '$lib/store/actions/marks';
import { clearOldReplies } from '$lib/store/actions/replies';
import { readSessionEvents, SESSION_TABLES, startSession } from '$lib/store/actions/sessions';
import type { EventRecord, MarkRecord, SessionRecord } from '$lib/store/records';
import { ApiError, invalidField } from '../api-error';
import { stampOf, writeOnce, type Handler } from '../context';
import { openNextQuestion, openQuestionOf } from '../next-question';
import { presentFollowUp } from '../present-coaching';
import {
	presentAnswer,
	presentGrade,
	presentHistory,
	presentKey,
	presentMark,
	presentOverride,
	presentQuestion,
	presentSession,
	presentSummary,
	utc
} from '../present';
import { findSession, summaryNow } from '../session-view';
import type { LoadedPack, PackSource } from '$lib/packs/load-packs';
import { rubricOf } from '$lib/packs/load-packs';
import { questionIn } from '../packs';

export const createSession: Handler<'POST /api/sessions'> = async (context, deps) => {
	const { body, profile, now } = context;
	const pack = await packFor(body, deps.packs);
	const stamp = stampOf(profile, now, deps);
	const seed = deps.random.seed();
	void deps.packs.keepAll();

	const tables = [...SESSION_TABLES, 'replies'] as const;
	return writeOnce<'POST /api/sessions'>(context, deps, tables, async (tx) => {
		await clearOldReplies(tx, now.at_ms);
		const started = await startSession(tx, stamp, {
			session_type: body.session_type,
			topics: [body.topic],
			seed,
			question_count: Math.min(
				body.question_count ?? profile.settings.question_count,
				pack.questions.length
			)
		});
		const { session, shown } = await openNextQuestion(tx, stamp, started, pack);
		if (shown === null)
			throw new ApiError(
				409,
				`Every question of "${pack.title}" is hidden; show some again on the history page.`
			);
		deps.embedder.prepare(rubricOf(shown.question));
		return {
			status: 201,
			body: { session: presentSession(session), question: shown.open }
		};
	});
};

export const showSession: Handler<'GET /api/sessions/:id'> = async (
	{ params, profile },
	{ store, packs, embedder }
) => {
	const session = await store.read(['sessions'], (tx) => findSession(tx, profile.id, params.id));
	const pack = await packs.load(session.topic);
	const { detail, rubric } = await store.read(
		['sessions', 'events', 'mastery', 'seen', 'drafts', 'marks', 'wordings'],
		async (tx) => {
			const present = await findSession(tx, profile.id, params.id);
			const shown = pack === undefined ? null : await openQuestionOf(tx, present, pack);
			const draft = await tx.get('drafts', [profile.id, present.id]);
			const body: SessionDetail = {
				session: presentSession(present),
				answers: answersOf(
					present,
					await readSessionEvents(tx, present),
					pack,
					await readMarks(tx, profile.id)
				),
				question: shown?.open ?? null,
				draft: draft !== undefined && draft.question_id === shown?.open.id ? draft.text : null,
				summary: presentSummary(present.summary ?? (await summaryNow(tx, present, pack)))
			};
			return { detail: body, rubric: shown === null ? null : rubricOf(shown.question) };
		}
	);
	if (rubric !== null) embedder.prepare(rubric);
	return { status: 200, body: detail };
};

export const completeSession: Handler<'POST /api/sessions/:id/complete'> = async (
	context,
	deps
) => {
	const { params, profile, now } = context;
	const known = await deps.store.read(['sessions'], (tx) => findSession(tx, profile.id, params.id));
	const pack = await deps.packs.load(known.topic);
	const stamp = stampOf(profile, now, deps);

	return writeOnce<'POST /api/sessions/:id/complete'>(
		context,
		deps,
		['sessions', 'events', 'mastery', 'drafts'],
		async (tx) => {
			const session = await findSession(tx, profile.id, params.id);
			const completed = session.completed_at_ms !== null ? session : await complete(session);
			return {
				status: 200,
				body: {
					session: presentSession(completed),
					summary: presentSummary(completed.summary ?? (await summaryNow(tx, completed, pack)))
				}
			};

			async function complete(open: SessionRecord): Promise<SessionRecord> {
				await tx.add('events', {
					kind: 'session_completed',
					id: stamp.createId(now.at_ms),
					profile_id: profile.id,
					session: open.ulid,
					topic: open.topic,
					...now
				});
				await tx.delete('drafts', [profile.id, open.id]);
				const record: SessionRecord = {
					...open,
					completed_at_ms: now.at_ms,
					summary: await summaryNow(tx, open, pack)
				};
				await tx.put('sessions', record);
				return record;
			}
		}
	);
};

export const keepDraft: Handler<'PUT /api/sessions/:id/draft'> = async (
	{ params, profile, body, now },
	{ store }
) => {
	await store.write(['sessions', 'drafts'], async (tx) => {
		const session = await findSession(tx, profile.id, params.id);
		const open = session.slots.find((slot) => slot.outcome === 'open');
		if (session.completed_at_ms !== null || open?.question_id !== body.question_id)
			throw new ApiError(409, 'This question is not open any more; nothing was kept.');
		await tx.put('drafts', {
			profile_id: profile.id,
			session_id: session.id,
			question_id: body.question_id,
			text: body.text,
			at_ms: now.at_ms
		});
	});
	return { status: 200, body: { saved_at: utc(now.at_ms) } };
};

async function packFor(
	{ session_type, topic }: z.output<typeof createSessionRequest>,
	packs: PackSource
): Promise<LoadedPack> {
	const pack = await packs.load(topic);
	if (pack === undefined)
		throw invalidField('topic', `there is no topic "${topic}"; GET api/topics lists them`);
	if (session_type !== 'technical' || !pack.questions.some((q) => q.kind === session_type))
		throw invalidField(
			'session_type',
			`"${topic}" has no ${session_type} questions on this device; use "technical"`
		);
	return pack;
}

function answersOf(
	session: SessionRecord,
	events: readonly EventRecord[],
	pack: LoadedPack | undefined,
	marks: readonly MarkRecord[]
): SessionDetail['answers'] {
	return events.flatMap((event) => {
		if (event.kind !== 'answer_given') return [];
		const slot = session.slots.find((candidate) => candidate.answer_id === event.id);
		const history = answerHistory(events, event.id);
		return slot === undefined || history === undefined ? [] : [answerOf(history, slot)];
	});

	function answerOf(
		history: AnswerHistory,
		slot: SessionRecord['slots'][number]
	): SessionDetail['answers'][number] {
		const { given, grade, overrides } = history;
		const question = questionIn(pack, given.question.id);
		const mark = marks.find((candidate) => candidate.question_id === given.question.id);
		const answer = presentAnswer(history);
		return {
			question: presentQuestion(given.question, session, slot, pack?.title ?? given.topic),
			answer,
			grade: grade === null ? null : presentGrade(grade, question),
			answer_key: grade === null && !given.skipped ? null : presentKey(question),
			response_time: answer.response_time,
			overrides: overrides.map(presentOverride),
			history: presentHistory(history),
			follow_up: history.followUp === null ? null : presentFollowUp(history.followUp),
			mark: mark === undefined ? null : presentMark(mark)
		};
	}
}
