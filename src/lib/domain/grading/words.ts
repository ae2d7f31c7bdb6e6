import type { Span } from '../types';
import { blankListMarkers } from './list-markers';

/** A word of a text, as written, and where it stands. */
export interface Word {
	readonly text: string;
	readonly span: Span;
}

// Invisible characters and combining marks belong to the word they stand in.
const LETTER = String.raw`[\p{L}\p{N}\p{M}_\u00AD\u200B-\u200D\u2060\uFEFF]`;
const IDEOGRAPH = String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]`;

/**
 * In order: O(n log n) and its kin whole; writing without blanks, sign by sign; words with their
 * apostrophes and the `++` or `#` of a language's name, `.NET` with its dot; operators such as `==`.
 */
const WORD = new RegExp(
	[
		String.raw`(?<!${LETTER})[OoΘΩθω]\([^()\n]{1,24}\)`,
		IDEOGRAPH,
		String.raw`(?<![\p{L}\p{N}.])\.(?=[Nn][Ee][Tt](?!${LETTER}))${LETTER}+`,
		String.raw`(?:(?!${IDEOGRAPH})${LETTER})+(?:['’](?:(?!${IDEOGRAPH})${LETTER})+)*(?:\+\+|#)?`,
		String.raw`[=<>!+*%&|^~]+`
	].join('|'),
	'gu'
);

/**
 * Splits a text into words, symbol-aware: `C++`, `C#`, `.NET`, `O(n log n)` and `==` stay whole;
 * `async/await` and `copy-on-write` are words in a row, so that any spelling of them matches.
 * Markers of a list are no words.
 *
 * @returns words in order, with offsets into `text`
 */
export function wordsOf(text: string): Word[] {
	return Array.from(blankListMarkers(text).matchAll(WORD), (match) => ({
		text: match[0],
		span: [match.index, match.index + match[0].length] as const
	}));
}

// "e.g.", "i.e.", "vs." and initials do not end a sentence.
const SENTENCE_END = /(?<!\b(?:e\.g|i\.e|vs|cf|resp|\p{L}))[.!?]+["'”’)\]]*(?=\s|$)|[;\n]+/giu;

/**
 * Splits a text into sentences at full stops, question and exclamation marks, semicolons and
 * line ends. Markers of a list belong to none.
 *
 * @returns ranges without surrounding blanks, in order; none for a text without words
 */
export function sentencesOf(typed: string): Span[] {
	const text = blankListMarkers(typed);
	const sentences: Span[] = [];
	let start = 0;
	for (const match of text.matchAll(SENTENCE_END)) {
		const end = match.index + match[0].length;
		push(start, end);
		start = end;
	}
	push(start, text.length);
	return sentences;

	function push(from: number, to: number): void {
		const part = text.slice(from, to);
		if (!/[\p{L}\p{N}]/u.test(part)) return;
		const begin = from + (part.length - part.trimStart().length);
		sentences.push([begin, begin + part.trim().length]);
	}
}
