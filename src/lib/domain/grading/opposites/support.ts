import type { Clause } from './clause';
import type { AnalysedText, Comparison } from './comparison';
import { isConsistent } from './decision';
import type { Flip } from './flips';
import { opposed } from './relations';
import { clauseLemma } from './stem';
import type { Token } from './tokens';
import type { Unit } from './unit';

const NEARLY_AS_GOOD = 0.1;
const LEAST_SHARE = 0.7;

/**
 * Whether the answer also says the right thing where a contradiction was found: a true statement
 * about the same words silences it.
 */
export function isSupported(
	found: Comparison,
	all: readonly Comparison[],
	references: readonly AnalysedText[]
): boolean {
	return (
		all.some((other) => other !== found && agreesInstead(other, found)) ||
		references.some((reference) => toldElsewhere(found, reference))
	);
}

function agreesInstead(other: Comparison, found: Comparison): boolean {
	if (other.score < found.score - NEARLY_AS_GOOD || !isConsistent(other)) return false;
	if (
		covers(
			other.answer,
			found.answer,
			found.flips.map((flip) => flip.answer)
		)
	)
		return true;
	return (
		other.referenceText === found.referenceText &&
		covers(
			other.reference,
			found.reference,
			found.flips.map((flip) => flip.reference)
		)
	);
}

function covers(unit: Unit, found: Unit, flipped: readonly (Token | null)[]): boolean {
	return (
		unit.from <= found.to &&
		found.from <= unit.to &&
		unit.weight >= LEAST_SHARE * found.weight &&
		flipped.every(
			(token) =>
				token === null || (unit.from <= token.clause.index && token.clause.index <= unit.to)
		)
	);
}

/** Whether each side of a reversal is told elsewhere in its right place. */
function toldElsewhere(found: Comparison, reference: AnalysedText): boolean {
	const context = new Map(
		found.pairs
			.filter(({ relation }) => relation === 'same' || relation === 'synonym')
			.map((pair) => [pair.reference.stem, pair.reference.weight])
	);
	const total = [...context.values()].reduce((sum, weight) => sum + weight, 0);
	if (total === 0) return false;
	const { answer, answerText } = found;
	const inAnswer = clausesOutside(answerText, answer);
	const inReference =
		reference === found.referenceText
			? clausesOutside(reference, found.reference)
			: reference.clauses;

	return found.flips.some((flip) => {
		if (flip.kind === 'negation') {
			const [ours, theirs] = flip.words;
			const lemma = clauseLemma(ours === '' ? theirs : ours);
			const deniedInReference = ours !== '';
			return (
				inAnswer.some((clause) => saysWith(clause, lemma, deniedInReference)) ||
				inReference.some((clause) => saysWith(clause, lemma, !deniedInReference))
			);
		}
		if (flip.kind !== 'antonym' && flip.kind !== 'sibling') return false;
		const [ours, theirs] = lemmasOf(flip);
		return (
			inAnswer.some((clause) => tells(clause, ours, theirs, found.reference.negators.length)) ||
			inReference.some((clause) => tells(clause, theirs, ours, answer.negators.length))
		);
	});

	function saysWith(clause: Clause, lemma: string, denied: boolean): boolean {
		const says = clause.tokens.some(
			(token) => token.stem === lemma && token.content && token.negated === denied
		);
		if (!says || (!denied && clause.tokens.some((token) => token.negator))) return false;
		return shareOfContext(stemsOf(clause, true)) >= LEAST_SHARE;
	}

	function tells(clause: Clause, wanted: string, unwanted: string, negators: number): boolean {
		const stems = stemsOf(clause, clause.kind === 'main');
		if (!stems.has(wanted) || stems.has(unwanted)) return false;
		const ownNegators = clause.tokens.filter((token) => token.negator).length;
		if (Math.abs(ownNegators - negators) % 2 === 1) return false;
		for (const stem of context.keys()) {
			if (stem.startsWith('#') && !stems.has(stem)) return false;
			for (const other of stems) {
				const how = opposed(stem, other);
				if (how === 'fully' || (how === 'contrast' && !context.has(other))) return false;
			}
		}
		return shareOfContext(stems, [wanted, unwanted]) >= LEAST_SHARE;
	}

	function shareOfContext(stems: ReadonlySet<string>, without: readonly string[] = []): number {
		let share = 0;
		for (const [stem, weight] of context)
			if (stems.has(stem) && !without.includes(stem)) share += weight;
		return share / total;
	}
}

function lemmasOf({ words: [ours, theirs] }: Flip): [string, string] {
	return [clauseLemma(ours), clauseLemma(theirs)];
}

function clausesOutside({ clauses }: AnalysedText, unit: Unit): Clause[] {
	return clauses.filter(({ index }) => index < unit.from || index > unit.to);
}

function stemsOf(clause: Clause, withSubject: boolean): Set<string> {
	const tokens = withSubject ? [...clause.content, ...clause.subject] : clause.content;
	return new Set(tokens.map((token) => token.stem));
}
