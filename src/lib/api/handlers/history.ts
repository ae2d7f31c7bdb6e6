import { answerHistory, outcomeOf } from '$lib/store/actions/answer-history';
import { readSession, readSessionEvents } from '$lib/store/actions/sessions';
import type { EventOf } from '$lib/store/event-records';
import type { SessionRecord } from '$lib/store/records';
import type { ReadTx, Selection } from '$lib/store/store';
import { ApiError } from '../api-error';
import type { Context, Handler } from '../context';
import { presentAnswer, presentSession, presentSummary, ratio3 } from '../present';
import { askedTopics, isSecret, liveSummary } from '../session-view';

interface PageQuery {
	readonly limit: number;
	readonly before?: number | undefined;
}

export const listSessions: Handler<'GET /api/sessions'> = async ({ profile, query }, { store }) => {
	const sessions = await store.read(['sessions'], (tx) =>
		selectSessions(tx, profile.id, { type: query.type }, query)
	);
	return { status: 200, body: { sessions: sessions.map(presentSession) } };
};

export const history: Handler<'GET /api/history'> = async ({ profile, query }, { store }) => {
	const { type, topic } = query;
	// One more than asked for says whether the list goes on.
	const found = await store.read(['sessions'], (tx) =>
		selectSessions(tx, profile.id, { type, topic }, { ...query, limit: query.limit + 1 })
	);
	const sessions = found.slice(0, query.limit);
	return {
		status: 200,
		body: {
			sessions: sessions.map((session) => ({
				...presentSession(session),
				feedback: presentSummary(session.summary ?? liveSummary(session)),
				asked_topics: askedTopics(session)
			})),
			next: found.length > sessions.length ? (sessions.at(-1)?.id ?? null) : null
		}
	};
};

/** Sessions newest first, by the index that fits the filter. */
async function selectSessions(
	tx: ReadTx,
	profileId: string,
	{ type, topic }: { type?: SessionRecord['session_type'] | undefined; topic?: string | undefined },
	{ limit, before }: PageQuery
): Promise<SessionRecord[]> {
	const mark = before === undefined ? undefined : await readSession(tx, profileId, before);
	if (before !== undefined && mark === undefined)
		throw new ApiError(404, `before: there is no session ${String(before)} in this profile.`);
	const page = (key: readonly string[], size: number, last = mark): Selection => ({
		prefix: key,
		direction: 'prev',
		limit: size,
		...(last === undefined ? {} : { before: [...key, last.created_at_ms, last.id] })
	});

	if (topic === undefined)
		return type === undefined
			? tx.select('sessions', 'by_profile', page([profileId], limit))
			: tx.select('sessions', 'by_type', page([profileId, type], limit));
	if (type === undefined) return tx.select('sessions', 'by_topic', page([profileId, topic], limit));

	// Both: the topic's sessions, a page at a time, until there are enough of the type.
	const found: SessionRecord[] = [];
	let last = mark;
	for (;;) {
		const next = await tx.select('sessions', 'by_topic', page([profileId, topic], limit, last));
		found.push(...next.filter((session) => session.session_type === type));
		last = next.at(-1);
		if (found.length >= limit || next.length < limit) return found.slice(0, limit);
	}
}

/** Answers that one request looks at, so that none takes long. */
const LOOKED_AT = 2000;

export const searchAnswers: Handler<'GET /api/answers'> = (context, { store }) =>
	store.read(['events', 'sessions'], async (tx) => {
		const { profile, query } = context;
		const edits = await latestTexts(tx, profile.id);
		const looked = await tx.select('events', 'by_kind', await selection(tx, context));
		const words = query.q.toLocaleLowerCase().split(/\s+/u).filter(Boolean);
		const found: EventOf<'answer_given'>[] = [];
		let next = looked.length < LOOKED_AT ? null : (looked.at(-1)?.id ?? null);
		for (const event of looked) {
			if (event.kind !== 'answer_given' || event.skipped) continue;
			if (query.topic !== undefined && event.topic !== query.topic) continue;
			const text = `${edits.get(event.id) ?? event.text}\n${event.question.prompt}`;
			if (!words.every((word) => text.toLocaleLowerCase().includes(word))) continue;
			if (found.length === query.limit) {
				next = found.at(-1)?.id ?? null;
				break;
			}
			found.push(event);
		}

		const answers = [];
		for (const given of found) {
			const [session] = await tx.select('sessions', 'by_ulid', { prefix: given.session, limit: 1 });
			if (session === undefined) continue;
			const known = answerHistory(await readSessionEvents(tx, session), given.id);
			if (known === undefined) continue;
			const counts = ['graded', 'provisional'].includes(outcomeOf(known));
			answers.push({
				answer: presentAnswer(known),
				session_id: session.id,
				topic: given.topic,
				question: { id: given.question.id, prompt: given.question.prompt },
				score:
					counts && !isSecret(session) && known.grade !== null ? ratio3(known.grade.score) : null
			});
		}
		return { status: 200, body: { answers, next } };
	});

async function selection(
	tx: ReadTx,
	{ profile, query }: Context<'GET /api/answers'>
): Promise<Selection> {
	const prefix = [profile.id, 'answer_given'];
	const newest: Selection = { prefix, direction: 'prev', limit: LOOKED_AT };
	if (query.before === undefined) return newest;
	const mark = await tx.get('events', query.before);
	if (mark?.kind !== 'answer_given' || mark.profile_id !== profile.id)
		throw new ApiError(404, `before: there is no answer ${query.before} in this profile.`);
	return { ...newest, before: [...prefix, mark.at_ms, mark.id] };
}

/** Edited answers with their latest text; few, beside all that were given. */
async function latestTexts(tx: ReadTx, profileId: string): Promise<Map<string, string>> {
	const edits = await tx.select('events', 'by_kind', { prefix: [profileId, 'answer_edited'] });
	return new Map(
		edits.flatMap((event) =>
			event.kind === 'answer_edited' ? [[event.answer_id, event.text] as const] : []
		)
	);
}
