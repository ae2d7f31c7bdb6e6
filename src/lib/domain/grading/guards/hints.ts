import { CORRECT_FROM } from '../calibration';
import { cappedFigures } from '../counted-figures';
import type { Grade, GradeFlag } from '../types';
import { capText } from './guard';

/** What each hint takes off the highest score that an answer can reach. */
const HINT_STEP = 0.1;

/**
 * The highest score of an answer given after so many hints: .9, .8, .7 and so on, never below the
 * score from which an answer is correct, so that a hint never makes a right answer wrong.
 *
 * @param hints whole number, 0 or more
 * @returns ratio 0–1; null without a hint
 */
export function hintCap(hints: number): number | null {
	if (hints <= 0) return null;
	// In whole steps: 1 − 3 · .1 is not .7.
	const steps = Math.round(1 / HINT_STEP);
	return Math.max(CORRECT_FROM, (steps - hints) / steps);
}

/** A measured grade with the cap of the hints that were shown before the answer, and a flag that says so. */
export function capForHints(measured: Grade, hints: number): Grade {
	const cap = hintCap(hints);
	if (cap === null) return measured;
	const flags = [...measured.flags, hintFlag(hints, cap)];
	const { semantic_similarity, keyword_coverage, score } = measured;
	return {
		...measured,
		...cappedFigures({ semantic_similarity, keyword_coverage, score }, flags),
		flags
	};
}

function hintFlag(hints: number, cap: number): GradeFlag {
	const shown = hints === 1 ? 'One hint was' : `${String(hints)} hints were`;
	return {
		code: 'hints',
		cap,
		message: `${shown} shown before this answer, so its score is at most ${capText(cap)}. It counts as correct as it would without. Answering the question another time without a hint lifts this.`
	};
}
