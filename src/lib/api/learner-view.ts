import { conceptMastery } from '$lib/domain/mastery/concepts';
import type { MasteryState } from '$lib/domain/mastery/types';
import type { LearnerView, SeenQuestion, TopicView } from '$lib/domain/selection/types';
import { readMastery } from '$lib/store/actions/mastery';
import type { SeenRecord } from '$lib/store/records';
import type { ReadTx } from '$lib/store/store';

export interface Learner extends LearnerView {
	/** Mean over the answers in these topics; 0 without any. */
	readonly seconds_an_answer: number;
}

/** What selection needs to know of a person in some topics. */
export async function learnerView(
	tx: ReadTx,
	profileId: string,
	topics: readonly string[]
): Promise<Learner> {
	const read = await Promise.all(
		topics.map(async (topic) => {
			const [mastery, seen] = await Promise.all([
				readMastery(tx, profileId, topic),
				tx.select('seen', 'by_topic', { prefix: [profileId, topic] })
			]);
			return { topic, mastery, seen };
		})
	);
	const answers = read.reduce((sum, { mastery }) => sum + (mastery?.questions_attempted ?? 0), 0);
	const seconds = read.reduce((sum, { mastery }) => sum + (mastery?.response_seconds_sum ?? 0), 0);
	return {
		topics: new Map(
			read.map(({ topic, mastery, seen }) => [topic, topicView(topic, mastery, seen)])
		),
		seen: new Map(
			read.flatMap(({ seen }) => seen.map((record) => [record.question_id, seenQuestion(record)]))
		),
		seconds_an_answer: answers === 0 ? 0 : seconds / answers
	};
}

function topicView(
	topic: string,
	mastery: MasteryState | undefined,
	seen: readonly SeenRecord[]
): TopicView {
	return {
		topic,
		current_difficulty: mastery?.current_difficulty ?? 'medium',
		shown_count: seen.reduce((sum, { times_shown }) => sum + times_shown, 0),
		concepts: new Map(
			Object.entries(mastery?.concepts ?? {}).map(([name, concept]) => [
				name,
				{
					mastery: conceptMastery(concept),
					attempts: concept.attempts,
					stagnation_count: concept.stagnation_count,
					last_seen_ms: concept.last_seen_ms,
					due_ms: null,
					rests_until_ms: null
				}
			])
		)
	};
}

function seenQuestion(record: SeenRecord): SeenQuestion {
	return {
		last_shown_ms: record.last_shown_ms,
		shown_number: record.shown_number ?? 0,
		times_shown: record.times_shown,
		last_score: record.last_score,
		sure_miss: false,
		due_ms: null
	};
}
