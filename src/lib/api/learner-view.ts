import { conceptMastery } from '$lib/domain/mastery/concepts';
import type { MasteryState } from '$lib/domain/mastery/types';
import { localDay, startOfDay } from '$lib/domain/calendar-days';
import type { LearnerView, SeenQuestion, TopicView } from '$lib/domain/selection/types';
import { restingConcepts } from '$lib/store/actions/activities';
import { readMastery } from '$lib/store/actions/mastery';
import type { Instant } from '$lib/store/event-records';
import type { ReviewRecord } from '$lib/store/records';
import type { ReadTx } from '$lib/store/store';
import { reviewKey, type TopicMemory, type TopicPast } from './topic-memory';

export interface Learner extends LearnerView {
	/** Mean over the answers in these topics; 0 without any. */
	readonly seconds_an_answer: number;
}

/** What selection needs to know of a person in some topics. */
export async function learnerView(
	tx: ReadTx,
	profileId: string,
	topics: readonly string[],
	now: Instant,
	memory: TopicMemory
): Promise<Learner> {
	const read = await Promise.all(
		topics.map((topic) => readTopic(tx, profileId, topic, now, memory))
	);
	const answers = read.reduce((sum, { mastery }) => sum + (mastery?.questions_attempted ?? 0), 0);
	const seconds = read.reduce((sum, { mastery }) => sum + (mastery?.response_seconds_sum ?? 0), 0);
	return {
		topics: new Map(read.map((topic) => [topic.topic, topicView(topic, now)])),
		// Looked up and not listed: there may be thousands.
		seen: { get: (id) => seenQuestion(read, id, now) },
		seconds_an_answer: answers === 0 ? 0 : seconds / answers
	};
}

interface TopicRead {
	readonly topic: string;
	readonly mastery: MasteryState | undefined;
	readonly past: TopicPast;
	/** Concept → epoch milliseconds until when it rests. */
	readonly resting: ReadonlyMap<string, number>;
}

async function readTopic(
	tx: ReadTx,
	profileId: string,
	topic: string,
	now: Instant,
	memory: TopicMemory
): Promise<TopicRead> {
	// Side by side: each call that is awaited alone costs a way to the database and back.
	const [mastery, past, resting] = await Promise.all([
		readMastery(tx, profileId, topic),
		memory.read(tx, profileId, topic, now),
		restingConcepts(tx, profileId, topic, now.at_ms)
	]);
	return { topic, mastery, past, resting };
}

function topicView({ topic, mastery, past, resting }: TopicRead, now: Instant): TopicView {
	const due = conceptDueTimes(past, now);
	let shownCount = 0;
	for (const { times_shown } of past.seen.values()) shownCount += times_shown;
	return {
		topic,
		current_difficulty: mastery?.current_difficulty ?? 'medium',
		shown_count: shownCount,
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

function seenQuestion(
	topics: readonly TopicRead[],
	id: string,
	now: Instant
): SeenQuestion | undefined {
	const past = topics.find((topic) => topic.past.seen.has(id))?.past;
	const record = past?.seen.get(id);
	if (record === undefined) return undefined;
	const review = past?.reviews.get(reviewKey('question', id));
	return {
		last_shown_ms: record.last_shown_ms,
		shown_number: record.shown_number ?? 0,
		times_shown: record.times_shown,
		last_score: record.last_score,
		sure_miss: record.sure_miss ?? false,
		due_ms: review === undefined ? null : dueFrom(review, now)
	};
}

function conceptDueTimes({ reviews }: TopicPast, now: Instant): ReadonlyMap<string, number> {
	const due = new Map<string, number>();
	for (const review of reviews.values())
		if (review.kind === 'concept') due.set(review.id, dueFrom(review, now));
	return due;
}

/** It is due from the beginning of its local day on. */
function dueFrom({ due_ms }: ReviewRecord, { offset_minutes }: Instant): number {
	return startOfDay(localDay(due_ms, offset_minutes), offset_minutes);
}
