import { gradeAnswer } from '$lib/domain/grading/grade-answer';
import { capForHints } from '$lib/domain/grading/guards/hints';
import { gradeByKeywords } from '$lib/domain/grading/grade-by-keywords';
import type { Grade } from '$lib/domain/grading/types';
import type { Question, Rubric } from '$lib/domain/types';
import type { Embedder } from '$lib/embedder/embedder';
import { rubricOf } from '$lib/packs/load-packs';
import { latestGrades } from './summarise';
import { recordGrade } from '$lib/store/actions/answers';
import type { Stamp } from '$lib/store/actions/sessions';
import { readSessionEvents } from '$lib/store/actions/sessions';
import type { EventOf } from '$lib/store/event-records';
import type { SessionRecord } from '$lib/store/records';
import type { WriteTx } from '$lib/store/store';
import type { MasteryState } from '$lib/domain/mastery/types';
import { answerHistory } from '$lib/store/actions/answer-history';
import { correctGrade } from '$lib/domain/grading/correct-grade';
import { summaryNow } from './session-view';
import type { QuestionPool } from './packs';

/**
 * Measures and grades; null while the model is on its way. Stores nothing.
 *
 * @param hints shown before the answer was given: they cap its score
 */
export async function measureGrade(
	embedder: Embedder,
	question: Question,
	text: string,
	keyWasShown: boolean,
	hints = 0
): Promise<Grade | null> {
	const shownTexts = keyWasShown ? question.expected : [];
	const measured = await measureRubric(embedder, question, text, shownTexts);
	return measured === null ? null : capForHints(measured, hints);
}

/**
 * The same for any rubric. What is worked out for a rubric is kept with the object: hand over the
 * same one again.
 *
 * @param shownTexts model answers that the person had seen before answering
 */
export async function measureRubric(
	embedder: Embedder,
	rubric: Rubric,
	text: string,
	shownTexts: readonly string[] = []
): Promise<Grade | null> {
	const measured = await embedder.measure(rubricOf(rubric), text);
	switch (measured.kind) {
		case 'evidence':
			return gradeAnswer(measured.evidence, rubric, text, shownTexts);
		case 'unavailable':
			// Not yet agreed to, or stopped on this text: the model may still come.
			return measured.code === 'not_loaded' || measured.code === 'stopped'
				? null
				: gradeByKeywords(rubric, text, shownTexts);
		case 'not_ready':
			return null;
	}
}

export interface StoredGrade {
	readonly session: SessionRecord;
	readonly grade: Grade;
	/** Null where the grade moved nothing. */
	readonly mastery: MasteryState | null;
}

/**
 * Stores a grade unless the answer has got its final one meanwhile (two pages may measure the same
 * answer), or was edited since: then what is there stands. Corrections made while the grade was
 * provisional hold for the final one. A finished session's summary follows.
 *
 * @param text what was measured
 */
export async function storeGrade(
	tx: WriteTx,
	stamp: Stamp,
	session: SessionRecord,
	given: EventOf<'answer_given'>,
	measured: Grade,
	pool: QuestionPool,
	text: string
): Promise<StoredGrade> {
	const pending = await tx.get('waiting', given.id);
	if (pending === undefined || (pending.text ?? given.text) !== text) {
		const known = latestGrades(await readSessionEvents(tx, session)).get(given.id);
		return { session, grade: known?.grade ?? measured, mastery: null };
	}
	const grade = await withClaims(tx, session, given, measured, pool);
	const stored = await recordGrade(tx, stamp, session, given, grade);
	if (stored.session.completed_at_ms === null) return { ...stored, grade };

	const finished: SessionRecord = {
		...stored.session,
		summary: await summaryNow(tx, stored.session, pool)
	};
	await tx.put('sessions', finished);
	return { session: finished, grade, mastery: stored.mastery };
}

/** Only an answer that had a provisional grade can have been corrected before its final one. */
async function withClaims(
	tx: WriteTx,
	session: SessionRecord,
	given: EventOf<'answer_given'>,
	measured: Grade,
	pool: QuestionPool
): Promise<Grade> {
	const slot = session.slots.find((candidate) => candidate.answer_id === given.id);
	const question = pool.find(given.question.id);
	if (slot?.outcome !== 'provisional' || question === undefined) return measured;
	const history = answerHistory(await readSessionEvents(tx, session), given.id);
	return correctGrade(measured, question, history?.overrides ?? []);
}
