import type { Span } from '../../types';
import type { Phrase } from './lexicon/phrases';

/** A rewritten text that still knows where each of its code units stood in the original. */
export interface TracedText {
	readonly text: string;
	/** Start in the original, per code unit of `text`. */
	readonly starts: readonly number[];
	/** End in the original, per code unit of `text`. */
	readonly ends: readonly number[];
}

/** The text in lower case; one sign may become several. */
export function traceLowerCase(original: string): TracedText {
	const lower = original.toLowerCase();
	if (lower.length === original.length) {
		const starts = Array.from(lower, () => 0);
		for (let index = 0; index < lower.length; index++) starts[index] = index;
		return { text: lower, starts, ends: starts.map((start) => start + 1) };
	}
	let text = '';
	const starts: number[] = [];
	const ends: number[] = [];
	for (let index = 0; index < original.length; index++) {
		const signs = original.charAt(index).toLowerCase();
		text += signs;
		for (let unit = 0; unit < signs.length; unit++) {
			starts.push(index);
			ends.push(index + 1);
		}
	}
	return { text, starts, ends };
}

/**
 * Replaces every match. What takes its place stands where the whole match stood; signs that the
 * two share at the start or end keep their own place.
 *
 * @param pattern global; the replacement may name its groups as $1 …
 */
export function replaceTraced(traced: TracedText, [pattern, replacement]: Phrase): TracedText {
	const matches = [...traced.text.matchAll(pattern)];
	if (matches.length === 0) return traced;

	let text = '';
	const starts: number[] = [];
	const ends: number[] = [];
	let done = 0;
	for (const match of matches) {
		const from = match.index;
		const to = from + match[0].length;
		keep(done, from);
		const put = replacement.replace(/\$(\d)/g, (_, group: string) => match[Number(group)] ?? '');
		const head = sharedHead(match[0], put);
		const tail = sharedTail(match[0].slice(head), put.slice(head));
		keep(from, from + head);
		const middle = put.slice(head, put.length - tail);
		const start = traced.starts[from + head] ?? traced.ends[from - 1] ?? 0;
		const end = traced.ends[to - tail - 1] ?? start;
		text += middle;
		for (let unit = 0; unit < middle.length; unit++) {
			starts.push(start);
			ends.push(Math.max(start, end));
		}
		keep(to - tail, to);
		done = to;
	}
	keep(done, traced.text.length);
	return { text, starts, ends };

	function keep(from: number, to: number): void {
		text += traced.text.slice(from, to);
		for (let unit = from; unit < to; unit++) {
			starts.push(traced.starts[unit] ?? 0);
			ends.push(traced.ends[unit] ?? 0);
		}
	}
}

/** Where the code units `from` to `to` of a traced text stood in the original. */
export function originalSpan(traced: TracedText, from: number, to: number): Span {
	return [traced.starts[from] ?? 0, traced.ends[to - 1] ?? 0];
}

function sharedHead(a: string, b: string): number {
	let length = 0;
	while (length < a.length && length < b.length && a[length] === b[length]) length++;
	return length;
}

function sharedTail(a: string, b: string): number {
	let length = 0;
	while (length < a.length && length < b.length && a.at(-1 - length) === b.at(-1 - length))
		length++;
	return length;
}
