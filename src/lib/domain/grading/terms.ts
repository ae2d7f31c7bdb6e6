import { PROMPT_TERM_WEIGHT, SHORTEST_MISSPELT } from './calibration';
import type { EncodedText, EncodedWord } from './encoded';
import { normaliseWord, stemOf } from './normalise';
import { isContentWord } from './stopwords';
import type { TermMatch } from './types';
import { dot } from './vectors';
import type { CosineAt } from './word-cosines';

/** A word ready for comparing; `prompt` is its cosine with the question's prompt. */
export interface PreparedWord {
	readonly word: EncodedWord;
	readonly stem: string;
	readonly prompt: number;
}

/**
 * Function words that decide what a statement says: negation, quantity, comparison, direction.
 * They are no key words, but as terms of an expected answer they raise agreement (docs/grading.md).
 */
const DECIDING_WORDS = new Set(
	`above after again against all before below between both down during each either few further in into
	less more most never no nor not off on once only other out over own same than through too under until up
	very without`.split(/\s+/u)
);

/** Words of a text with what each comparison needs, worked out once. */
export function prepareWords(text: EncodedText, prompt: EncodedText): PreparedWord[] {
	return text.words.map((word) => ({
		word,
		stem: stemOf(word.text),
		prompt: dot(word.vector, prompt.vector)
	}));
}

/**
 * The terms of an expected answer: its content words and the function words that decide. A text
 * without content words keeps all its words, for something must be compared.
 */
export function termsOf(words: readonly PreparedWord[]): PreparedWord[] {
	if (!words.some(({ word }) => isContentWord(word.text))) return [...words];
	return words.filter(
		({ word }) => isContentWord(word.text) || DECIDING_WORDS.has(normaliseWord(word.text))
	);
}

/**
 * The best word of an answer for each term of an expected answer. Words that any sentence on the
 * topic has are told apart by taking the prompt's direction out of both sides. A rare term counts
 * more than a common one, a term that the prompt contains a tenth.
 */
export function matchTerms(
	terms: readonly PreparedWord[],
	answer: readonly PreparedWord[],
	promptStems: ReadonlySet<string>,
	cosinesOf: (word: EncodedWord) => CosineAt
): TermMatch[] {
	const weights = terms.map(
		({ word, stem }) => word.rarity * (promptStems.has(stem) ? PROMPT_TERM_WEIGHT : 1)
	);
	const total = weights.reduce((sum, weight) => sum + weight, 0);

	return terms.map((term, index) => {
		const { cosine, word } = bestOf(term);
		return {
			term: term.word.text,
			weight: (weights[index] ?? 0) / total,
			cosine,
			span: word?.span ?? null
		};
	});

	function bestOf(term: PreparedWord): { cosine: number; word?: EncodedWord } {
		const same = answer.find((candidate) => isSameWord(term, candidate));
		if (same !== undefined) return { cosine: 1, word: same.word };
		const cosineAt = cosinesOf(term.word);
		let best: { cosine: number; word?: EncodedWord } = { cosine: 0 };
		for (const [place, candidate] of answer.entries()) {
			const cosine = novelWordCosine(cosineAt(place), term, candidate);
			if (best.word === undefined || cosine > best.cosine) best = { cosine, word: candidate.word };
		}
		return best;
	}
}

/** Part of a unit vector that must be left beside the prompt, squared, for a cosine to mean much. */
const LEAST_LEFT = 1e-3;

function novelWordCosine(plain: number, a: PreparedWord, b: PreparedWord): number {
	const aLeft = Math.max(LEAST_LEFT, 1 - a.prompt ** 2);
	const bLeft = Math.max(LEAST_LEFT, 1 - b.prompt ** 2);
	const cosine = (plain - a.prompt * b.prompt) / Math.sqrt(aLeft * bLeft);
	return Math.min(1, Math.max(-1, cosine));
}

/** The same in any inflection, or a word that no vocabulary knows and that is one slip away. */
function isSameWord(term: PreparedWord, candidate: PreparedWord): boolean {
	if (term.stem === candidate.stem) return true;
	return candidate.word.rarity === 1 && isOneSlipAway(term.stem, candidate.stem);
}

/** One letter more, less, other or swapped with its neighbour; never the first. */
export function isOneSlipAway(a: string, b: string): boolean {
	if (Math.min(a.length, b.length) < SHORTEST_MISSPELT || Math.abs(a.length - b.length) > 1)
		return false;
	if (a[0] !== b[0] || !/^\p{L}+$/u.test(a) || !/^\p{L}+$/u.test(b)) return false;
	let at = 1;
	while (at < a.length && a[at] === b[at]) at++;
	if (a.length > b.length) return a.slice(at + 1) === b.slice(at);
	if (a.length < b.length) return a.slice(at) === b.slice(at + 1);
	if (a.slice(at + 1) === b.slice(at + 1)) return true;
	return a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2);
}
