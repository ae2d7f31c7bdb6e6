import { CONTRACTIONS, HEDGE, IDIOMS, TIDYING } from './lexicon/phrases';
import { FUNCTION_WORDS } from './lexicon/word-classes';
import { replaceTraced, traceLowerCase, type TracedText } from './traced-text';

const CAPITALS =
	/\b(?!NOT\b|NO\b|NEVER\b|ONLY\b|ALWAYS\b|AND\b|OR\b|BUT\b|IT\b|IS\b|I\b)[A-Z]{2,}\b/g;

/** Python's value, not "none of them": written with a capital inside a sentence. */
const NONE = /(?<=`|[^.!?;:\s]\s)None\b(?! of\b)/g;

/**
 * One way of writing for what people write in many: lower case, no hedges ("I think that"), no
 * short forms, fixed phrases as one word. Words of SQL and the like that look like function words
 * (`UNION ALL`, `None`) get the prefix `kw`.
 */
export function normaliseClauses(original: string): TracedText {
	let traced = traceLowerCase(original);
	for (const start of keywordsInCapitals(original).reverse())
		traced = insertMark(traced, start, 'kw');
	for (const phrase of [...TIDYING.before, HEDGE, ...CONTRACTIONS, ...TIDYING.between])
		traced = replaceTraced(traced, phrase);
	for (const phrase of [...IDIOMS, ...TIDYING.after]) traced = replaceTraced(traced, phrase);
	return traced;
}

/** None where half of all words are in capitals: somebody shouts. */
function keywordsInCapitals(text: string): number[] {
	if (text.length !== text.toLowerCase().length) return [];
	const found = [...text.matchAll(CAPITALS)];
	const words = text.trim().split(/\s+/u).length;
	if (found.length >= 0.5 * words) return [];
	return [
		...found.filter((match) => FUNCTION_WORDS.has(match[0].toLowerCase())),
		...text.matchAll(NONE)
	]
		.map((match) => match.index)
		.sort((a, b) => a - b);
}

function insertMark(traced: TracedText, at: number, mark: string): TracedText {
	const place = traced.starts[at] ?? 0;
	const here = Array.from(mark, () => place);
	return {
		text: traced.text.slice(0, at) + mark + traced.text.slice(at),
		starts: [...traced.starts.slice(0, at), ...here, ...traced.starts.slice(at)],
		ends: [...traced.ends.slice(0, at), ...here, ...traced.ends.slice(at)]
	};
}
