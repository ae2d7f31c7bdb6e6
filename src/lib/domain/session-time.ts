/** Seconds to read a question and what became of its answer. */
export const READING_SECONDS = 60;
/** An answer takes this long for somebody of whom nothing is known yet. */
const USUAL_SECONDS = 90;
/** A mock interview gives this long for each question unless it says otherwise. */
const MOCK_SECONDS = 180;
const MOST_QUESTIONS = 50;

/** @param secondsAnAnswer mean so far; 0 where there is none */
export function expectedSeconds(secondsAnAnswer: number): number {
	return (secondsAnAnswer > 0 ? secondsAnAnswer : USUAL_SECONDS) + READING_SECONDS;
}

/** How many questions fit into a time, at least one. */
export function questionsThatFit(timeLimit: number, secondsAnAnswer: number): number {
	const fit = Math.floor(timeLimit / expectedSeconds(secondsAnAnswer));
	return Math.min(MOST_QUESTIONS, Math.max(1, fit));
}

/** Seconds a mock interview of so many questions takes. */
export function mockTimeLimit(questions: number): number {
	return questions * MOCK_SECONDS;
}
