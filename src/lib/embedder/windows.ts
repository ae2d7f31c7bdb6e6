import type { Span } from '$lib/domain/types';

/** Half-open range of piece indexes: `[from, to)`. */
export type Range = readonly [from: number, to: number];

/**
 * Cuts a row of word pieces into windows the model can read, at sentence ends; a sentence longer
 * than a window is cut between words.
 *
 * @param spans where each piece stands in the text; pieces of one word share a span
 * @param sentenceStarts offsets at which sentences begin, ascending
 * @param limit most pieces in a window, at least 1
 * @returns ranges that cover all pieces in order, none empty
 */
export function cutWindows(
	spans: readonly Span[],
	sentenceStarts: readonly number[],
	limit: number
): Range[] {
	const windows: Range[] = [];
	let from = 0;
	while (spans.length - from > limit) {
		const to = cutBefore(from + limit);
		windows.push([from, to]);
		from = to;
	}
	if (from < spans.length) windows.push([from, spans.length]);
	return windows;

	/** Last place at or before `end` where a sentence begins, or else a word. */
	function cutBefore(end: number): number {
		let word: number | undefined;
		let next = sentenceStarts.length - 1;
		for (let at = end; at > from; at--) {
			const start = startOf(at);
			const before = startOf(at - 1);
			if (start === before) continue;
			word ??= at;
			while ((sentenceStarts[next] ?? -1) > start) next--;
			// A sentence begins somewhere after the piece before and not after this one.
			if ((sentenceStarts[next] ?? -1) > before) return at;
		}
		// One word fills the whole window: nothing is left but to cut it.
		return word ?? end;
	}

	function startOf(index: number): number {
		return spans[index]?.[0] ?? 0;
	}
}
