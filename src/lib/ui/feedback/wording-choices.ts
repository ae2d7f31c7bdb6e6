import { sentencesOf } from '$lib/domain/grading/words';

type Range = readonly [start: number, end: number];

/** Longest wording that the API keeps, in UTF-16 units. */
const LONGEST = 500;

/**
 * The sentences of an answer that may be kept as a wording of a point, as they are sent.
 *
 * @param spans what decided the point
 * @returns in order, and the place of the one that holds most of the spans; 0 where none does
 */
export function wordingChoices(
	answer: string,
	spans: readonly Range[]
): { readonly choices: readonly string[]; readonly likeliest: number } {
	const sentences = sentencesOf(answer).filter((span) => answer.slice(...span).trim() !== '');
	const held = sentences.map(
		([from, to]) => spans.filter(([start]) => start >= from && start < to).length
	);
	return {
		choices: sentences.map((span) =>
			answer
				.slice(...span)
				.slice(0, LONGEST)
				.trim()
		),
		likeliest: Math.max(0, held.indexOf(Math.max(...held)))
	};
}
