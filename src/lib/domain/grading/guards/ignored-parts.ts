import type { Span } from '../../types';
import { stemsOf } from '../normalise';
import { sentencesOf } from '../words';
import { instructionSpans } from './grader-instructions';

/** Parts of an answer that earn nothing and are left out of everything that is measured. */
export interface IgnoredParts {
	/** Addressed to the grader. */
	readonly instructions: readonly Span[];
	/** Sentences that say again, word for word, what was said before. */
	readonly repeats: readonly Span[];
}

export function ignoredParts(answer: string): IgnoredParts {
	const instructions = instructionSpans(answer);
	return { instructions, repeats: repeatedSentences(answer) };
}

/** The answer with the ignored parts blanked, so that every offset stays what it was. */
export function withoutIgnored(answer: string, parts: IgnoredParts = ignoredParts(answer)): string {
	let text = answer;
	for (const [start, end] of [...parts.instructions, ...parts.repeats])
		text = text.slice(0, start) + ' '.repeat(end - start) + text.slice(end);
	return text;
}

const FEWEST_WORDS = 3;

function repeatedSentences(answer: string): Span[] {
	const seen = new Set<string>();
	const repeats: Span[] = [];
	for (const span of sentencesOf(answer)) {
		const stems = stemsOf(answer.slice(...span));
		if (stems.length < FEWEST_WORDS) continue;
		const key = stems.join(' ');
		if (seen.has(key)) repeats.push(span);
		seen.add(key);
	}
	return repeats;
}
