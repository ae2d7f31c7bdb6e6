import type { Span } from '../../types';
import { normaliseWord, stemOf } from '../normalise';
import { isContentWord } from '../stopwords';
import { sentencesOf, wordsOf, type Word } from '../words';

export interface ReadWord extends Word {
	/** One form for all spellings of the word. */
	readonly normal: string;
	readonly stem: string;
	/** False for function words; operators and marks are no words here. */
	readonly content: boolean;
	/** Shows that words form a sentence: a function word that is no part of a term. */
	readonly binds: boolean;
}

/** A text as the guards see it: spelling resolved, function words told apart. */
export interface Reading {
	readonly text: string;
	readonly words: readonly ReadWord[];
	readonly content: readonly ReadWord[];
	/** Stems of the content words, each once. */
	readonly stems: ReadonlySet<string>;
	readonly sentences: readonly Span[];
}

export function readText(text: string): Reading {
	const words = wordsOf(text)
		.map((word) => ({
			...word,
			normal: normaliseWord(word.text),
			stem: stemOf(word.text),
			content: isContentWord(word.text),
			binds: binds(text, word)
		}))
		.filter((word) => /[\p{L}\p{N}]/u.test(word.normal));
	const content = words.filter((word) => word.content);
	return {
		text,
		words,
		content,
		stems: new Set(content.map((word) => word.stem)),
		sentences: sentencesOf(text)
	};
}

/**
 * The text in pieces between full stops, commas, colons, bullets, slashes and line ends: what a
 * list is made of.
 *
 * @returns words per piece, in order, pieces without words left out
 */
export function segmentsOf(reading: Reading): ReadWord[][] {
	const segments: ReadWord[][] = [];
	let end: number | null = null;
	for (const word of reading.words) {
		const between = end === null ? '' : reading.text.slice(end, word.span[0]);
		const last = segments.at(-1);
		if (last === undefined || /[,;:.!?\n•·|/–—]|\s[-*]\s/u.test(between)) segments.push([word]);
		else last.push(word);
		end = word.span[1];
	}
	return segments;
}

/** Share of words that bind others into a sentence, 0–1; English prose lies between .3 and .5. */
export function functionShare(words: readonly ReadWord[]): number {
	if (words.length === 0) return 0;
	return words.filter((word) => word.binds).length / words.length;
}

// What stands in names and lists too: "hold and wait", "order of columns", "no preemption".
const IN_NAMES = new Set([
	'and',
	'or',
	'of',
	'no',
	'not',
	'other',
	'own',
	'same',
	'any',
	'each',
	'both',
	'all',
	'once',
	'after',
	'before'
]);

// No function words to the grader, yet words that tie others into a statement.
const BINDING = new Set(
	`per never always without cannot until unless because since whether via like every many much another
	means needs makes gets goes gives takes keeps lets allowed even still already otherwise instead`
		.split(/\s+/u)
		.filter((word) => word !== '')
);

function binds(text: string, { text: word, span: [start, end] }: Word): boolean {
	const normal = normaliseWord(word);
	if (IN_NAMES.has(normal)) return false;
	// "read-your-writes" and "I/O" are names.
	if (/[-/]/u.test(text.charAt(start - 1) + text.charAt(end))) return false;
	return !isContentWord(word) || BINDING.has(normal) || /\p{L}'\p{L}/u.test(normal);
}

/** Code, sums and addresses have no function words and are no list of key words. */
export function isFormal({ text, words }: Reading): boolean {
	const signs = (text.match(/[(){}=<>[\]*^≥≤]/gu) ?? []).length;
	const numbers = words.filter((word) => /\p{N}/u.test(word.normal)).length;
	return signs + numbers > words.length / 4;
}
