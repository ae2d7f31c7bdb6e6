/** Longest part of an answer that a search shows, in characters. */
const EXCERPT = 400;
/** What is shown before the first word found. */
const LEAD = 80;

type Range = readonly [start: number, end: number];

/** Where the words of a search stand in a text, in its own characters; they may overlap. */
export function foundRanges(text: string, query: string): Range[] {
	const words = query.split(/\s+/u).filter((word) => word !== '');
	return words.flatMap((word) => {
		const pattern = new RegExp(word.replaceAll(/[$()*+./?[\\\]^{|}-]/gu, String.raw`\$&`), 'giu');
		return Array.from(text.matchAll(pattern), (match): Range => [
			match.index,
			match.index + match[0].length
		]);
	});
}

/** The part of a long text round the first word found, with an ellipsis where it was cut. */
export function excerptOf(text: string, query: string): string {
	if (text.length <= EXCERPT) return text;
	const first = Math.min(...foundRanges(text, query).map(([start]) => start), text.length);
	const wanted = first === text.length ? 0 : Math.max(0, first - LEAD);
	const start = wanted === 0 ? 0 : afterSpace(text, wanted);
	const end = Math.min(text.length, start + EXCERPT);
	return `${start > 0 ? '… ' : ''}${text.slice(start, end)}${end < text.length ? ' …' : ''}`;
}

/** The beginning of the next word, so that none is cut; the place itself where none is near. */
function afterSpace(text: string, place: number): number {
	const space = text.slice(place, place + LEAD).search(/\s/u);
	return space < 0 ? place : place + space + 1;
}
