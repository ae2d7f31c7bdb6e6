import type { Comparison } from './comparison';
import { isTellingVerb } from './denial-flips';
import { isSamePart, type Flip } from './flips';
import type { Token } from './tokens';

/** How much of two statements must be paired before a reversal counts; found on the pairs of
 * tests/fixtures/opposites, where the results hardly change around these values. */
const LEAST_COVERAGE = 0.66;
const LEAST_ANSWER_COVERAGE = 0.8;
const LEAST_REFERENCE_COVERAGE = 0.4;
const CLEARLY_AGREED = 1.5;
const LEAST_AGREED = 1;
const LEAST_MATCHED = 2;
const LEAST_SCORE = 0.5;
const NEARLY_WHOLE = 0.95;

/** Whether a statement of the answer says the opposite of one of the reference. */
export function isContradiction(comparison: Comparison): boolean {
	const { reference, answer } = comparison;
	if (!reference.hasVerb || !answer.hasVerb || comparison.score < LEAST_SCORE) return false;
	if (!isWellPaired(comparison)) return false;
	if (answer.hasContrast || reference.hasContrast) return false;
	if (reference.cut || answer.cut) {
		const than = reference.words.has('than') || answer.words.has('than');
		if (than || (reference.cut && answer.cut)) return false;
	}
	const { flips, doubt } = comparison;
	if (doubt !== null) return false;
	return flips.length % 2 === 1 || isReversedInEachPart(comparison);
}

function isWellPaired(comparison: Comparison): boolean {
	const { reference, answer, coverage, agreed, matched } = comparison;
	const both = coverage.reference >= LEAST_COVERAGE && coverage.answer >= LEAST_COVERAGE;
	const answerWhole =
		coverage.answer >= LEAST_ANSWER_COVERAGE &&
		coverage.reference >= LEAST_REFERENCE_COVERAGE &&
		agreed >= CLEARLY_AGREED &&
		keepsSubject(comparison);
	if (!both && !answerWhole) return false;
	if (matched < LEAST_MATCHED || agreed < LEAST_AGREED) return false;
	if (inherits(comparison) && comparison.agreedOwn < LEAST_AGREED) return false;
	if (agreed >= CLEARLY_AGREED) return true;
	return (
		coverage.reference >= LEAST_ANSWER_COVERAGE &&
		coverage.answer >= LEAST_ANSWER_COVERAGE &&
		comparison.pairs.some(
			(pair) =>
				pair.relation === 'same' &&
				reference.main.subject.includes(pair.reference) &&
				answer.main.subject.includes(pair.answer)
		)
	);
}

function keepsSubject({ reference, answer, pairs }: Comparison): boolean {
	const { subject } = reference.main;
	if (subject.length === 0) return false;
	if (answer.main.subject.length === 0) return true;
	return pairs.some((pair) => pair.relation !== 'number' && subject.includes(pair.reference));
}

function inherits({ reference, answer }: Comparison): boolean {
	return reference.inherited.size > 0 || answer.inherited.size > 0;
}

/** An even number of flips, each in its own part with its own paired word: several reversals. */
function isReversedInEachPart({ flips, pairs, reference, answer }: Comparison): boolean {
	if (flips.length < 2 || flips.some((flip) => flip.kind === 'stray_negation')) return false;
	const places: Token[] = [];
	for (const flip of flips) {
		if (flip.answer === null || flip.answer.clause.kind === 'condition') return false;
		if (places.some((place) => flip.answer !== null && isSamePart(place, flip.answer)))
			return false;
		if (answer.inherited.has(flip.answer)) return false;
		if (flip.reference !== null && reference.inherited.has(flip.reference)) return false;
		places.push(flip.answer);
	}
	// A flip in the subject reaches every part.
	const subjects = answer.clauses.flatMap((clause) => (clause.hasOwnSubject ? clause.subject : []));
	if (places.some((place) => subjects.includes(place))) return false;
	const sameSubject = pairs.some(
		(pair) =>
			pair.relation === 'same' &&
			reference.main.subject.includes(pair.reference) &&
			answer.main.subject.includes(pair.answer)
	);
	return flips.every(
		(flip, index) => sameSubject || flip.kind === 'negation' || hasOwnPair(places[index], pairs)
	);
}

function hasOwnPair(place: Token | undefined, pairs: Comparison['pairs']): boolean {
	return (
		place !== undefined &&
		pairs.some(
			(pair) => pair.relation === 'same' && pair.answer !== place && isSamePart(pair.answer, place)
		)
	);
}

/** Whether two statements say the same: no flip, or two that cancel inside one clause. */
export function isConsistent(comparison: Comparison): boolean {
	const { matched, coverage, reference, answer, pairOf } = comparison;
	if (matched < CLEARLY_AGREED) return false;
	if (inherits(comparison) && comparison.agreedOwn < CLEARLY_AGREED) return false;
	const { flips, doubt } = comparison;
	if (doubt !== null && doubt !== 'condition') return false;
	if (coverage.answer < NEARLY_WHOLE || coverage.reference < NEARLY_WHOLE)
		for (const unit of [reference, answer]) {
			const verb = unit.main.tokens.find(isTellingVerb);
			if (verb !== undefined && !pairOf.has(verb)) return false;
		}
	return flips.length === 0 || cancelOut(flips);
}

function cancelOut(flips: readonly Flip[]): boolean {
	const [first, second, more] = flips;
	if (first === undefined || second === undefined || more !== undefined) return false;
	const kinds = [first.kind, second.kind];
	if (kinds.some((kind) => ['quantity', 'number', 'stray_negation'].includes(kind))) return false;
	if (kinds.some((kind) => kind === 'crossed' || kind === 'relation')) return true;
	if (flips.some((flip) => flip.ofSubject === true)) return true;
	return first.answer !== null && second.answer !== null && isSamePart(first.answer, second.answer);
}
