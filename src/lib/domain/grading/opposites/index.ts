import { sharesWords } from './alignment';
import { spanOf, type Clause } from './clause';
import { clausesOf } from './clauses';
import { compareUnits, type AnalysedText, type Comparison } from './comparison';
import { isContradiction } from './decision';
import type { Opposite, OppositeKind } from './opposite';
import { findOrderReversals } from './order';
import { isSupported } from './support';
import { findSwaps } from './swap';
import { unitsOf } from './unit';

export type { Opposite, OppositeKind } from './opposite';

/** References cut into statements once, for any number of answers. */
export interface PreparedReferences {
	readonly texts: readonly AnalysedText[];
}

const LEAST_SHARED = 0.25;

/** Cuts references into statements; the costly half of a comparison that can be kept. */
export function prepareReferences(references: readonly string[]): PreparedReferences {
	return { texts: references.map(analyseText) };
}

/** Cuts a text into clauses and statements. */
export function analyseText(text: string): AnalysedText {
	const clauses = clausesOf(text);
	return { text, clauses, units: unitsOf(clauses) };
}

/**
 * Statements of an answer that say the opposite of a statement of a reference: a word more or
 * less denied, an antonym, another number, sides or roles exchanged, steps in the wrong order. No
 * vectors are used. A statement that is also told rightly is left alone, and so is whatever is
 * unsure: silence is no approval.
 *
 * @param references several wordings of the same truth; a right statement of any counts
 * @returns best matching first; empty when nothing is turned round
 */
export function findOpposites(
	references: readonly string[] | PreparedReferences,
	answer: string | AnalysedText
): Opposite[] {
	const texts = 'texts' in references ? references.texts : prepareReferences(references).texts;
	const answerText = typeof answer === 'string' ? analyseText(answer) : answer;
	const comparisons = texts.flatMap((reference) => compareTexts(reference, answerText));
	const found = comparisons
		.filter(
			(comparison) => isContradiction(comparison) && !isSupported(comparison, comparisons, texts)
		)
		.map((comparison) =>
			createOpposite(
				kindOf(comparison),
				texts.indexOf(comparison.referenceText),
				comparison.referenceText,
				comparison.reference.clauses,
				answerText,
				comparison.answer.clauses,
				comparison.score
			)
		);
	for (const [index, text] of texts.entries()) {
		for (const { reference, answer: theirs, score } of findOrderReversals(text, answerText))
			found.push(
				createOpposite('order', index, text, reference.clauses, answerText, theirs.clauses, score)
			);
		for (const { reference, answer: theirs, score } of findSwaps(text, answerText))
			found.push(
				createOpposite('swap', index, text, reference.clauses, answerText, theirs.clauses, score)
			);
	}
	return found.sort((a, b) => b.score - a.score);
}

function compareTexts(reference: AnalysedText, answer: AnalysedText): Comparison[] {
	return reference.units.flatMap((ours) =>
		answer.units
			.filter((theirs) => sharesWords(ours, theirs, LEAST_SHARED))
			.map((theirs) => compareUnits(ours, theirs, reference, answer))
	);
}

function kindOf({ flips }: Comparison): OppositeKind {
	const kind = flips[0]?.kind ?? 'negation';
	return kind === 'stray_negation' ? 'negation' : kind;
}

function createOpposite(
	kind: OppositeKind,
	index: number,
	reference: AnalysedText,
	ourClauses: readonly Clause[],
	answer: AnalysedText,
	theirClauses: readonly Clause[],
	score: number
): Opposite {
	const ours = spanOf(ourClauses.flatMap((clause) => clause.tokens));
	const theirs = spanOf(theirClauses.flatMap((clause) => clause.tokens));
	return {
		kind,
		reference: { index, span: ours, text: reference.text.slice(...ours) },
		answer: { span: theirs, text: answer.text.slice(...theirs) },
		score
	};
}
