import type { Aligned, AnalysedText } from './comparison';
import type { Flip } from './flips';
import { relationOf } from './relations';
import type { Token } from './tokens';
import { weightOf, type Unit } from './unit';

/** Why flips may not turn the meaning round. */
export type Doubt =
	| 'verb'
	| 'moved_negation'
	| 'scope'
	| 'parity'
	| 'subject'
	| 'condition'
	| 'than'
	| 'only'
	| 'label'
	| 'role'
	| 'also'
	| 'subjects_differ'
	| 'relative'
	| 'topic'
	| 'other';

const LEAST_CONDITION_PAIRED = 0.6;
const ALSO = ['also', 'too', 'likewise', 'similarly'];
const OTHER = ['other', 'another', 'opposite'];

/** The last reason that applies, null for none. */
export function findDoubt(
	aligned: Aligned,
	flips: readonly Flip[],
	crossed: boolean
): Doubt | null {
	const checks: readonly (readonly [Doubt, () => boolean])[] = [
		['condition', () => onlyOneHasCondition(aligned)],
		['than', () => reversedBehindThan(aligned, flips)],
		['only', () => onlyOneSaysOnly(aligned, flips)],
		['label', () => labelsDiffer(aligned)],
		['role', () => !crossed && (referenceTurned(aligned) || answerTurned(aligned))],
		['also', () => speaksOfMore(aligned)],
		['subjects_differ', () => !crossed && subjectsDiffer(aligned)],
		['relative', () => isAboutUnknown(aligned)],
		['topic', () => topicsDiffer(aligned)],
		['other', () => saysAnyOf(aligned.answer, OTHER) && !saysAnyOf(aligned.reference, OTHER)]
	];
	return checks.findLast(([, applies]) => applies())?.[0] ?? null;
}

function saysAnyOf(unit: Unit, words: readonly string[]): boolean {
	return words.some((word) => unit.words.has(word));
}

function onlyOneHasCondition({ reference, answer, pairOf }: Aligned): boolean {
	if (reference.hasCondition === answer.hasCondition) return false;
	const unit = reference.hasCondition ? reference : answer;
	const tokens = unit.clauses
		.filter((clause) => clause.kind === 'condition')
		.flatMap((clause) => clause.tokens);
	const content = tokens.filter((token) => token.content);
	const weight = weightOf(content);
	const paired = weightOf(content.filter((token) => pairOf.has(token)));
	return (
		(weight > 0 && paired / weight < LEAST_CONDITION_PAIRED) ||
		tokens.some((token) => token.negator)
	);
}

function reversedBehindThan({ reference, answer }: Aligned, flips: readonly Flip[]): boolean {
	return [
		[reference, answer],
		[answer, reference]
	].some(([unit, other]) => {
		if (unit === undefined || other?.words.has('than') !== false) return false;
		const than = unit.tokens.findIndex((token) => token.word === 'than');
		if (than < 0) return false;
		const behind = unit.tokens.slice(than);
		return flips.some(
			(flip) =>
				(flip.answer !== null && behind.includes(flip.answer)) ||
				((flip.kind === 'antonym' || flip.kind === 'sibling') &&
					behind.some((token) => flip.words.includes(token.word)))
		);
	});
}

function onlyOneSaysOnly({ reference, answer }: Aligned, flips: readonly Flip[]): boolean {
	return (
		flips.some((flip) => flip.kind === 'negation') &&
		reference.words.has('only') !== answer.words.has('only')
	);
}

/** Case A against case B, step 1 against step 2. */
function labelsDiffer({ reference, answer }: Aligned): boolean {
	const [ours, theirs] = [labelsOf(reference), labelsOf(answer)];
	return ours.length > 0 && theirs.length > 0 && !ours.some((label) => theirs.includes(label));
}

function labelsOf(unit: Unit): string[] {
	return unit.main.subject
		.filter((token) => token.number !== null || token.word.length === 1)
		.map((token) => token.stem);
}

function isPassive({ reference, answer }: Aligned): boolean {
	return reference.words.has('by') || answer.words.has('by');
}

