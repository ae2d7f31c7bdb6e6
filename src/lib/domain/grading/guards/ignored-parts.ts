import type { Span } from '../../types';
import { normaliseWord, stemsOf } from '../normalise';
import { sentencesOf, wordsOf } from '../words';
import { instructionSpans } from './grader-instructions';

/** Parts of an answer that earn nothing and are left out of everything that is measured. */
export interface IgnoredParts {
	/** Addressed to the grader. */
	readonly instructions: readonly Span[];
	/** Sentences that say again, word for word, what was said before. */
	readonly repeats: readonly Span[];
	/** Praise and intensifiers, where they are strewn all over the answer. */
	readonly padding: readonly Span[];
}

export function ignoredParts(answer: string): IgnoredParts {
	const instructions = instructionSpans(answer);
	return { instructions, repeats: repeatedSentences(answer), padding: paddingWords(answer) };
}

/** The answer with the ignored parts blanked, so that every offset stays what it was. */
export function withoutIgnored(answer: string, parts: IgnoredParts = ignoredParts(answer)): string {
	const blanked = answer.split('');
	for (const [start, end] of [...parts.instructions, ...parts.repeats, ...parts.padding])
		blanked.fill(' ', start, end);
	return blanked.join('');
}

const FEWEST_WORDS = 3;

function repeatedSentences(answer: string): Span[] {
	const seen = new Set<string>();
	const repeats: Span[] = [];
	for (const span of sentencesOf(answer)) {
		const stems = stemsOf(answer.slice(...span)).filter((stem) => /[\p{L}\p{N}]/u.test(stem));
		if (stems.length < FEWEST_WORDS) continue;
		const key = stems.join(' ');
		if (seen.has(key)) repeats.push(span);
		seen.add(key);
	}
	return repeats;
}

/** Words that praise or strengthen and state nothing by themselves. */
const PADDING = new Set(
	`very really truly highly extremely absolutely incredibly completely totally quite extraordinarily
	exceptionally remarkably undoubtedly certainly definitely clearly obviously essentially fundamentally
	basically literally robust powerful modern elegant important essential crucial critical vital
	sophisticated excellent amazing comprehensive innovative remarkable outstanding fundamental incredible
	seamless optimal superior advanced great wonderful fantastic brilliant superb impressive tremendous
	invaluable significant exceptional extraordinary perfect beautiful awesome cutting-edge world-class
	state-of-the-art profound key major notable efficient scalable flexible reliable effective`
		.split(/\s+/u)
		.filter((word) => word !== '')
);

/** Honest prose has hardly one such word in twenty. */
const FEWEST_PADDING = 5;
const PADDING_SHARE = 0.12;

function paddingWords(answer: string): Span[] {
	const words = wordsOf(answer);
	const padding = words.filter((word) => PADDING.has(normaliseWord(word.text)));
	const isPadded =
		padding.length >= FEWEST_PADDING && padding.length / words.length >= PADDING_SHARE;
	return isPadded ? padding.map((word) => word.span) : [];
}
