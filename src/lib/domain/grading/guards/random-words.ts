import type { Evidence } from '../types';
import { CAPS, capText, type Guard, type GuardInput } from './guard';
import { isBareList } from './keyword-list';
import { functionShare, isFormal, segmentsOf, type Reading } from './reading';

/** From here on, words without order are no slip of the pen. */
const FEWEST_WORDS = 15;

/** A list of key words of the question meets more than that share with its words. */
const MOST_MET = 0.3;
const MET_COSINE = 0.6;

/** Nobody lists that many key words in a row; prose of that length has function words. */
const LONG_WORDS = 60;
const RUN_WORDS = 12;
const PROSE_FUNCTION_WORDS = 0.12;

/** Words in an order that English does not have: of places looked at, so many, and that share. */
const FEWEST_BREAKS = 3;
const BREAK_SHARE = 0.25;
const MANY_PLACES = 15;
const BREAK_SHARE_OF_MANY = 0.2;

/** Words without sentences that have little to do with the question, or in no order at all. */
export const randomWords: Guard = (input) => {
	const { answer, foreign } = input;
	if (
		foreign !== null ||
		answer.words.length < FEWEST_WORDS ||
		!(isHeap(input) || isShuffled(answer))
	)
		return null;
	const cap = CAPS.random_words;
	return {
		code: 'random_words',
		cap,
		message: `These ${String(answer.words.length)} words form no sentences: they stand side by side without an order. The score is at most ${capText(cap)}. Whole sentences lift this.`
	};
};

function isHeap({ answer, evidence }: GuardInput): boolean {
	if (isFormal(answer)) return false;
	const isLong = answer.words.length >= LONG_WORDS;
	const isRun = answer.words.length / segmentsOf(answer).length >= RUN_WORDS;
	if (isLong && isRun && functionShare(answer.words) < PROSE_FUNCTION_WORDS) return true;
	return isBareList(answer) && evidence !== null && metShare(answer, evidence) < MOST_MET;
}

/** Share of the answer's content words that a key word of the rubric is met by, 0–1. */
function metShare(answer: Reading, evidence: Evidence): number {
	const starts = new Set<number>();
	for (const text of [...evidence.expected, ...evidence.points.flat()])
		for (const match of text.words)
			if (match.span !== null && (match.same || match.cosine >= MET_COSINE))
				starts.add(match.span[0]);
	const met = new Set(
		answer.content.filter((word) => starts.has(word.span[0])).map((word) => word.stem)
	);
	return met.size / Math.max(1, answer.stems.size);
}

const DETERMINERS = setOf('the a an its their your my our his every');
const PREPOSITIONS = setOf('of from into with for by at during');
const NEVER_AFTER_DETERMINER = setOf(
	`the a an of in on at to from into with for by and or but is are was were be been has have had do does
	did can could will would may might must should it they them we you he she that which who if then than as
	because so when where why not`
);
const NEVER_AFTER_PREPOSITION = setOf(
	`is are was were of and or but can could will would may might must should be been has have had do does
	did with for from into by if then than not`
);

/** Whether the words stand as if shuffled: "the of", "with is" and the like, again and again. */
function isShuffled({ text, words }: Reading): boolean {
	let places = 0;
	let breaks = 0;
	for (const [index, word] of words.entries()) {
		// A capital letter may be a label: "bulb A is on".
		const isDeterminer = DETERMINERS.has(word.normal) && word.text !== 'A';
		if (!isDeterminer && !PREPOSITIONS.has(word.normal)) continue;
		const next = words[index + 1];
		// Code, operators and quotes between two words say nothing about their order.
		const between = text.slice(word.span[1], next?.span[0]).trim();
		if (next === undefined || (between !== '' && !(isDeterminer && /^[.!?]/u.test(between))))
			continue;
		places++;
		if (between !== '') {
			breaks++;
			continue;
		}
		const never = isDeterminer ? NEVER_AFTER_DETERMINER : NEVER_AFTER_PREPOSITION;
		if (never.has(next.normal)) breaks++;
	}
	const share = places >= MANY_PLACES ? BREAK_SHARE_OF_MANY : BREAK_SHARE;
	return breaks >= FEWEST_BREAKS && breaks / places >= share;
}

function setOf(words: string): ReadonlySet<string> {
	return new Set(words.split(/\s+/u).filter((word) => word !== ''));
}
