import { conceptMastery } from '$lib/domain/mastery/concepts';
import type { MasteryState } from '$lib/domain/mastery/types';
import { startOfDay } from '$lib/domain/reviews/local-days';
import type { LearnerView, SeenQuestion, TopicView } from '$lib/domain/selection/types';
import { restingConcepts } from '$lib/store/actions/activities';
import { readMastery } from '$lib/store/actions/mastery';
import { readTopicReviews } from '$lib/store/actions/reviews';
import type { Instant, ReviewRecord, SeenRecord } from '$lib/store/records';
import type { ReadTx } from '$lib/store/store';

export interface Learner extends LearnerView {
	/** Mean over the answers in these topics; 0 without any. */
	readonly seconds_an_answer: number;
}

/** What selection needs to know of a person in some topics. */
export async function learnerView(
	tx: ReadTx,
	profileId: string,
	topics: readonly string[],
	now: Instant
): Promise<Learner> {
	const read = await Promise.all(topics.map((topic) => readTopic(tx, profileId, topic, now)));
	const answers = read.reduce((sum, { mastery }) => sum + (mastery?.questions_attempted ?? 0), 0);
	const seconds = read.reduce((sum, { mastery }) => sum + (mastery?.response_seconds_sum ?? 0), 0);
	return {
		topics: new Map(read.map((topic) => [topic.topic, topicView(topic, now)])),
		seen: new Map(read.flatMap((topic) => seenQuestions(topic, now))),
		seconds_an_answer: answers === 0 ? 0 : seconds / answers
	};
}

interface TopicRead {
	readonly topic: string;
	readonly mastery: MasteryState | undefined;
	readonly seen: readonly SeenRecord[];
	readonly reviews: readonly ReviewRecord[];
	/** Concept → epoch milliseconds until when it rests. */
	readonly resting: ReadonlyMap<string, number>;
}

async function readTopic(
	tx: ReadTx,
	profileId: string,
	topic: string,
	now: Instant
): Promise<TopicRead> {
	// Side by side: each call that is awaited alone costs a way to the database and back.
	const [mastery, seen, reviews, resting] = await Promise.all([
		readMastery(tx, profileId, topic),
		tx.select('seen', 'by_topic', { prefix: [profileId, topic] }),
		readTopicReviews(tx, profileId, topic),
		restingConcepts(tx, profileId, topic, now.at_ms)
	]);
	return { topic, mastery, seen, reviews, resting };
}

function topicView({ topic, mastery, seen, reviews, resting }: TopicRead, now: Instant): TopicView {
	const due = dueTimes(reviews, 'concept', now);
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
					due_ms: due.get(name) ?? null,
					rests_until_ms: resting.get(name) ?? null
				}
			])
		)
	};
}

function seenQuestions({ seen, reviews }: TopicRead, now: Instant): [string, SeenQuestion][] {
	const due = dueTimes(reviews, 'question', now);
	return seen.map((record) => [
		record.question_id,
		{
			last_shown_ms: record.last_shown_ms,
			shown_number: record.shown_number ?? 0,
			times_shown: record.times_shown,
			last_score: record.last_score,
			sure_miss: false,
			due_ms: due.get(record.question_id) ?? null
		}
	]);
}

/** When each comes due: from the beginning of its local day on. */
function dueTimes(
	reviews: readonly ReviewRecord[],
	kind: ReviewRecord['kind'],
	{ offset_minutes }: Instant
): ReadonlyMap<string, number> {
	return new Map(
		reviews
			.filter((review) => review.kind === kind)
			.map(({ id, due_ms }) => [id, startOfDay({ at_ms: due_ms, offset_minutes })])
	);
}