/** The subject of the reference is something else in the answer's main clause. */
function referenceTurned(aligned: Aligned): boolean {
	const { reference, answer, pairs } = aligned;
	if (!reference.main.hasOwnSubject || !(answer.main.hasOwnSubject || answer.main.hasPronoun))
		return false;
	const back = pairs.filter(
		(pair) => pair.relation === 'same' && reference.main.subject.includes(pair.reference)
	);
	return (
		back.length > 0 &&
		back.every(
			(pair) => !answer.main.subject.includes(pair.answer) && pair.answer.clause === answer.main
		) &&
		!answer.main.tokens.slice(0, 3).some((token) => token.word === 'there') &&
		!isPassive(aligned)
	);
}

/** The subject of the answer is something else in the reference's main clause. */
function answerTurned(aligned: Aligned): boolean {
	const { reference, answer, pairs } = aligned;
	if (!answer.main.hasOwnSubject || !(reference.main.hasOwnSubject || reference.main.hasPronoun))
		return false;
	const inSubject = pairs.filter((pair) => answer.main.subject.includes(pair.answer));
	const back = inSubject.filter((pair) => pair.relation === 'same');
	return (
		back.length > 0 &&
		back.every(
			(pair) =>
				!reference.main.subject.includes(pair.reference) &&
				pair.reference.clause === reference.main &&
				!reference.inherited.has(pair.reference)
		) &&
		reference.main.wordAt(0) !== 'there' &&
		!isPassive(aligned) &&
		!inSubject.some((pair) => ['antonym', 'sibling', 'synonym'].includes(pair.relation))
	);
}

function speaksOfMore({ reference, answer, pairs }: Aligned): boolean {
	const sameSubject = pairs.some(
		(pair) =>
			pair.relation === 'same' &&
			reference.main.subject.includes(pair.reference) &&
			answer.main.subject.includes(pair.answer)
	);
	return !sameSubject && saysAnyOf(answer, ALSO) && !saysAnyOf(reference, ALSO);
}

function subjectsDiffer({ reference, answer, pairOf }: Aligned): boolean {
	if (!reference.main.hasOwnSubject || !answer.main.hasOwnSubject) return false;
	const lonely = (unit: Unit, other: Unit, side: 'reference' | 'answer') =>
		unit.main.subject.some((token) => {
			const pair = pairOf.get(token);
			if (token.weight < 0.5) return false;
			return (
				pair === undefined || !(other.main.subject.includes(pair[side]) || pair.relation !== 'same')
			);
		});
	return lonely(reference, answer, 'answer') && lonely(answer, reference, 'reference');
}

/** A "which …" about a word that the other text does not have. */
function isAboutUnknown({ reference, answer, referenceText, answerText }: Aligned): boolean {
	const about = (unit: Unit, text: AnalysedText, other: AnalysedText) => {
		const first = unit.clauses[0];
		const before = text.clauses[(first?.index ?? 0) - 1];
		if (first === undefined || before?.sentence !== first.sentence) return false;
		if (!['where', 'which', 'who', 'whose'].includes(first.wordAt(0))) return false;
		const head = before.content.at(-1);
		return (
			head !== undefined &&
			!other.clauses.some((clause) => clause.content.some((token) => meansSame(token, head)))
		);
	};
	return about(answer, answerText, referenceText) || about(reference, referenceText, answerText);
}

function meansSame(a: Token, b: Token): boolean {
	const relation = relationOf(a.stem, b.stem);
	return relation === 'same' || relation === 'synonym';
}

function topicsDiffer({ reference, answer, referenceText, answerText }: Aligned): boolean {
	const [ours, theirs] = [topicOf(reference, referenceText), topicOf(answer, answerText)];
	if (ours.length === 0 || theirs.length === 0) return false;
	const lonely = (own: readonly Token[], other: readonly Token[]) =>
		own.some((token) => token.weight >= 0.5 && !other.some((word) => meansSame(token, word)));
	return lonely(ours, theirs) && lonely(theirs, ours);
}

/** Subject of the sentence's first main clause, if the statement is another clause. */
function topicOf(unit: Unit, { clauses }: AnalysedText): readonly Token[] {
	const first = clauses.find(
		(clause) =>
			clause.sentence === unit.clauses[0]?.sentence && clause.kind === 'main' && clause.hasVerb
	);
	if (first?.hasOwnSubject !== true || unit.clauses.includes(first)) return [];
	return first.subject.some((token) => unit.main.subject.includes(token)) ? [] : first.subject;
}
