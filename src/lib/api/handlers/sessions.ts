import type { createSessionRequest, SessionDetail } from '$lib/contract/sessions';
import type { z } from '$lib/contract/schema';
import { answerHistory, type AnswerHistory } from '$lib/store/actions/answer-history';
import { readMarks } from '$lib/store/actions/marks';
import { clearOldReplies } from '$lib/store/actions/replies';
import {
	openSlot,
	readSessionEvents,
	SESSION_TABLES,
	startSession
} from '$lib/store/actions/sessions';
import type { PackSource } from '$lib/packs/load-packs';
import type { Focus } from '$lib/domain/selection/types';
import type { EventRecord } from '$lib/store/event-records';
import type { MarkRecord, SessionRecord } from '$lib/store/records';
import { presentPractised } from '../activities/present';
import { ApiError, invalidField } from '../api-error';
import { stampOf, writeOnce, type Handler } from '../context';
import { chooseNext, openQuestionOf, readChoices } from '../next-question';
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
import { topicMemoryOf } from '../topic-memory';
import { askedTopics, findSession, isSecret, liveSummary, summaryNow } from '../session-view';
import { rubricOf } from '$lib/packs/load-packs';
import { poolOf, type QuestionPool } from '../packs';
import { newSession } from '../new-session';

export const createSession: Handler<'POST /api/sessions'> = async (context, deps) => {
	const { body, profile, now } = context;
	const { pool, topics } = await poolFor(body, deps.packs);
	const stamp = stampOf(profile, now, deps);
	const seed = deps.random.seed();
	void deps.packs.keepAll();

	const tables = [...SESSION_TABLES, 'replies'] as const;
	return writeOnce<'POST /api/sessions'>(context, deps, tables, async (tx) => {
		await clearOldReplies(tx, now.at_ms);
		const memory = topicMemoryOf(deps.store);
		const kind = { profile_id: profile.id, session_type: body.session_type, topics };
		const choices = await readChoices(tx, kind, pool, now, memory);
		const wanted = newSession(body, profile, { topics, seed }, choices, now.at_ms);
		const started = await startSession(tx, stamp, wanted);
		const { session, shown } = await chooseNext(tx, stamp, started, pool, choices);
		if (shown === null) throw new ApiError(409, nothingToAsk(body.focus, topics, pool));
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
	const pool = await poolOf(packs, session.topics);
	const { detail, rubric } = await store.read(
		['sessions', 'events', 'mastery', 'seen', 'drafts', 'marks', 'wordings'],
		async (tx) => {
			const present = await findSession(tx, profile.id, params.id);
			const shown = await openQuestionOf(tx, present, pool);
			const kept = await tx.get('drafts', [profile.id, present.id]);
			const draft = kept?.question_id === shown?.open.id ? kept : undefined;
			const events = await readSessionEvents(tx, present);
			const body: SessionDetail = {
				session: presentSession(present),
				answers: answersOf(present, events, pool, await readMarks(tx, profile.id)),
				activities: presentPractised(events, pool),
				question: shown?.open ?? null,
				draft: draft?.text ?? null,
				seconds: draft?.seconds ?? 0,
				topics: [...present.topics],
				asked_topics: askedTopics(present),
				focus: present.focus ?? 'adaptive',
				time_limit: present.time_limit ?? null,
				end_reason: present.end_reason ?? null,
				summary: presentSummary(
					present.summary ??
						(isSecret(present) ? liveSummary(present) : await summaryNow(tx, present, pool))
				)
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
	const pool = await poolOf(deps.packs, known.topics);
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
					summary: presentSummary(completed.summary ?? (await summaryNow(tx, completed, pool)))
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
					summary: await summaryNow(tx, open, pool)
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
		const open = openSlot(session);
		if (session.completed_at_ms !== null || open?.question_id !== body.question_id)
			throw new ApiError(409, 'This question is not open any more; nothing was kept.');
		await tx.put('drafts', {
			profile_id: profile.id,
			session_id: session.id,
			question_id: body.question_id,
			text: body.text,
			...(body.seconds === undefined ? {} : { seconds: body.seconds }),
			at_ms: now.at_ms
		});
	});
	return { status: 200, body: { saved_at: utc(now.at_ms) } };
};

async function poolFor(
	{ session_type, topic, topics: several }: z.output<typeof createSessionRequest>,
	packs: PackSource
): Promise<{ readonly pool: QuestionPool; readonly topics: readonly string[] }> {
	const topics = [...new Set(topic === undefined ? several : [topic])];
	const field = topic === undefined ? 'topics' : 'topic';
	const pool = await poolOf(packs, topics);
	const [unknown] = pool.missing;
	if (unknown !== undefined)
		throw invalidField(field, `there is no topic "${unknown}"; GET api/topics lists them`);
	if (session_type === 'coding' || session_type === 'debugging')
		throw invalidField(
			'session_type',
			`"${topics.join('", "')}" has no ${session_type} questions on this device; use "technical" or "mock"`
		);
	return { pool, topics };
}

function nothingToAsk(focus: Focus, topics: readonly string[], pool: QuestionPool): string {
	const where = topics.map((topic) => `"${pool.topicTitle(topic)}"`).join(', ');
	switch (focus) {
		case 'missed':
			return `There is nothing in ${where} that was answered and missed last time. Start an ordinary session.`;
		case 'due':
			return `Nothing is due for review in ${where} now. Start an ordinary session.`;
		case 'adaptive':
			return `Every question of ${where} is hidden; show some again on the history page.`;
	}
}

function answersOf(
	session: SessionRecord,
	events: readonly EventRecord[],
	pool: QuestionPool,
	marks: readonly MarkRecord[]
): SessionDetail['answers'] {
	const secret = isSecret(session);
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
		const question = pool.find(given.question.id);
		const mark = marks.find((candidate) => candidate.question_id === given.question.id);
		const answer = presentAnswer(history);
		return {
			question: presentQuestion(given.question, session, slot, pool.topicTitle(given.topic)),
			answer,
			grade: grade === null || secret ? null : presentGrade(grade, question),
			answer_key: secret || (grade === null && !given.skipped) ? null : presentKey(question),
			response_time: answer.response_time,
			overrides: overrides.map(presentOverride),
			history: secret ? [] : presentHistory(history),
			follow_up: history.followUp === null ? null : presentFollowUp(history.followUp),
			mark: mark === undefined ? null : presentMark(mark)
		};
	}
}
