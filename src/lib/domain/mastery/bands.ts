import type { Band } from '../grading/types';
import { isAtLeast } from '../rounding';

/** The specification's four words for a mastery. */
export type MasteryWord = 'advanced' | 'solid' | 'developing' | 'beginner';

/** Below this many attempts a label says "few answers yet" beside it. */
const FEW_ANSWERS_BELOW = 3;

/** @param mastery 0–1, as kept (not rounded) */
export function masteryWord(mastery: number): MasteryWord {
	if (isAtLeast(mastery, 0.85)) return 'advanced';
	if (isAtLeast(mastery, 0.7)) return 'solid';
	if (isAtLeast(mastery, 0.5)) return 'developing';
	return 'beginner';
}

/** True where a label rests on so little that it is often wrong. */
export function hasFewAnswers(attempts: number): boolean {
	return attempts < FEW_ANSWERS_BELOW;
}

/** The specification's word for a semantic similarity or a score, 0–1. */
export function bandOf(value: number): Band {
	if (isAtLeast(value, 0.9)) return 'excellent';
	if (isAtLeast(value, 0.7)) return 'good';
	if (isAtLeast(value, 0.5)) return 'partial';
	return 'weak';
}
