import type { OpenQuestion } from '$lib/contract/sessions';
import { conceptMastery } from '$lib/domain/mastery/concepts';
import { createRandom } from '$lib/domain/random';
import {
	pickQuestion,
	type LearnerView,
	type PickReason
} from '$lib/domain/selection/pick-question';
import type { Question } from '$lib/domain/types';
import type { LoadedPack } from '$lib/packs/load-packs';
import { showQuestion, type Stamp } from '$lib/store/actions/sessions';
import { readMarks } from '$lib/store/actions/marks';
import { readMastery } from '$lib/store/actions/mastery';
import type { SessionRecord } from '$lib/store/records';
import type { ReadTx, WriteTx } from '$lib/store/store';
import { personalQuestion } from './personal-question';
import { presentQuestion } from './present';
import { presentHints } from './present-coaching';
import { questionIn } from './packs';

export interface ShownQuestion {
	readonly session: SessionRecord;
	/** Null at the end of the session, or when the pool is used up. */
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
	pack: LoadedPack
): Promise<ShownQuestion> {
	const isOpen = session.slots.some((slot) => slot.outcome === 'open');
	if (isOpen || session.completed_at_ms !== null || session.slots.length >= session.question_count)
		return { session, shown: await openQuestionOf(tx, session, pack) };

	// Side by side: this is what a person waits for.
	const [hidden, learner] = await Promise.all([
		hiddenQuestions(tx, session.profile_id),
		learnerView(tx, stamp.profileId, pack.topic)
	]);
	const pool = pack.questions.filter(
		(question) => question.kind === session.session_type && !hidden.has(question.id)
	);
	const last = questionIn(pack, session.slots.at(-1)?.question_id);
	const pick = pickQuestion(
		pool,
		new Set(session.slots.map((slot) => slot.question_id)),
		last?.concepts ?? [],
		learner,
		stamp.now.at_ms,
		createRandom((session.seed + session.slots.length) % 2 ** 32)
	);
	const question = pool.find((candidate) => candidate.id === pick?.question_id);
	if (pick === null || question === undefined) return { session, shown: null };

	const [updated, personal] = await Promise.all([
		showQuestion(tx, stamp, session, question),
		personalQuestion(tx, stamp.profileId, question)
	]);
	return {
		session: updated,
		shown: {
			question: personal,
			open: present(question, updated, pack, reasonText(pick.reason, pack))
		}
	};
}

/** The open question of a session as a screen may know it. */
export async function openQuestionOf(
	tx: ReadTx,
	session: SessionRecord,
	pack: LoadedPack
): Promise<ShownQuestion['shown']> {
	const slot = session.slots.find((candidate) => candidate.outcome === 'open');
	const question = questionIn(pack, slot?.question_id);
	if (session.completed_at_ms !== null || question === undefined) return null;

	const [learner, personal] = await Promise.all([
		learnerView(tx, session.profile_id, pack.topic),
		personalQuestion(tx, session.profile_id, question)
	]);
	const concept = question.concepts[0] ?? '';
	const known = learner.concepts.get(concept);
	const reason: PickReason =
		known === undefined
			? { kind: 'new', concept }
			: { kind: 'practice', concept, mastery: known.mastery };
	return {
		question: personal,
		open: present(question, session, pack, reasonText(reason, pack))
	};
}

async function hiddenQuestions(tx: ReadTx, profileId: string): Promise<ReadonlySet<string>> {
	const marks = await readMarks(tx, profileId);
	return new Set(marks.filter((mark) => mark.hidden).map((mark) => mark.question_id));
}

async function learnerView(tx: ReadTx, profileId: string, topic: string): Promise<LearnerView> {
	const [mastery, seen] = await Promise.all([
		readMastery(tx, profileId, topic),
		tx.select('seen', 'by_topic', { prefix: [profileId, topic] })
	]);
	return {
		current_difficulty: mastery?.current_difficulty ?? 'medium',
		concepts: new Map(
			Object.entries(mastery?.concepts ?? {}).map(([name, concept]) => [
				name,
				{ mastery: conceptMastery(concept), attempts: concept.attempts }
			])
		),
		lastShownMs: new Map(seen.map((record) => [record.question_id, record.last_shown_ms]))
	};
}

function present(
	question: Question,
	session: SessionRecord,
	pack: LoadedPack,
	reason: string
): OpenQuestion {
	const slot = session.slots.find((candidate) => candidate.question_id === question.id);
	if (slot === undefined) throw new RangeError(`question ${question.id} is not in this session`);
	return {
		...presentQuestion(question, session, slot, pack.title),
		reason,
		...presentHints(question, slot)
	};
}

function reasonText(reason: PickReason, pack: LoadedPack): string {
	const title = pack.conceptTitles.get(reason.concept) ?? reason.concept;
	switch (reason.kind) {
		case 'new':
			return `New: ${title}`;
		case 'weak':
			return `Weak: ${title}, ${reason.mastery.toFixed(2)} after ${String(reason.attempts)} ${reason.attempts === 1 ? 'answer' : 'answers'}`;
		case 'practice':
			return `Practice: ${title}, ${reason.mastery.toFixed(2)} so far`;
	}
}
