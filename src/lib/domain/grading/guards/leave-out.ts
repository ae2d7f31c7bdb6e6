import type { Span } from '../../types';
import type { EncodedText } from '../encoded';
import { ignoredParts } from './ignored-parts';

/**
 * The encoded answer without its ignored parts, from the same pass. Where something is left out,
 * the whole text’s vector is the mean of the words that stay.
 */
export function leaveOutIgnored(answer: EncodedText): EncodedText {
	const { instructions, repeats, padding } = ignoredParts(answer.text);
	const ignored = [...instructions, ...repeats, ...padding];
	if (ignored.length === 0) return answer;

	const words = answer.words.filter((word) => !liesIn(word.span, ignored));
	const sentences = answer.sentences.filter((sentence) =>
		words.some((word) => liesIn(word.span, [sentence.span]))
	);
	const vector = new Float32Array(answer.vector.length);
	for (const word of words)
		for (const [i, value] of word.vector.entries()) vector[i] = (vector[i] ?? 0) + value;
	const length = Math.sqrt(vector.reduce((sum, value) => sum + value * value, 0));
	return {
		...answer,
		words,
		sentences,
		vector: length === 0 ? vector : vector.map((value) => value / length)
	};
}

function liesIn([start]: Span, spans: readonly Span[]): boolean {
	return spans.some(([from, to]) => start >= from && start < to);
}
