import { alignUnits, type Pair } from './alignment';
import { hasObjectPronoun, type Clause } from './clause';
import { findDoubt, type Doubt } from './doubts';
import { findFlips, type Flip } from './flips';
import { weightOf, type Unit } from './unit';

/** A text cut into clauses and statements. */
export interface AnalysedText {
	readonly text: string;
	readonly clauses: readonly Clause[];
	readonly units: readonly Unit[];
}

/** A statement of a reference set beside one of the answer. */
export interface Aligned {
	readonly reference: Unit;
	readonly answer: Unit;
	readonly referenceText: AnalysedText;
	readonly answerText: AnalysedText;
	readonly pairs: readonly Pair[];
	/** The pair of a word on either side. */
	readonly pairOf: ReadonlyMap<Unit['content'][number], Pair>;
}

export interface Comparison extends Aligned {
	/** Weight of all paired words. */
	readonly matched: number;
	/** Weight of pairs that mean the same. */
	readonly agreed: number;
	/** The same without words from clauses before. */
	readonly agreedOwn: number;
	/** Share of either statement that is paired, 0–1. */
	readonly coverage: { readonly reference: number; readonly answer: number };
	/** Harmonic mean of the two before pronouns are made good. */
	readonly score: number;
	readonly flips: readonly Flip[];
	/** The last reason to doubt that the flips turn the meaning round. */
	readonly doubt: Doubt | null;
}

export function compareUnits(
	reference: Unit,
	answer: Unit,
	referenceText: AnalysedText,
	answerText: AnalysedText
): Comparison {
	const { pairs, unpairedReference, unpairedAnswer } = alignUnits(reference, answer);
	const pairOf = new Map(
		pairs.flatMap((pair) => [
			[pair.reference, pair],
			[pair.answer, pair]
		])
	);
	const aligned: Aligned = { reference, answer, referenceText, answerText, pairs, pairOf };
	const agreeing = pairs.filter(({ relation }) => relation === 'same' || relation === 'synonym');
	const covered = {
		reference: weightOf(pairs.map((pair) => pair.reference)) / reference.weight,
		answer: weightOf(pairs.map((pair) => pair.answer)) / answer.weight
	};
	// Most comparisons are dropped for their coverage alone.
	let judged: ReturnType<typeof judge> | undefined;
	const judgedOnce = () => (judged ??= judge(aligned));
	return {
		...aligned,
		matched: pairWeight(pairs),
		agreed: pairWeight(agreeing),
		agreedOwn: pairWeight(
			agreeing.filter(
				(pair) => !reference.inherited.has(pair.reference) && !answer.inherited.has(pair.answer)
			)
		),
		coverage: {
			reference:
				covered.reference + namedBefore(answer, answerText, unpairedReference) / reference.weight,
			answer: covered.answer + namedBefore(reference, referenceText, unpairedAnswer) / answer.weight
		},
		score:
			(2 * covered.reference * covered.answer) / Math.max(covered.reference + covered.answer, 1e-9),
		get flips() {
			return judgedOnce().flips;
		},
		get doubt() {
			return judgedOnce().doubt;
		}
	};
}

function judge(aligned: Aligned): Pick<Comparison, 'flips' | 'doubt'> {
	const { flips, doubt, crossed } = findFlips(aligned);
	return { flips, doubt: findDoubt(aligned, flips, crossed) ?? doubt };
}

function pairWeight(pairs: readonly Pair[]): number {
	return pairs.reduce(
		(sum, { reference, answer }) => sum + Math.min(reference.weight, answer.weight),
		0
	);
}

/** Weight of unpaired words that an object pronoun of the other statement may stand for. */
function namedBefore(
	unit: Unit,
	{ clauses }: AnalysedText,
	unpaired: readonly Unit['content'][number][]
): number {
	const first = unit.clauses[0];
	if (unpaired.length === 0 || first === undefined || first.index === 0) return 0;
	if (!hasObjectPronoun(first)) return 0;
	const named = new Set(
		clauses
			.slice(Math.max(0, first.index - 2), first.index)
			.flatMap((clause) => clause.content.map((token) => token.stem))
	);
	return weightOf(unpaired.filter((token) => named.has(token.stem)));
}
