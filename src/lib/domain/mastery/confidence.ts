/** How sure a person said they were before the grade came; optional, and never part of a score. */
export const CONFIDENCES = ['guess', 'unsure', 'sure'] as const;
export type Confidence = (typeof CONFIDENCES)[number];

/** Rated answers of one kind: how many, how many correct, and the sum of their scores (0–1 each). */
export interface RatedAnswers {
	answers: number;
	correct: number;
	score_sum: number;
}
export type ConfidenceTally = Record<Confidence, RatedAnswers>;

/**
 * The chance of being correct that each word stands for, 0–1. Nobody states figures here, so these
 * are ours: a guess is right once in three, "unsure" is a little better than even, and "sure" leaves
 * room for one miss in ten. The Brier score holds people to them.
 */
export const STATED_CHANCE = {
	guess: 0.33,
	unsure: 0.6,
	sure: 0.9
} as const satisfies Record<Confidence, number>;

/** With fewer ratings, figures about them would be chance. */
export const ENOUGH_RATINGS = 10;

/** Nothing rated yet. */
export function emptyTally(): ConfidenceTally {
	const none = () => ({ answers: 0, correct: 0, score_sum: 0 });
	return { guess: none(), unsure: none(), sure: none() };
}

/**
 * A tally after one more graded answer; the same one for an answer that was not rated.
 *
 * @param tally undefined before the first rating
 */
export function foldConfidence(
	tally: ConfidenceTally | undefined,
	answer: {
		readonly confidence?: Confidence | undefined;
		readonly score: number;
		readonly correct: boolean;
	}
): ConfidenceTally | undefined {
	const { confidence } = answer;
	if (confidence === undefined) return tally;
	const known = tally ?? emptyTally();
	const { answers, correct, score_sum } = known[confidence];
	return {
		...known,
		[confidence]: {
			answers: answers + 1,
			correct: correct + (answer.correct ? 1 : 0),
			score_sum: score_sum + answer.score
		}
	};
}

/** How many answers were rated. */
export function ratings(tally: ConfidenceTally): number {
	return CONFIDENCES.reduce((sum, word) => sum + tally[word].answers, 0);
}

/**
 * Mean squared distance between what was stated and what came (Brier 1950): 0 is perfect, 0.25 is
 * what always saying "even" would get.
 *
 * @returns 0–1; null with fewer than `ENOUGH_RATINGS`
 */
export function brierScore(tally: ConfidenceTally): number | null {
	const count = ratings(tally);
	if (count < ENOUGH_RATINGS) return null;
	const sum = CONFIDENCES.reduce((total, word) => {
		const { answers, correct } = tally[word];
		const chance = STATED_CHANCE[word];
		return total + correct * (1 - chance) ** 2 + (answers - correct) * chance ** 2;
	}, 0);
	return sum / count;
}

/** One rated answer to a question, in the order given. */
export interface RatedOutcome {
	readonly confidence: Confidence | undefined;
	readonly correct: boolean;
}

/**
 * Whether a question is one to bring back first: it was missed while the person was sure, and not
 * answered correctly since. Such errors are mended best by feedback, and come back where the
 * correction is forgotten (Butterfield & Metcalfe 2001; Butler, Fazio & Marsh 2011).
 *
 * @param outcomes of one question, in the order in which they were given
 */
export function isSureMiss(outcomes: readonly RatedOutcome[]): boolean {
	return outcomes.reduce(
		(missed, { confidence, correct }) => !correct && (missed || confidence === 'sure'),
		false
	);
}
