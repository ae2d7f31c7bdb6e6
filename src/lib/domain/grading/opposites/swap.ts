import { alignUnits, sharesWords, type Pair } from './alignment';
import { compareUnits, type AnalysedText } from './comparison';
import { isConsistent } from './decision';
import { words } from './lexicon/words';
import { minus, sharedCount } from './sides';
import type { Token } from './tokens';
import { createUnit, weightOf, type Unit } from './unit';

/** Two terms that are no known opposites, exchanged between two statements. */
export interface Swap {
	readonly reference: Unit;
	readonly answer: Unit;
	/** Share of the reference statement that is paired, 0–1. */
	readonly score: number;
}

const GIVES_REASON = words('because so since which if when as therefore hence');
const FARTHEST = 4;
const LEAST_SHARED = 0.45;
const ALONE: AnalysedText = { text: '', clauses: [], units: [] };

/** A statement of the reference given to a term of the statement beside it. */
export function findSwaps(reference: AnalysedText, answer: AnalysedText): Swap[] {
	const found: Swap[] = [];
	const ours = reference.units.filter((unit) => unit.clauses.length <= 2 && unit.hasVerb);
	const theirs = answer.units.filter(
		(unit) => unit.clauses.length <= 2 && unit.hasVerb && !unit.hasContrast
	);
	const others = reference.clauses.flatMap((clause) => {
		const unit = clause.content.length > 0 ? createUnit([clause]) : null;
		return unit === null ? [] : [unit];
	});

	for (const our of ours)
		for (const their of theirs) {
			if (!sharesWords(our, their, LEAST_SHARED)) continue;
			const match = matchOf(our, their);
			if (match === null) continue;
			const swap: Swap = { reference: our, answer: their, score: match.matched / our.weight };
			if (narrowsTerm(match) && others.some((other) => givesToOther(match, other, theirs)))
				found.push(swap);
			if (!isExchangeable(match)) continue;
			for (const other of others)
				if (isNear(our, other) && isSwapped(match, other, theirs, reference)) found.push(swap);
		}
	return found;
}

interface Match {
	readonly our: Unit;
	readonly their: Unit;
	readonly pairs: readonly Pair[];
	/** Words only the reference's, only the answer's statement has. */
	readonly ourWords: readonly Token[];
	readonly theirWords: readonly Token[];
	readonly matched: number;
}

/** Null where a word is opposed: that is no swap of unknown terms. */
function matchOf(our: Unit, their: Unit): Match | null {
	const { pairs, unpairedReference, unpairedAnswer } = alignUnits(our, their);
	if (pairs.some(({ relation }) => relation !== 'same' && relation !== 'synonym')) return null;
	return {
		our,
		their,
		pairs,
		ourWords: unpairedReference,
		theirWords: unpairedAnswer,
		matched: weightOf(pairs.map((pair) => pair.reference))
	};
}

function stemsOf(tokens: Iterable<Token>): Set<string> {
	return new Set(Array.from(tokens, (token) => token.stem));
}

function overlaps(a: Unit, b: Unit): boolean {
	return a.from <= b.to && b.from <= a.to;
}

function isBesideSentence(our: Unit, other: Unit): boolean {
	if (our.from <= other.from && other.from <= our.to) return false;
	return Math.abs(other.main.sentence - (our.clauses[0]?.sentence ?? 0)) <= 1;
}

/** The answer's subject has a word more: view, materialized view. */
function narrowsTerm({ our, their, ourWords, theirWords, matched }: Match): boolean {
	return (
		ourWords.length === 0 &&
		theirWords.length > 0 &&
		theirWords.length <= 2 &&
		matched >= 1.5 &&
		matched / our.weight >= 0.8 &&
		theirWords.every((token) => their.main.subject.includes(token)) &&
		their.main.hasOwnSubject
	);
}

