import { ignoredParts } from './ignored-parts';
import type { Guard } from './guard';

/** Sentences said again word for word: they were left out and earn nothing. */
export const repeated: Guard = ({ typed }) => {
	const { repeats } = ignoredParts(typed);
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
