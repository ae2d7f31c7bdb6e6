import type { AnswerResponse, OpenQuestion } from '$lib/contract/sessions';
import { chooseQuestion } from '$lib/domain/selection/choose-question';
import { createRandom } from '$lib/domain/random';
import type { ChoiceReason } from '$lib/domain/selection/types';
import type { Question, SessionType } from '$lib/domain/types';
import { readMarks } from '$lib/store/actions/marks';
import { openSlot, showQuestion, type Stamp } from '$lib/store/actions/sessions';
import { rubricOf } from '$lib/packs/load-packs';
import type { Instant } from '$lib/store/event-records';
import type { EndReason, ProfileRecord, SessionRecord, SlotRecord } from '$lib/store/records';
import type { ReadTx, WriteTx } from '$lib/store/store';
import { offerActivity } from './activities/offer';
import { presentOffer } from './activities/present';
import { stampOf } from './context';
import type { Deps } from './deps';
import { learnerView, type Learner } from './learner-view';
import type { QuestionPool } from './packs';
import { personalQuestion } from './personal-question';
import { presentQuestion } from './present';
import { expectedSeconds, READING_SECONDS } from '$lib/domain/session-time';
import { MOCK_REASON, reasonText } from './reason-text';
import { topicMemoryOf, type TopicMemory } from './topic-memory';
import { presentHints } from './present-coaching';

export interface ShownQuestion {
	readonly session: SessionRecord;
	/** Null at the end of the session: `session.end_reason` says why. */
	readonly shown: { readonly question: Question; readonly open: OpenQuestion } | null;
}

/**
 * Opens the next question of a session unless one is open or it is at its end. The choice depends
 * on nothing but the stored state, the time and the session's seed.
 */
export async function openNextQuestion(
	tx: WriteTx,
	stamp: Stamp,
	session: SessionRecord,
	pool: QuestionPool,
	memory: TopicMemory
): Promise<ShownQuestion> {
	if (session.completed_at_ms !== null || openSlot(session) !== undefined)
		return { session, shown: await openQuestionOf(tx, session, pool) };

	const choices = await readChoices(tx, session, pool, stamp.now, memory);
	return chooseNext(tx, stamp, session, pool, choices);
}

/** What a session's next question is chosen from. */
export interface Choices {
	/** Questions that it may ask. */
	readonly candidates: readonly Question[];
	readonly learner: Learner;
}

export async function readChoices(
	tx: ReadTx,
	session: Pick<SessionRecord, 'profile_id' | 'session_type'> & {
		readonly topics: readonly string[];
	},
	pool: QuestionPool,
	now: Instant,
	memory: TopicMemory
): Promise<Choices> {
	// Side by side: this is what a person waits for.
	const [candidates, learner] = await Promise.all([
		candidatesFor(tx, session.profile_id, session.session_type, pool),
		learnerView(tx, session.profile_id, session.topics, now, memory)
	]);
	return { candidates, learner };
}

/** Opens the next question of a session in which none is open, from what was read for it. */
export async function chooseNext(
	tx: WriteTx,
	stamp: Stamp,
	session: SessionRecord,
	pool: QuestionPool,
	{ candidates, learner }: Choices
): Promise<ShownQuestion> {
	if (session.slots.length > 0 && isTimeUp(session, learner.seconds_an_answer))
		return end(tx, session, 'time');

	if (session.slots.length >= session.question_count) {
		const asked = new Set(session.slots.map((slot) => slot.question_id));
		return end(tx, session, candidates.every(({ id }) => asked.has(id)) ? 'pool' : 'count');
	}
	const isMock = session.session_type === 'mock';
	const asked = session.slots.map((slot) => askedQuestion(slot, isMock));
	const choice = chooseQuestion(candidates, asked, learner, {
		focus: session.focus ?? 'adaptive',
		nowMs: stamp.now.at_ms,
		random: createRandom((session.seed + session.slots.length) % 2 ** 32)
	});
	const question = pool.find(choice?.question_id);
	if (choice === null || question === undefined) return end(tx, session, 'pool');

	const topic = learner.topics.get(question.topic);
	const { reason } = choice;
	const [updated, personal] = await Promise.all([
		showQuestion(tx, stamp, session, question, reason, (topic?.shown_count ?? 0) + 1).then(
			(shown) =>
				offerActivity(
					tx,
					stamp,
					shown,
					question,
					reason.concept,
					topic?.concepts.get(reason.concept)
				)
		),
		personalQuestion(tx, stamp.profileId, question)
	]);
	const slot = openSlot(updated);
	return {
		session: updated,
		shown:
			slot === undefined
				? null
				: { question: personal, open: presentOpen(question, updated, slot, pool) }
	};
}

