import { ENOUGH_RATINGS, ratings, type ConfidenceTally, type RatedAnswers } from './confidence';

/** With fewer answers, a remark about one word would be about chance. */
const ENOUGH_FOR_A_REMARK = 5;

/** "Sure" below this share of right answers is too sure. */
const TOO_SURE_BELOW = 0.75;
/** Guesses that are right this often are no guesses. */
const TOO_MODEST_FROM = 0.6;

/** What a topic's tally says, in plain words that claim no more than its figures. */
export function confidenceMessage(tally: ConfidenceTally): string {
	const count = ratings(tally);
	const enough = String(ENOUGH_RATINGS);
	if (count < ENOUGH_RATINGS)
		return `${String(count)} of ${enough} ratings; the figures come with the ${enough}th.`;
	return [summary(tally, count), ...remarks(tally)].join(' ');
}

function summary({ guess, unsure, sure }: ConfidenceTally, count: number): string {
	if (sure.answers > 0) return `You were right in ${share(sure)} you were sure of.`;
	const correct = guess.correct + unsure.correct;
	return `You were right in ${share({ answers: count, correct })} you rated, and never said that you were sure.`;
}

function remarks({ guess, sure }: ConfidenceTally): string[] {
	const remark: string[] = [];
	if (sure.answers >= ENOUGH_FOR_A_REMARK && sure.correct / sure.answers < TOO_SURE_BELOW)
		remark.push('You were sure more often than you were right: a second look pays off.');
	if (guess.answers >= ENOUGH_FOR_A_REMARK && guess.correct / guess.answers >= TOO_MODEST_FROM)
		remark.push(
			`You were right in ${String(guess.correct)} of ${String(guess.answers)} guesses: you know more than you think.`
		);
	return remark;
}

function share({ answers, correct }: Pick<RatedAnswers, 'answers' | 'correct'>): string {
	return `${String(correct)} of ${String(answers)} ${answers === 1 ? 'answer' : 'answers'}`;
}
