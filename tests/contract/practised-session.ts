import { expect } from 'vitest';
import type { Deps } from '$lib/api/deps';
import type { Measurement } from '$lib/embedder/embedder';
import type { Question } from '$lib/domain/types';
import { replayDerived } from '$lib/store/actions/mastery';
import {
	byWords,
	createTestDeps,
	createWordEmbedder,
	questionsById,
	sendTo,
	signIn,
	type Reply,
	type Send
} from '../support/api-fixture';

const questions = questionsById();

/** What the model answers while it is not there yet. */
export const NOT_READY: Measurement = { kind: 'not_ready', retry_after_seconds: 2 };

/** A profile of its own with a session on databases open, played through the handlers. */
export interface PractisedSession {
	readonly deps: Deps;
	readonly send: Send;
	/** `api/sessions/<id>` of the session that was begun last. */
	readonly path: string;
	/** The question that is open. */
	readonly question: Question;
	/** What the model answers instead of measuring; null where it is there. */
	away: Measurement | null;
	/** Begins another session of fifteen questions. */
	begin(): Promise<void>;
	answer(text: string, more?: object): Promise<Reply>;
	/** Answers the open question and goes on to the next one. */
	answerAndGoOn(text: string, more?: object): Promise<Reply>;
	/** The session as the API shows it. */
	detail(): Promise<any>;
	/** The mastery of databases as the API shows it. */
	mastery(): Promise<any>;
}

/** Signs in and begins a session. */
export async function practiseSession(): Promise<PractisedSession> {
	let away: Measurement | null = null;
	let path = '';
	let question: Question | null = null;
	const deps = createTestDeps({
		embedder: createWordEmbedder((rubric, answer) => away ?? byWords(rubric, answer))
	});
	const send = await signIn(sendTo(deps));
	const open = () => {
		if (question === null) throw new Error('no question is open');
		return question;
	};

	const session: PractisedSession = {
		deps,
		send,
		get path() {
			return path;
		},
		get question() {
			return open();
		},
		get away() {
			return away;
		},
		set away(measurement) {
			away = measurement;
		},
		async begin() {
			const { body } = await send('POST', 'api/sessions', {
				session_type: 'technical',
				topic: 'databases',
				question_count: 15
			});
			path = `api/sessions/${String(body.session.id)}`;
			question = known(body.question.id);
		},
		answer: (text, more = {}) =>
			send('POST', `${path}/answers`, { question_id: open().id, answer: text, ...more }),
		async answerAndGoOn(text, more = {}) {
			const reply = await session.answer(text, more);
			expect(reply.status).toBe(200);
			if (reply.body.next_question !== null) question = known(reply.body.next_question.id);
			return reply;
		},
		detail: async () => (await send('GET', path)).body,
		mastery: async () => (await send('GET', 'api/adaptive/mastery/databases')).body.mastery
	};
	await session.begin();
	return session;
}

function known(id: string): Question {
	const found = questions.get(id);
	if (found === undefined) throw new Error(`no question ${id}`);
	return found;
}

export const modelAnswer = (of: Question) => of.expected[0] ?? '';

/** The last wordings of all points: a full answer in other words. */
export const reworded = (of: Question) =>
	of.points.map(({ wordings }) => wordings.at(-1)).join(' ');

/** The stored mastery is what a replay of the events gives. */
export async function expectReplayed({ deps }: PractisedSession): Promise<void> {
	await deps.store.read(['mastery', 'events'], async (tx) => {
		for (const { profile_id, ...state } of await tx.all('mastery'))
			expect((await replayDerived(tx, profile_id, state.topic)).state).toEqual(state);
	});
}
