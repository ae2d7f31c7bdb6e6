import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AnswerEntry, MasteryEntry } from '$lib/domain/mastery/replay';
import { DAY_MS } from '$lib/domain/calendar-days';
import type { TopicReview } from '$lib/domain/reviews/types';
import { replayReviews, reviewAfter, subjectsOf } from '$lib/scheduling/fold-reviews';
import { answerEntry, inOrder, logs } from '../domain/mastery/entries';

const NOON = Date.UTC(2026, 2, 3, 12);
const given = (id: string, day: number, score: number, changes: Partial<AnswerEntry> = {}) =>
	answerEntry({ id, at_ms: NOON + day * DAY_MS, score, ...changes });
const question = (reviews: readonly TopicReview[], id = 'db-joins') =>
	reviews.find((review) => review.kind === 'question' && review.id === id);

/** The logs of the mastery tests, spread over weeks. */
const spreadLogs = logs.map((log) =>
	log.map((entry): MasteryEntry => ({ ...entry, at_ms: NOON + entry.at_ms * 11 * 3_600_000 }))
);
const byName = (reviews: readonly TopicReview[]) =>
	[...reviews].sort((a, b) => (`${a.kind} ${a.id}` < `${b.kind} ${b.id}` ? -1 : 1));

describe('the reviews of a topic', () => {
	test('are of the question by its score and of each concept by its evidence', () => {
		const reviews = replayReviews([given('A1', 0, 0.75, { concepts: { joins: 0.95, keys: 0.2 } })]);

		expect(
			reviews.map(({ kind, id, last_score, due_ms }) => [
				kind,
				id,
				last_score,
				(due_ms - NOON) / DAY_MS
			])
		).toEqual([
			['question', 'db-joins', 0.75, 3],
			['concept', 'joins', 0.95, 8],
			['concept', 'keys', 0.2, 1]
		]);
	});

	test('only the first answer of a local day is one; the latest score is kept', () => {
		const once = question(replayReviews([given('A1', 0, 0.3)]));
		const twice = question(replayReviews([given('A1', 0, 0.3), given('A2', 0.1, 1)]));
		const nextDay = question(replayReviews([given('A1', 0, 0.3), given('A2', 1, 1)]));

		expect(twice).toEqual({ ...once, last_score: 1 });
		expect(nextDay).toMatchObject({ reps: 2, lapses: 0 });
	});

	test('a reset starts them anew, and what is skipped is none', () => {
		const reset: MasteryEntry = { kind: 'reset', at_ms: NOON + DAY_MS / 2, id: 'R1' };
		const skipped: MasteryEntry = { kind: 'skipped', at_ms: NOON, id: 'K1' };

		expect(replayReviews([given('A1', 0, 1), reset])).toEqual([]);
		expect(question(replayReviews([given('A1', 0, 1), reset, given('A2', 2, 1)]))).toMatchObject({
			reps: 1
		});
		expect(replayReviews([skipped])).toEqual([]);
	});

	test('the order in which answers are graded makes no difference', () => {
		fc.assert(
			fc.property(
				spreadLogs.chain((log) =>
					fc.tuple(
						fc.constant(log),
						fc.shuffledSubarray(log, { minLength: log.length }),
						fc.subarray(log)
					)
				),
				([log, shuffled, again]) => {
					expect(replayReviews([...shuffled, ...again])).toEqual(replayReviews(log));
				}
			)
		);
	});

	test('going on answer by answer gives what a replay gives', () => {
		fc.assert(
			fc.property(spreadLogs, (log) => {
				const stored = new Map<string, TopicReview>();
				for (const entry of inOrder(log)) {
					if (entry.kind === 'reset') stored.clear();
					if (entry.kind !== 'answer') continue;
					for (const subject of subjectsOf(entry)) {
						const key = `${subject.kind} ${subject.id}`;
						stored.set(key, reviewAfter(stored.get(key), subject, entry));
					}
				}

				expect(byName([...stored.values()])).toEqual(byName(replayReviews(log)));
			})
		);
	});

	test('every answered question has one, due after its last review', () => {
		fc.assert(
			fc.property(spreadLogs, (log) => {
				const answers = log.filter((entry) => entry.kind === 'answer');
				fc.pre(!log.some((entry) => entry.kind === 'reset'));
				const reviews = replayReviews(log);

				expect(new Set(reviews.filter((r) => r.kind === 'question').map(({ id }) => id))).toEqual(
					new Set(answers.map(({ question_id }) => question_id))
				);
				for (const review of reviews) {
					expect(review.due_ms - review.last_review_ms).toBeGreaterThanOrEqual(DAY_MS);
					expect(review.reps).toBeGreaterThan(review.lapses);
				}
			})
		);
	});
});
