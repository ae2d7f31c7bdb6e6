import { normaliseWord, stemOf } from '../grading/normalise';
import { sentencesOf, wordsOf } from '../grading/words';
import type { Span } from '../types';
import { advertTerms, type AdvertTerm, type AdvertTopicNames } from './advert-terms';
import { AMBIGUOUS, CUES_AFTER, CUES_BEFORE } from './technologies';

/** Words of an advert that name something. */
export interface Mention {
	/** As written. */
	readonly phrase: string;
	readonly span: Span;
}

/** What an advert names, everything in the order in which it is named. */
export interface AdvertReading {
	readonly topics: readonly {
		readonly topic: string;
		readonly mentions: readonly (Mention & { readonly concept: string | null })[];
	}[];
	/** Technologies without a topic, each once. */
	readonly not_covered: readonly Mention[];
}

interface Token {
	readonly text: string;
	readonly span: Span;
	readonly key: string;
	readonly stem: string;
}

interface Found extends Mention {
	readonly term: AdvertTerm;
	/** Places among the tokens, the last one included. */
	readonly first: number;
	readonly last: number;
}

/** What may stand between two words of one name: nothing, a blank, a line break, `-`, `.`, `/`, `_`. */
const WITHIN = /^(?:[-–./_]|[^\S\n]*\n?[^\S\n]*)$/u;
/** What stands between two items of a list. */
const BETWEEN = /^[^\S\n]*(?:[,/|•·&+()][^\S\n]*)*(?:(?:and|or)[^\S\n]+)?$/iu;

/**
 * Which topics and technologies a job advert names. Whole words are compared, never substrings:
 * "JavaScript" does not name Java. Names that are ordinary words too ("Go", "R", "Excel") count
 * only as they are written and beside another technology, a cue such as "in" or "developer", or
 * alone on a line. One-word concepts ("memory") count only beside another name of their topic.
 *
 * @param text as pasted; offsets of the spans are UTF-16 offsets into it
 */
export function readAdvert(text: string, topics: readonly AdvertTopicNames[]): AdvertReading {
	const tokens = wordsOf(text)
		.filter((word) => /[\p{L}\p{N}]/u.test(word.text))
		.map((word) => ({ ...word, key: normaliseWord(word.text), stem: stemOf(word.text) }));
	const all = findTerms(text, tokens, indexOf(advertTerms(topics)));
	const named = all.filter(
		(found, at) => found.term.needs !== 'company' || isInCompany(text, tokens, all, at)
	);
	const mentions = withinTopic(text, named);
	return { topics: byTopic(mentions), not_covered: withoutTopic(mentions) };
}

/** Terms by their first word, the longest first; of equal words the first one given. */
type TermIndex = ReadonlyMap<string, readonly AdvertTerm[]>;

function indexOf(terms: readonly AdvertTerm[]): TermIndex {
	const index = new Map<string, AdvertTerm[]>();
	for (const term of terms) {
		const first = term.words[0] ?? '';
		const same = index.get(first) ?? [];
		same.push(term);
		index.set(first, same);
	}
	for (const same of index.values()) same.sort((a, b) => b.words.length - a.words.length);
	return index;
}

/** Every term, the longest at each place, never overlapping. */
function findTerms(text: string, tokens: readonly Token[], index: TermIndex): Found[] {
	const found: Found[] = [];
	for (let first = 0; first < tokens.length; first++) {
		const token = tokens[first];
		if (token === undefined) break;
		const candidates = [
			...(index.get(token.key) ?? []),
			...(token.stem === token.key ? [] : (index.get(token.stem) ?? []))
		].sort((a, b) => b.words.length - a.words.length);
		const term = candidates.find((candidate) => isAt(text, tokens, first, candidate));
		if (term === undefined) continue;
		const last = first + term.words.length - 1;
		const span: Span = [token.span[0], tokens[last]?.span[1] ?? token.span[1]];
		found.push({ term, first, last, span, phrase: text.slice(...span) });
		first = last;
	}
	return found;
}

function isAt(text: string, tokens: readonly Token[], first: number, term: AdvertTerm): boolean {
	return term.words.every((word, offset) => {
		const token = tokens[first + offset];
		if (token === undefined || (term.byStem ? token.stem : token.key) !== word) return false;
		if (term.needs === 'company' && !AMBIGUOUS.has(token.text)) return false;
		const before = offset === 0 ? undefined : tokens[first + offset - 1];
		return before === undefined || WITHIN.test(text.slice(before.span[1], token.span[0]));
	});
}

/** Whether a name that may be an ordinary word stands where a technology stands. */
function isInCompany(
	text: string,
	tokens: readonly Token[],
	all: readonly Found[],
	at: number
): boolean {
	const found = all[at];
	if (found === undefined) return false;
	const [start, end] = found.span;
	// "R&D", "C-level" and "Go-to-market" are words of their own.
	if (/^(?:[-'’]|&\p{L})/u.test(text.slice(end, end + 2)) || /[-'’&]/u.test(text[start - 1] ?? ''))
		return false;

	const before = tokens[found.first - 1];
	const after = tokens[found.last + 1];
	const blankBefore = text.slice(before?.span[1] ?? 0, start);
	const blankAfter = text.slice(end, after?.span[0] ?? text.length);
	const beginsLine = before === undefined || blankBefore.includes('\n');
	const endsLine = after === undefined || blankAfter.includes('\n');
	if (beginsLine && endsLine) return true;

	const isListed = (left: Found | undefined, right: Found | undefined) =>
		left !== undefined &&
		right !== undefined &&
		left.last + 1 >= right.first - 1 &&
		/\S/u.test(text.slice(left.span[1], right.span[0])) &&
		BETWEEN.test(text.slice(left.span[1], right.span[0]));
	if (isListed(all[at - 1], found) || isListed(found, all[at + 1])) return true;

	const hasCueBefore = before !== undefined && CUES_BEFORE.has(before.key);
	const hasCueAfter = after !== undefined && CUES_AFTER.has(after.key);
	return (hasCueBefore && blankBefore.trim() === '') || (hasCueAfter && blankAfter.trim() === '');
}

/** Without the one-word concepts in whose sentence nothing else names their topic. */
function withinTopic(text: string, named: readonly Found[]): Found[] {
	const sentences = sentencesOf(text);
	const sentenceOf = (found: Found) =>
		sentences.findIndex(([from, to]) => from <= found.span[0] && found.span[0] < to);
	const anchors = new Set(
		named
			.filter(({ term }) => term.needs !== 'topic')
			.map((found) => `${String(sentenceOf(found))} ${String(found.term.topic)}`)
	);
	return named.filter(
		(found) =>
			found.term.needs !== 'topic' ||
			anchors.has(`${String(sentenceOf(found))} ${String(found.term.topic)}`)
	);
}

function byTopic(mentions: readonly Found[]): AdvertReading['topics'] {
	const topics = new Map<string, (Mention & { concept: string | null })[]>();
	for (const { term, phrase, span } of mentions) {
		if (term.topic === null) continue;
		const own = topics.get(term.topic) ?? [];
		own.push({ phrase, span, concept: term.concept });
		topics.set(term.topic, own);
	}
	return [...topics].map(([topic, own]) => ({ topic, mentions: own }));
}

function withoutTopic(mentions: readonly Found[]): Mention[] {
	const names = new Set<string>();
	return mentions.flatMap(({ term, phrase, span }) => {
		if (term.topic !== null || names.has(term.name)) return [];
		names.add(term.name);
		return [{ phrase, span }];
	});
}
