import { isSureMiss, type RatedOutcome } from '$lib/domain/mastery/confidence';
import type { EventRecord } from '../event-records';
import type { ReadTx, WriteTx } from '../store';
import { entriesOf } from './mastery';

/**
 * Brings `sure_miss` of a topic's questions in step with what the events now say. It reads the
 * whole topic, so it is for what is rare: a sure miss, its end, and corrections.
 */
export async function followSureMisses(
	tx: WriteTx,
	profileId: string,
	topic: string
): Promise<void> {
	const [missed, seen] = await Promise.all([
		sureMisses(tx, profileId, topic),
		tx.select('seen', 'by_topic', { prefix: [profileId, topic] })
	]);
	for (const record of seen) {
		const isMissed = missed.has(record.question_id);
		if ((record.sure_miss ?? false) !== isMissed)
			await tx.put('seen', { ...record, sure_miss: isMissed });
	}
}

/** Ids of a topic's questions that were missed while the person was sure, from its events alone. */
async function sureMisses(
	tx: ReadTx,
	profileId: string,
	topic: string
): Promise<ReadonlySet<string>> {
	const events = await tx.select('events', 'by_topic', { prefix: [profileId, topic] });
	const missed = [...outcomesByQuestion(events)].filter(([, outcomes]) => isSureMiss(outcomes));
	return new Set(missed.map(([question]) => question));
}

/** Answers that count now, with their grade, by question; in the order given, whenever graded. */
function outcomesByQuestion(events: readonly EventRecord[]): Map<string, RatedOutcome[]> {
	const questions = new Map(
		events.flatMap((event) =>
			event.kind === 'answer_given' ? [[event.id, event.question.id]] : []
		)
	);
	const outcomes = new Map<string, RatedOutcome[]>();
	for (const entry of entriesOf(events)) {
		const question = questions.get(entry.id);
		if (entry.kind !== 'answer' || question === undefined) continue;
		const known = outcomes.get(question) ?? [];
		outcomes.set(question, [...known, { confidence: entry.confidence, correct: entry.correct }]);
	}
	return outcomes;
}