function givesToOther(match: Match, other: Unit, theirs: readonly Unit[]): boolean {
	const { our, their, theirWords } = match;
	if (!isBesideSentence(our, other)) return false;
	const terms = stemsOf(theirWords);
	const ourSubject = stemsOf(our.main.subject);
	const otherSubject = stemsOf(other.main.subject);
	if (sharedCount(terms, otherSubject) < terms.size || sharedCount(terms, ourSubject) > 0)
		return false;
	if (hasAny(our, terms)) return false;
	const rest = minus(new Set(other.weights.keys()), terms);
	return (
		rest.size > 0 &&
		theirs.some(
			(unit) =>
				unit.main.hasOwnSubject &&
				!hasAny(unit, terms) &&
				sharedCount(rest, new Set(unit.weights.keys())) / rest.size >= 0.75 &&
				!overlaps(unit, their)
		)
	);
}

function hasAny(unit: Unit, stems: ReadonlySet<string>): boolean {
	return [...stems].some((stem) => unit.weights.has(stem));
}

function isLabel(token: Token): boolean {
	return token.number !== null || token.word.length < 2;
}

function isExchangeable({ our, their, pairs, ourWords, theirWords }: Match): boolean {
	if (ourWords.length === 0 || theirWords.length === 0) return false;
	if (ourWords.length > 2 || theirWords.length > 2 || ourWords.every(isLabel)) return false;
	const [ourSubject, theirSubject] = [stemsOf(our.main.subject), stemsOf(their.main.subject)];
	if (ourWords.some(({ stem }) => their.weights.has(stem) && theirSubject.has(stem))) return false;
	if (theirWords.some(({ stem }) => ourSubject.has(stem))) return false;
	if (ourWords.some((a) => theirWords.some((b) => a.verb !== b.verb))) return false;
	return (
		!pairs.some(({ reference, answer }) => reference.negated !== answer.negated) &&
		(our.negators.length - their.negators.length) % 2 === 0 &&
		our.hasCondition === their.hasCondition
	);
}

function isNear(our: Unit, other: Unit): boolean {
	return (
		isBesideSentence(our, other) &&
		Math.min(Math.abs(other.from - our.to), Math.abs(our.from - other.to)) <= FARTHEST
	);
}

function isSwapped(
	match: Match,
	other: Unit,
	theirs: readonly Unit[],
	reference: AnalysedText
): boolean {
	const { our, their, ourWords, theirWords, matched } = match;
	if (!theirWords.every(({ stem }) => other.weights.has(stem))) return false;
	if (ourWords.some(({ stem }) => other.weights.has(stem))) return false;
	const inSubject = new Set([
		...ourWords.map((token) => our.main.subject.includes(token)),
		...theirWords.map((token) => their.main.subject.includes(token))
	]);
	if (inSubject.size > 1) return false;
	const coverage = matched / our.weight;
	const both = coverage >= 0.6 && matched >= 2 && isGivenBack(match, other, theirs);
	const subjects =
		inSubject.has(true) &&
		![...ourWords, ...theirWords].some(isLabel) &&
		coverage >= 0.74 &&
		matched >= 2.5 &&
		matched / their.weight >= 0.74 &&
		weightOf(theirWords) >= 1;
	if (!both && !subjects) return false;
	const later = other.from > our.from ? other : our;
	if (GIVES_REASON.has(later.clauses[0]?.wordAt(0) ?? '')) return false;
	return !reference.units.some((unit) => !overlaps(unit, our) && agrees(unit, their));
}

/** Another statement of the answer gives the reference's words the other predicate. */
function isGivenBack(
	{ their, ourWords, theirWords }: Match,
	other: Unit,
	theirs: readonly Unit[]
): boolean {
	const rest = minus(new Set(other.weights.keys()), stemsOf(theirWords));
	return (
		rest.size > 0 &&
		theirs.some(
			(unit) =>
				!overlaps(unit, their) &&
				ourWords.every(({ stem }) => unit.weights.has(stem)) &&
				!theirWords.some(({ stem }) => unit.weights.has(stem)) &&
				sharedCount(rest, new Set(unit.weights.keys())) / rest.size >= 0.6
		)
	);
}

/** Compared by themselves: what stood before them is not read. */
function agrees(unit: Unit, their: Unit): boolean {
	if (!sharesWords(unit, their, 0.5)) return false;
	const comparison = compareUnits(unit, their, ALONE, ALONE);
	return comparison.score >= 0.85 && isConsistent(comparison);
}
