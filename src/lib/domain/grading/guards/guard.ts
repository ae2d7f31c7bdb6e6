import { twoDecimals } from '../../rounding';
import type { Rubric } from '../../types';
import type { Evidence, GradeFlag } from '../types';
import type { IgnoredParts } from './ignored-parts';
import type { Reading } from './reading';

/** What a guard looks at: the answer, what was asked, and what the model measured. */
export interface GuardInput {
	readonly rubric: Rubric;
	readonly prompt: Reading;
	readonly expected: readonly Reading[];
	/** The answer without the parts that say nothing (instructions to the grader, repeats). */
	readonly answer: Reading;
	/** What of the answer was left out. */
	readonly ignored: IgnoredParts;
	/** The answer as typed. */
	readonly typed: string;
	/** Null where the device cannot run the model. */
	readonly evidence: Evidence | null;
	/** The answer's language where it is not the question's: then little can be told from words. */
	readonly foreign: string | null;
	/** Model answers that the person has been shown before giving this answer. */
	readonly shown_texts: readonly string[];
}

/** Looks for one trick or slip; null where the answer is none of it. */
export type Guard = (input: GuardInput) => GradeFlag | null;

/** Highest scores that the guards allow, 0–1 (design section 3, "Guards"). */
export const CAPS = {
	nothing_said: 0.15,
	random_words: 0.15,
	grader_instructions: 0.15,
	question_restated: 0.2,
	off_topic: 0.2,
	keyword_list: 0.35,
	copied: 0.35
} as const;

/**
 * Guards that found nothing said on the question, or nothing right: a person who claims a point
 * says otherwise.
 */
export const ANSWERED_BY_CLAIM: ReadonlySet<string> = new Set([
	'nothing_said',
	'off_topic',
	'question_restated',
	'leans_wrong'
] satisfies (keyof typeof CAPS | 'leans_wrong')[]);

/** "0.15", for the flags' messages. */
export function capText(cap: number): string {
	return twoDecimals(cap);
}

/** A few words of the answer, quoted for a message. */
export function quote(words: readonly string[], most = 5): string {
	const shown = words.slice(0, most).map((word) => `“${word}”`);
	return words.length > most ? `${shown.join(', ')} and others` : shown.join(', ');
}
