import { isStrong } from '../mastery/concepts';
import { isAtLeast } from '../rounding';

/**
 * What a planned question is assumed to do: it closes this share of what is missing. The rate of
 * our simulated learners; nobody has measured it on people preparing for interviews.
 */
export const LEARNING_RATE = 0.12;
/** A concept without an answer is reckoned as if it stood here (as when choosing questions). */
export const UNKNOWN_MASTERY = 0.3;
/** From here on a concept with enough right answers needs no learning: solid (specification). */
export const SAFE_FROM = 0.7;
/** Right answers that make a mastery of `SAFE_FROM` safe. */
export const SAFE_ANSWERS = 2;

/**
 * Mastery after some questions: 1 − (1 − s)·(1 − 0.12)^n; 0–1.
 *
 * @param mastery s, 0–1
 * @param questions n, 0 or more; one that is kept short counts in part
 */
export function raised(mastery: number, questions: number): number {
	return 1 - (1 - mastery) * (1 - LEARNING_RATE) ** questions;
}

/**
 * Whether a concept is still to be learnt: until it is strong (0.80), or solid (0.70) with two right
 * answers.
 *
 * @param mastery 0–1
 * @param correct right answers so far
 */
export function needsLearning(mastery: number, correct: number): boolean {
	return !isStrong(mastery) && !(isAtLeast(mastery, SAFE_FROM) && correct >= SAFE_ANSWERS);
}
