import { expect, test } from 'vitest';
import type { Span } from '$lib/domain/types';
import { cutWindows } from '$lib/embedder/windows';

/** One piece a word, words of one letter with a blank between: piece n stands at 2n. */
function spans(count: number): Span[] {
	return Array.from({ length: count }, (_, i) => [2 * i, 2 * i + 1]);
}

test('a text that fits is one window, an empty one none', () => {
	expect(cutWindows(spans(10), [0], 10)).toEqual([[0, 10]]);
	expect(cutWindows([], [], 10)).toEqual([]);
});

test('cuts where a sentence begins, as late as the window allows', () => {
	// Sentences begin at pieces 0, 3, 7 and 9.
	expect(cutWindows(spans(12), [0, 6, 14, 18], 8)).toEqual([
		[0, 7],
		[7, 12]
	]);
});

test('a sentence that begins at a mark the tokenizer drops still is a place to cut', () => {
	// A zero-width sign at offset 13 opens the sentence whose first piece stands at 14.
	expect(cutWindows(spans(12), [0, 13], 8)).toEqual([
		[0, 7],
		[7, 12]
	]);
});

test('cuts a sentence longer than the window between words', () => {
	// The pieces 3, 4 and 5 are one word.
	const row: Span[] = [
		[0, 1],
		[2, 3],
		[4, 5],
		[6, 12],
		[6, 12],
		[6, 12],
		[13, 14]
	];

	expect(cutWindows(row, [0], 5)).toEqual([
		[0, 3],
		[3, 7]
	]);
});

test('cuts a word longer than the window where it must', () => {
	const row = Array.from({ length: 7 }, (): Span => [0, 50]);

	expect(cutWindows(row, [0], 3)).toEqual([
		[0, 3],
		[3, 6],
		[6, 7]
	]);
});
