import type { Question } from '../types';

/** How near another concept of the topic is: the cosine of the two concepts' texts. */
export interface Similarity {
	readonly concept: string;
	/** −1 to 1 */
	readonly cosine: number;
}

/** Points that a concept's text is made of: more would only blur it. */
const MOST_POINTS = 12;

/** A concept in words, for comparing: its title and what the questions say of it. */
export function conceptText(
	title: string,
	concept: string,
	questions: readonly Pick<Question, 'points'>[]
): string {
	const wordings = questions
		.flatMap((question) => question.points)
		.filter((point) => point.concept === concept)
		.slice(0, MOST_POINTS)
		.map((point) => point.wordings[0] ?? '');
	return [`${title}.`, ...wordings].join(' ');
}

/**
 * The concept most easily confused with another: its nearest neighbour. Mixing what is alike is
 * where interleaving helps (Brunmair & Richter 2019; Rohrer et al. 2014).
 *
 * @returns null where there is no other; of equals the first by name
 */
export function nearestConcept(own: string, similarities: readonly Similarity[]): string | null {
	const others = similarities
		.filter(({ concept }) => concept !== own)
		.sort((a, b) =>
			a.cosine === b.cosine ? (a.concept < b.concept ? -1 : 1) : b.cosine - a.cosine
		);
	return others[0]?.concept ?? null;
}
