import type { EncodedText } from '$lib/domain/grading/encoded';
import { readAsProse } from '$lib/domain/grading/list-markers';
import { plainMarks } from '$lib/domain/grading/plain-marks';
import { sentencesOf, wordsOf } from '$lib/domain/grading/words';
import type { Span } from '$lib/domain/types';
import { piecesOf, type Pieces } from './pieces';
import { addRow, normalise } from './pooling';
import { rarityOf } from './rarity';
import { DIMENSIONS, WINDOW_PIECES, type ModelRuntime } from './runtime';
import { cutWindows, type Range } from './windows';

/** Turns texts into vectors, one text at a time. */
export interface Encoder {
	/** First 8 hex digits of the model file's SHA-256. */
	readonly model: string;
	/**
	 * Reads a text: its vector, a vector for each word and for each sentence, all from the same
	 * pass. Never batched and never padded, since either changes the vectors of the int8 model.
	 *
	 * @param beforeWindow awaited before each pass; what it throws ends the reading
	 */
	encode(text: string, beforeWindow?: () => Promise<void>): Promise<EncodedText>;
}

/**
 * The text's vector is what sentence-transformers gives: the mean over all pieces with [CLS] and
 * [SEP], brought to length 1; beyond 256 pieces the mean over the windows, weighted by pieces.
 * A text with nothing to read (blank, or unknown to the vocabulary throughout, as emoji are) has
 * vectors of length 0, whose cosine with anything is 0, and takes no pass. A list is read as
 * its sentences in a row, and typographic marks as those of a keyboard.
 */
export function createEncoder(runtime: ModelRuntime): Encoder {
	return { model: runtime.model, encode };

	async function encode(text: string, beforeWindow?: () => Promise<void>): Promise<EncodedText> {
		const pieces = piecesOf(readAsProse(plainMarks(text)), (run) => runtime.tokenize(run));
		const sentences = sentencesOf(text);
		const readable = pieces.ids.some((id) => id !== runtime.special.unknown);
		const windows = readable
			? cutWindows(
					pieces.spans,
					sentences.map(([start]) => start),
					WINDOW_PIECES
				)
			: [];

		const whole = new Float32Array(DIMENSIONS);
		const rows = new Float32Array(pieces.ids.length * DIMENSIONS);
		for (const window of windows) {
			await beforeWindow?.();
			const output = await pass(pieces, window);
			for (let row = 0; row < output.length / DIMENSIONS; row++) addRow(whole, output, row);
			const [from, to] = window;
			rows.set(output.subarray(DIMENSIONS, (1 + to - from) * DIMENSIONS), from * DIMENSIONS);
		}

		const vectorOf = spanVectors(pieces.spans, rows);
		return {
			text,
			vector: normalise(whole),
			words: wordsOf(text).map((word) => ({
				...word,
				vector: vectorOf(word.span),
				rarity: rarityOf(idsOf(pieces, word.span), runtime.special.unknown)
			})),
			sentences: sentences.map((span) => ({ span, vector: vectorOf(span) })),
			windows: windows.length
		};
	}

	function pass(pieces: Pieces, [from, to]: Range): Promise<Float32Array> {
		const { cls, sep } = runtime.special;
		return runtime.forward([cls, ...pieces.ids.slice(from, to), sep]);
	}
}

/** Gives the vector of a range of the text: the mean of the pieces that touch it, of length 1. */
function spanVectors(spans: readonly Span[], rows: Float32Array): (span: Span) => Float32Array {
	return ([start, end]) => {
		const sum = new Float32Array(DIMENSIONS);
		for (let row = firstEndingAfter(spans, start); row < spans.length; row++) {
			const piece = spans[row];
			if (piece === undefined || piece[0] >= end) break;
			addRow(sum, rows, row);
		}
		return normalise(sum);
	};
}

/** The pieces that touch a range of the text. */
function idsOf({ ids, spans }: Pieces, [start, end]: Span): number[] {
	const found: number[] = [];
	for (let row = firstEndingAfter(spans, start); (spans[row]?.[0] ?? end) < end; row++)
		found.push(ids[row] ?? 0);
	return found;
}

/** Index of the first piece that ends after an offset; the spans ascend. */
function firstEndingAfter(spans: readonly Span[], offset: number): number {
	let low = 0;
	let high = spans.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((spans[middle]?.[1] ?? 0) > offset) high = middle;
		else low = middle + 1;
	}
	return low;
}
