/** Longest answer in code points; the contract's own figure, kept apart from its schemas. */
export const LONGEST_ANSWER = 50_000;
/** From here on the screen says how much room is left. */
const NEAR_THE_END = 45_000;

/**
 * Code points that still fit.
 *
 * @returns negative where the text is too long; null while the end is far away
 */
export function roomLeft(text: string): number | null {
	// A code point is one or two UTF-16 units, so a short text need not be counted.
	if (text.length < NEAR_THE_END) return null;
	let points = 0;
	for (const _ of text) points++;
	return points < NEAR_THE_END ? null : LONGEST_ANSWER - points;
}
