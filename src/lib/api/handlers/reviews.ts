import { MOST_DUE } from '$lib/contract/reviews';
import { dayText, localDay, startOfNextDay, type LocalInstant } from '$lib/domain/calendar-days';
import { reviewReason } from '$lib/domain/reviews/reason';
import { upcomingDays } from '$lib/domain/reviews/upcoming';
import { PackUnavailableError, type LoadedPack, type PackSource } from '$lib/packs/load-packs';
import { retrievability } from '$lib/scheduling/fsrs';
import { readMarks } from '$lib/store/actions/marks';
import { readReviews } from '$lib/store/actions/reviews';
import type { ReviewRecord } from '$lib/store/records';
import type { Handler } from '../context';
import { questionIn } from '../packs';
import { ratio3, utc } from '../present';

const DAYS_AHEAD = 14;

/** What stands behind a review on this device: its pack, or why there is none. */
type Shelf = ReadonlyMap<string, OnShelf>;
type OnShelf = LoadedPack | 'gone' | 'unreadable';
type LeftOut = 'hidden' | 'gone' | 'unreadable';

export const listReviews: Handler<'GET /api/reviews'> = async (
	{ profile, now },
	{ store, packs }
) => {
	const [questions, concepts, marks] = await store.read(['reviews', 'marks'], (tx) =>
		Promise.all([
			readReviews(tx, profile.id, 'question'),
			readReviews(tx, profile.id, 'concept', startOfNextDay(now)),
			readMarks(tx, profile.id)
		])
	);
	const hidden = new Set(marks.filter((mark) => mark.hidden).map((mark) => mark.question_id));
	const shelf = await shelfOf([...questions, ...concepts], packs);
	const reasonToLeaveOut = (review: ReviewRecord) => whyLeftOut(review, shelf, hidden);

	const isDue = ({ due_ms }: ReviewRecord) => due_ms < startOfNextDay(now);
	const left = questions.filter(isDue).map(reasonToLeaveOut);
	const countLeft = (why: LeftOut) => left.filter((reason) => reason === why).length;
	const offered = questions.filter((review) => reasonToLeaveOut(review) === null);
	const due = offered.filter(isDue);
	const next = offered.find((review) => !isDue(review));
	return {
		status: 200,
		body: {
			due_count: due.length,
			topics: countByTopic(due),
			questions: due.slice(0, MOST_DUE).map((review) => ({
				question_id: review.id,
				topic: review.topic,
				prompt: questionIn(packIn(shelf, review.topic), review.id)?.prompt ?? '',
				due_at: utc(review.due_ms),
				last_score: ratio3(review.last_score),
				reason: reasonOf(review, now)
			})),
			concepts: concepts
				.filter(({ topic, id }) => isAsked(id, packIn(shelf, topic), hidden))
				.slice(0, MOST_DUE)
				.map((review) => ({
					topic: review.topic,
					concept: review.id,
					due_at: utc(review.due_ms),
					retrievability: ratio3(retrievability(review, now)),
					reason: reasonOf(review, now)
				})),
			upcoming: upcomingDays(
				offered.filter((review) => !isDue(review)),
				now,
				DAYS_AHEAD
			),
			next_due: next === undefined ? null : dayText(localDay(next.due_ms, now.offset_minutes)),
			left_out: {
				hidden: countLeft('hidden'),
				gone: countLeft('gone'),
				unreadable: countLeft('unreadable')
			}
		}
	};
};

function reasonOf(review: ReviewRecord, now: LocalInstant): string {
	return reviewReason(review, retrievability(review, now), now);
}

/** The packs of all topics concerned; one that cannot be read now costs only its own questions. */
async function shelfOf(reviews: readonly ReviewRecord[], packs: PackSource): Promise<Shelf> {
	const topics = [...new Set(reviews.map(({ topic }) => topic))];
	return new Map(
		await Promise.all(
			topics.map(async (topic): Promise<[string, OnShelf]> => [topic, await lookUp(topic, packs)])
		)
	);
}

async function lookUp(topic: string, packs: PackSource): Promise<OnShelf> {
	try {
		return (await packs.load(topic)) ?? 'gone';
	} catch (error) {
		if (error instanceof PackUnavailableError) return 'unreadable';
		throw error;
	}
}

function packIn(shelf: Shelf, topic: string): LoadedPack | undefined {
	const pack = shelf.get(topic);
	return typeof pack === 'object' ? pack : undefined;
}

function whyLeftOut(
	{ topic, id }: ReviewRecord,
	shelf: Shelf,
	hidden: ReadonlySet<string>
): LeftOut | null {
	if (shelf.get(topic) === 'unreadable') return 'unreadable';
	if (questionIn(packIn(shelf, topic), id) === undefined) return 'gone';
	return hidden.has(id) ? 'hidden' : null;
}

/** Whether any question that can be asked is about the concept. */
function isAsked(
	concept: string,
	pack: LoadedPack | undefined,
	hidden: ReadonlySet<string>
): boolean {
	return (pack?.questions ?? []).some(
		({ id, concepts, points }) =>
			!hidden.has(id) &&
			(concepts.includes(concept) || points.some((point) => point.concept === concept))
	);
}

function countByTopic(due: readonly ReviewRecord[]): { topic: string; due: number }[] {
	const counts = new Map<string, number>();
	for (const { topic } of due) counts.set(topic, (counts.get(topic) ?? 0) + 1);
	return [...counts]
		.map(([topic, count]) => ({ topic, due: count }))
		.sort((a, b) => (a.due === b.due ? (a.topic < b.topic ? -1 : 1) : b.due - a.due));
}
