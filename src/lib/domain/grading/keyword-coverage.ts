import type { Keyword, Span } from '../types';
import { stemOf, stemsOf } from './normalise';
import type { KeywordGrade } from './types';
import { wordsOf } from './words';

/**
 * Which of a question's key terms an answer mentions. Whole words in any inflection are compared,
 * never substrings or patterns; a term of several words must stand in a row; an alias counts as
 * its term.
 *
 * @param answer free text as typed
 * @param keywords terms with their aliases
 * @returns one entry per keyword, in order, with the place of the first mention
 */
export function findKeywords(answer: string, keywords: readonly Keyword[]): KeywordGrade[] {
	const words = wordsOf(answer);
	const stems = words.map((word) => stemOf(word.text));

	return keywords.map(({ term, aliases }) => {
		for (const variant of [term, ...aliases]) {
			const place = findSequence(stems, stemsOf(variant));
			if (place === null) continue;
			const span: Span = [words[place.first]?.span[0] ?? 0, words[place.last]?.span[1] ?? 0];
			return { term, found: true, span };
		}
		return { term, found: false, span: null };
	});
}

/**
 * Share of a question's key terms that an answer mentions.
 *
 * @returns ratio 0–1; a term counts once however often it appears
 * @throws RangeError if there are no keywords: a defect of the question, never the learner's fault
 */
export function keywordCoverage(found: readonly Pick<KeywordGrade, 'found'>[]): number {
	if (found.length === 0) throw new RangeError('keywordCoverage needs at least one keyword');
	return found.filter((keyword) => keyword.found).length / found.length;
}

function findSequence(
	stems: readonly string[],
	wanted: readonly string[]
): { first: number; last: number } | null {
	if (wanted.length === 0) return null;
	for (let first = 0; first + wanted.length <= stems.length; first++) {
		if (wanted.every((stem, offset) => stems[first + offset] === stem))
			return { first, last: first + wanted.length - 1 };
	}
	return null;
}
