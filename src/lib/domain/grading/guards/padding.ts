import { quote, type Guard } from './guard';

/** Sentences said again word for word: they were left out and earn nothing. */
export const repeated: Guard = ({ typed, ignored: { repeats } }) => {
	const first = repeats[0];
	if (first === undefined) return null;
	const times = repeats.length === 1 ? 'One sentence' : `${String(repeats.length)} sentences`;
	return {
		code: 'repeated',
		cap: null,
		message: `${times} say again word for word what was said before (“${typed
			.slice(...first)
			.trim()
			.slice(0, 60)}”) and count once. The score is not capped; leaving them out loses nothing.`
	};
};

/** Praise and intensifiers all over an answer: they were left out and earn nothing. */
export const padded: Guard = ({ typed, ignored: { padding } }) => {
	if (padding.length === 0) return null;
	const words = [...new Set(padding.map((span) => typed.slice(...span).toLowerCase()))];
	return {
		code: 'padding',
		cap: null,
		message: `Words that only praise or strengthen (${quote(words)}) stand all over this answer and were left out: they earn nothing. The score is not capped; without them the answer reads better and scores the same.`
	};
};
