import { rememberedOf } from '../remembered';
import type { Rubric } from '../types';
import { blankListMarkers } from './list-markers';
import {
	findOpposites,
	prepareReferences,
	type Opposite,
	type PreparedReferences
} from './opposites';
import { stemsOf } from './normalise';
import { quieten } from './shouted';
import type { GradeFlag, KeywordGrade, PointGrade } from './types';

/** What an answer turns round. */
export interface Reversals {
	/** Per point the reversal that matches it best, null for none. */
	readonly points: readonly (Opposite | null)[];
	/** Without a point list: the statements of an expected answer that are turned round. */
	readonly expected: readonly Opposite[];
	/** Largest share of an expected answer that stands in those statements, 0–1. */
	readonly lost: number;
}

interface PreparedRubric {
	readonly references: PreparedReferences;
	/** Number of the point that a reference words; null for an expected answer. */
	readonly pointOf: readonly (number | null)[];
	/** The references as they are written. */
	readonly texts: readonly string[];
}

/**
 * Statements of an answer that turn a point round, or an expected answer where the question has
 * no points. A statement that any wording says is right counts as right.
 */
export function findReversals(rubric: Rubric, answer: string): Reversals {
	const { references, pointOf, texts } = prepareRubric(rubric);
	const opposites = findOpposites(references, quieten(blankListMarkers(answer), texts)).filter(
		// The very words of a reference cannot be its opposite, whatever stands before them.
		(opposite) => stemsOf(opposite.answer.text).join() !== stemsOf(opposite.reference.text).join()
	);
	if (rubric.points.length > 0)
		return {
			points: rubric.points.map(
				(_, point) => opposites.find(({ reference }) => pointOf[reference.index] === point) ?? null
			),
			expected: [],
			lost: 0
		};
	return {
		points: [],
		expected: opposites,
		lost: Math.max(0, ...lostShares(references, opposites))
	};
}

const prepareRubric = rememberedOf((rubric: Rubric): PreparedRubric => {
	const wordings = rubric.points.flatMap((point, index) =>
		point.wordings.map((text) => ({ text, index }))
	);
	const texts = [...wordings.map(({ text }) => text), ...rubric.expected];
	return {
		references: prepareReferences(texts),
		texts,
		pointOf: [...wordings.map(({ index }) => index), ...rubric.expected.map(() => null)]
	};
});

/** Per reference the weight of the words in its reversed statements, as a share of all. */
function lostShares({ texts }: PreparedReferences, opposites: readonly Opposite[]): number[] {
	return texts.map(({ clauses }, index) => {
		const spans = opposites
			.filter(({ reference }) => reference.index === index)
			.map(({ reference }) => reference.span);
		let all = 0;
		let reversed = 0;
		for (const { weight, span } of clauses.flatMap((clause) => clause.content)) {
			all += weight;
			if (spans.some(([from, to]) => span[0] >= from && span[1] <= to)) reversed += weight;
		}
		return all > 0 ? reversed / all : 0;
	});
}

/** A point that the answer turns round earns nothing and says which statement that is. */
export function contradictPoints(
	points: readonly PointGrade[],
	{ points: reversed }: Reversals
): PointGrade[] {
	return points.map((point, index) => {
		const opposite = reversed[index] ?? null;
		if (opposite === null || point.state === 'contradicted') return point;
		return {
			...point,
			state: 'contradicted',
			coverage: 0,
			spans: [opposite.answer.span],
			mixed_up: oppositeText(opposite)
		};
	});
}

/** Key words that only contradicted points have count as not found. */
export function withoutContradicted(
	keywords: readonly KeywordGrade[],
	points: readonly PointGrade[],
	rubric: Rubric
): KeywordGrade[] {
	const earning = new Set<string>();
	const contradicted = new Set<string>();
	for (const [index, { keywords: terms }] of rubric.points.entries()) {
		const group = points[index]?.state === 'contradicted' ? contradicted : earning;
		for (const { term } of terms) group.add(term);
	}
	return keywords.map((keyword) =>
		contradicted.has(keyword.term) && !earning.has(keyword.term)
			? { ...keyword, found: false, span: null }
			: keyword
	);
}

/** A warning per reversed statement of an expected answer; it takes its share, so it caps nothing. */
export function oppositeFlags({ expected }: Reversals): GradeFlag[] {
	const best = expected[0];
	return best === undefined ? [] : [{ code: 'opposite', cap: null, message: oppositeText(best) }];
}

function oppositeText({ reference, answer }: Opposite): string {
	return `“${answer.text}” seems to say the opposite of “${reference.text}”.`;
}
