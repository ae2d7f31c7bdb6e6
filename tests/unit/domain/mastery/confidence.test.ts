import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
	brierScore,
	CONFIDENCES,
	emptyTally,
	foldConfidence,
	isSureMiss,
	ratings,
	STATED_CHANCE,
	type Confidence,
	type ConfidenceTally,
	type RatedOutcome
} from '$lib/domain/mastery/confidence';
import { confidenceMessage } from '$lib/domain/mastery/confidence-message';

/** [rating, answers, of which correct] */
function tallyOf(...rows: readonly (readonly [Confidence, number, number])[]): ConfidenceTally {
	return rows.reduce<ConfidenceTally>(
		(tally, [word, answers, correct]) => ({
			...tally,
			[word]: { answers, correct, score_sum: correct }
		}),
		emptyTally()
	);
}

const outcomes = fc.record({
	confidence: fc.option(fc.constantFrom(...CONFIDENCES), { nil: undefined }),
	score: fc.double({ min: 0, max: 1, noNaN: true })
});

describe('the tally of ratings', () => {
	test('counts a rated answer and leaves an unrated one out', () => {
		const rated = foldConfidence(undefined, { confidence: 'sure', score: 0.8, correct: true });
		expect(rated).toEqual({
			...emptyTally(),
			sure: { answers: 1, correct: 1, score_sum: 0.8 }
		});
		expect(foldConfidence(rated, { score: 0.1, correct: false })).toBe(rated);
		expect(foldConfidence(undefined, { score: 0.1, correct: false })).toBeUndefined();
	});

	test('adds up, whatever comes', () => {
		fc.assert(
			fc.property(fc.array(outcomes), (answers) => {
				const tally = answers.reduce<ConfidenceTally | undefined>(
					(known, { confidence, score }) =>
						foldConfidence(known, { confidence, score, correct: score >= 0.6 }),
					undefined
				);
				const rated = answers.filter(({ confidence }) => confidence !== undefined);
				expect(tally === undefined ? 0 : ratings(tally)).toBe(rated.length);
				const brier = tally === undefined ? null : brierScore(tally);
				if (rated.length < 10) expect(brier).toBeNull();
				else {
					const direct =
						rated.reduce(
							(sum, { confidence = 'guess', score }) =>
								sum + (STATED_CHANCE[confidence] - (score >= 0.6 ? 1 : 0)) ** 2,
							0
						) / rated.length;
					expect(brier).toBeCloseTo(direct, 10);
				}
			})
		);
	});

	test('the Brier score of ten sure answers, nine of them right', () => {
		// (9 · .1² + .9²) / 10
		expect(brierScore(tallyOf(['sure', 10, 9]))).toBeCloseTo(0.09, 12);
		expect(brierScore(tallyOf(['sure', 9, 9]))).toBeNull();
	});
});

test.each([
	['4 of 10 ratings; the figures come with the 10th.', tallyOf(['sure', 4, 1])],
	[
		'You were right in 6 of 9 answers you were sure of. You were sure more often than you were right: a second look pays off.',
		tallyOf(['sure', 9, 6], ['guess', 2, 1])
	],
	['You were right in 9 of 10 answers you were sure of.', tallyOf(['sure', 10, 9])],
	['You were right in 1 of 1 answer you were sure of.', tallyOf(['sure', 1, 1], ['unsure', 9, 5])],
	[
		'You were right in 8 of 11 answers you rated, and never said that you were sure. You were right in 4 of 5 guesses: you know more than you think.',
		tallyOf(['guess', 5, 4], ['unsure', 6, 4])
	]
])('%s', (message, tally) => {
	expect(confidenceMessage(tally)).toBe(message);
});

describe('a sure miss', () => {
	const missed = (confidence?: Confidence): RatedOutcome => ({ confidence, correct: false });
	const right = (confidence?: Confidence): RatedOutcome => ({ confidence, correct: true });

	test.each([
		[false, 'nothing answered', []],
		[true, 'missed while sure', [missed('sure')]],
		[false, 'missed while unsure', [missed('unsure'), missed()]],
		[true, 'missed again since, unsure', [missed('sure'), missed('guess')]],
		[false, 'right since', [missed('sure'), right()]],
		[true, 'right before', [right('sure'), missed('sure')]]
	] as const)('%s: %s', (expected, _, answers) => {
		expect(isSureMiss(answers)).toBe(expected);
	});
});
