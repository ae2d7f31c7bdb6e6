import type { Summary } from '$lib/contract/sessions';

/** Correct answers of those graded. */
export interface CorrectCount {
	readonly correct: number;
	readonly count: number;
	/** Accuracy in whole percent. */
	readonly rate: number;
}

/** @returns null without a graded answer; what waits for its grade is not counted yet */
export function correctCount({ answered, waiting, correct }: Summary): CorrectCount | null {
	const count = answered - waiting;
	return count <= 0 ? null : { correct, count, rate: Math.round((100 * correct) / count) };
}
