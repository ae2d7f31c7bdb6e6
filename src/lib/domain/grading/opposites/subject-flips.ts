import type { Aligned } from './comparison';
import type { Doubt } from './doubts';
import type { Flip } from './flips';
import { relationOf, type Relation } from './relations';
import type { Token } from './tokens';

/** Subjects that are each other's opposites without having been paired. */
export function findSubjectFlip(aligned: Aligned): { flips: Flip[]; doubt: Doubt | null } {
	const { reference, answer, pairs } = aligned;
	const [ours, theirs] = [reference.main.subject, answer.main.subject];
	if (ours.length === 0 || theirs.length === 0) return { flips: [], doubt: null };
	const related = ours.flatMap((our) =>
		theirs.map((their) => ({ our, their, relation: relationOf(our.stem, their.stem) }))
	);
	if (!related.some(({ relation }) => relation === 'same' || relation === 'synonym')) {
		const opposite = related.find(({ relation }) => isOpposite(relation));
		if (opposite !== undefined) {
			const { our, their, relation } = opposite;
			if (pairs.some((pair) => pair.reference === our && pair.answer === their))
				return { flips: [], doubt: null };
			return { flips: [subjectFlip(our, their, relation)], doubt: null };
		}
		const named =
			theirs.some((token) => reference.weights.has(token.stem)) ||
			ours.some((token) => answer.weights.has(token.stem));
		return { flips: [], doubt: named ? null : 'subject' };
	}
	const flips = related
		.filter(
			({ our, their, relation }) =>
				isOpposite(relation) &&
				!theirs.some((token) => token.stem === our.stem) &&
				!ours.some((token) => token.stem === their.stem) &&
				!pairs.some((pair) => pair.reference === our || pair.answer === their)
		)
		.map(({ our, their, relation }) => subjectFlip(our, their, relation));
	return { flips, doubt: null };
}

function isOpposite(relation: Relation | null): boolean {
	return relation === 'antonym' || relation === 'sibling';
}

function subjectFlip(our: Token, their: Token, relation: Relation | null): Flip {
	return {
		kind: relation === 'sibling' ? 'sibling' : 'antonym',
		words: [our.word, their.word],
		reference: null,
		answer: null,
		ofSubject: true
	};
}