/** Opens the next question as a reply tells of it, or says why none comes. */
export async function goOn(
	tx: WriteTx,
	{ profile, now }: { readonly profile: ProfileRecord; readonly now: Instant },
	deps: Deps,
	session: SessionRecord,
	pool: QuestionPool
): Promise<Pick<AnswerResponse, 'next_question' | 'end_reason'>> {
	const stamp = stampOf(profile, now, deps);
	const next = await openNextQuestion(tx, stamp, session, pool, topicMemoryOf(deps.store));
	if (next.shown !== null) deps.embedder.prepare(rubricOf(next.shown.question));
	return {
		next_question: next.shown?.open ?? null,
		end_reason: next.shown === null ? (next.session.end_reason ?? null) : null
	};
}

/** The open question of a session as a screen may know it. */
export async function openQuestionOf(
	tx: ReadTx,
	session: SessionRecord,
	pool: QuestionPool
): Promise<ShownQuestion['shown']> {
	const slot = openSlot(session);
	const question = pool.find(slot?.question_id);
	if (slot === undefined || question === undefined) return null;
	return {
		question: await personalQuestion(tx, session.profile_id, question),
		open: presentOpen(question, session, slot, pool)
	};
}

/** Questions that a session of a type may ask: a mock interview asks what a technical one asks. */
async function candidatesFor(
	tx: ReadTx,
	profileId: string,
	type: SessionType,
	pool: QuestionPool
): Promise<readonly Question[]> {
	const marks = await readMarks(tx, profileId);
	const hidden = new Set(marks.filter((mark) => mark.hidden).map((mark) => mark.question_id));
	const kind = type === 'mock' ? 'technical' : type;
	return pool.questions.filter((question) => question.kind === kind && !hidden.has(question.id));
}

/** Another question is opened only where it is likely to be answered in time. */
function isTimeUp(session: SessionRecord, secondsAnAnswer: number): boolean {
	if (session.time_limit === undefined) return false;
	if (session.session_type === 'mock') return session.duration_seconds >= session.time_limit;
	const spent = session.duration_seconds + READING_SECONDS * session.slots.length;
	return session.time_limit - spent < expectedSeconds(secondsAnAnswer) / 2;
}

async function end(
	tx: WriteTx,
	session: SessionRecord,
	end_reason: EndReason
): Promise<ShownQuestion> {
	if (session.end_reason === end_reason) return { session, shown: null };
	const ended: SessionRecord = { ...session, end_reason };
	await tx.put('sessions', ended);
	return { session: ended, shown: null };
}

/** Nothing comes back as missed where nobody has been told yet that it was. */
function askedQuestion({ question_id, outcome, correct }: SlotRecord, isSecret: boolean) {
	if (isSecret) return { question_id, missed: false };
	const isGraded = outcome === 'graded' || outcome === 'provisional';
	return { question_id, missed: outcome === 'skipped' || (isGraded && !correct) };
}

function presentOpen(
	question: Question,
	session: SessionRecord,
	slot: SlotRecord,
	pool: QuestionPool
): OpenQuestion {
	return {
		...presentQuestion(
			question,
			session,
			slot,
			pool.topicTitle(question.topic),
			mostQuestions(session, pool)
		),
		reason:
			session.session_type === 'mock'
				? MOCK_REASON
				: reasonText(slot.reason ?? unknownReason(question), pool),
		activity: presentOffer(slot.activity, (concept) => pool.conceptTitle(question.topic, concept)),
		...presentHints(question, slot)
	};
}

/** Every question at hand once, and those that came back. */
function mostQuestions({ slots }: SessionRecord, pool: QuestionPool): number {
	const returns = slots.length - new Set(slots.map((slot) => slot.question_id)).size;
	return pool.questions.length + returns;
}

/** For a question that was opened by a version which did not keep why. */
function unknownReason({ topic, concepts }: Question): ChoiceReason {
	return { kind: 'new', topic, concept: concepts[0] ?? topic };
}
