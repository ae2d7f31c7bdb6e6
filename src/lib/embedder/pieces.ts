import type { Span } from '$lib/domain/types';

/** A text's word pieces with the place in the text that each was read from. */
export interface Pieces {
	readonly ids: readonly number[];
	readonly spans: readonly Span[];
}

// What the model's normaliser turns into a blank. Other control and format characters vanish, so
// "dead\u200Block" is one word; they therefore belong to the run they stand in.
const BLANK = String.raw`\t\n\r\p{Zs}\u2028\u2029`;
// What the pre-tokenizer sets apart: punctuation, with all ASCII symbols, and ideographs.
const MARK = String.raw`\p{P}\u0021-\u002F\u003A-\u0040\u005B-\u0060\u007B-\u007E`;
const IDEOGRAPH = String.raw`\u4E00-\u9FFF\u3400-\u4DBF\uF900-\uFAFF`;
const CHUNK = new RegExp(`[${MARK}]|[${IDEOGRAPH}]|[^${BLANK}${MARK}${IDEOGRAPH}]+`, 'gu');

/**
 * Word pieces of a text with offsets, which the tokenizer does not give. BERT's pre-tokenisation
 * looks at nothing beyond the blank, mark or ideograph next to a run, so the runs tokenised one by
 * one give the pieces of the whole; each piece gets the span of its run.
 *
 * Names of special tokens typed as text, such as `[SEP]`, come out as plain text.
 *
 * @param tokenize ids of a run's pieces, without special tokens
 */
export function piecesOf(text: string, tokenize: (run: string) => readonly number[]): Pieces {
	const ids: number[] = [];
	const spans: Span[] = [];
	for (const match of text.matchAll(CHUNK)) {
		const span = [match.index, match.index + match[0].length] as const;
		for (const id of tokenize(match[0])) {
			ids.push(id);
			spans.push(span);
		}
	}
	return { ids, spans };
}
