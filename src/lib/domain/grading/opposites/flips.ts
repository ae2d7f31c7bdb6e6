import type { Pair } from './alignment';
import type { Aligned } from './comparison';
import { findDenialFlips } from './denial-flips';
import type { Doubt } from './doubts';
import { areOppositeQuantities, numbersOf, quantitiesOf } from './quantities';
import { comparedSides, fromTo, sharedCount, withoutShared } from './sides';
import { isBeside, standsForIt } from './standing';
import { findSubjectFlip } from './subject-flips';
import type { Token } from './tokens';
import type { Unit } from './unit';

export type FlipKind =
	| 'antonym'
	| 'sibling'
	| 'number'
	| 'quantity'
	| 'degree'
	| 'relation'
	| 'crossed'
	| 'exchanged'
	| 'negation'
	/** A negation more on one side, of no paired word. */
	| 'stray_negation';

/** One place where the answer turns the reference round. */
export interface Flip {
	readonly kind: FlipKind;
	/** Words as written; '' where there is none. */
	readonly words: readonly [reference: string, answer: string];
	readonly reference: Token | null;
	readonly answer: Token | null;
	/** Found in the subjects alone. */
	readonly ofSubject?: boolean;
}

/** All places where a statement of the answer turns one of the reference round. */
export function findFlips(aligned: Aligned): {
	flips: Flip[];
	doubt: Doubt | null;
	/** The sides of a comparison are exchanged. */
	crossed: boolean;
} {
	const ofSides = sideFlips(aligned);
	const crossed = ofSides.some((flip) => flip.kind === 'crossed');
	const exchange = foldExchange([...oppositeFlips(aligned), ...ofSides]);
	const flips = exchange.flips;
	if (!exchange.found) flips.push(...directionFlips(aligned));
	flips.push(...degreeFlips(aligned));
	const denial = findDenialFlips(aligned);
	flips.push(...denial.flips);
	flips.push(...numberFlips(aligned, flips), ...quantityFlips(aligned));
	const subject = findSubjectFlip(aligned);
	return {
		flips: [...flips, ...subject.flips],
		doubt: subject.doubt ?? denial.doubt,
		crossed
	};
}

function oppositeFlips({ pairs, reference, answer, ...texts }: Aligned): Flip[] {
	const { referenceText, answerText } = texts;
	return pairs.flatMap((pair): Flip[] => {
		const { reference: ours, answer: theirs, relation } = pair;
		if (relation === 'antonym' || relation === 'sibling') {
			if (isBeside(ours, theirs.stem) || isBeside(theirs, ours.stem)) return [];
			if (standsForIt(reference, referenceText, theirs.stem)) return [];
			if (standsForIt(answer, answerText, ours.stem)) return [];
			return [flipOf(relation, pair)];
		}
		if (relation !== 'number') return [];
		const told =
			theirs.clause.tokens.some((token) => token.number === ours.number) ||
			ours.clause.tokens.some((token) => token.number === theirs.number);
		return told ? [] : [flipOf('number', pair)];
	});
}

function flipOf(kind: FlipKind, { reference, answer }: Pair): Flip {
	return { kind, words: [reference.word, answer.word], reference, answer };
}

function placeless(kind: FlipKind, ours: string, theirs: string): Flip {
	return { kind, words: [ours, theirs], reference: null, answer: null };
}

/** "Than", "before" and "after" turned round. */
function sideFlips({ reference, answer }: Aligned): Flip[] {
	const [ourSides, theirSides] = [comparedSides(reference), comparedSides(answer)];
	if (ourSides === null || theirSides === null) return [];
	if ((ourSides.word === 'than') !== (theirSides.word === 'than')) return [];
	const [ours, theirs] = [withoutShared(ourSides), withoutShared(theirSides)];
	const flips: Flip[] = [];
	if (ours.word !== theirs.word) flips.push(placeless('relation', ours.word, theirs.word));
	const straight = sharedCount(ours.left, theirs.left) + sharedCount(ours.right, theirs.right);
	const leftToRight = sharedCount(ours.left, theirs.right);
	const rightToLeft = sharedCount(ours.right, theirs.left);
	const crossing = leftToRight + rightToLeft;
	if (crossing > 0 && (crossing > straight || (leftToRight > 0 && rightToLeft > 0)))
		flips.push(placeless('crossed', ours.word, theirs.word));
	return flips;
}

/** From … to exchanged. */
function directionFlips({ reference, answer }: Aligned): Flip[] {
	const [ourSides, theirSides] = [fromTo(reference), fromTo(answer)];
	if (ourSides === null || theirSides === null) return [];
	const [ours, theirs] = [withoutShared(ourSides), withoutShared(theirSides)];
	const exchanged =
		sharedCount(ours.left, theirs.right) > 0 &&
		sharedCount(ours.right, theirs.left) > 0 &&
		sharedCount(ours.left, theirs.left) === 0 &&
		sharedCount(ours.right, theirs.right) === 0;
	return exchanged ? [placeless('crossed', 'from', 'to')] : [];
}

/** Two opposites exchanged inside one clause are one exchange of roles, not two reversals. */
function foldExchange(flips: readonly Flip[]): { flips: Flip[]; found: boolean } {
	for (const [i, first] of flips.entries())
		for (const second of flips.slice(i + 1)) {
			if (!isExchange(first, second)) continue;
			const kept = flips
				.filter((flip) => flip !== second && flip.kind !== 'crossed')
				.map((flip): Flip => (flip === first ? { ...flip, kind: 'exchanged' } : flip));
			return { flips: kept, found: true };
		}
	return { flips: [...flips], found: false };
}

function isExchange(first: Flip, second: Flip): boolean {
	const kinds: FlipKind[] = ['antonym', 'sibling'];
	const { reference: ourFirst, answer: theirFirst } = first;
	const { reference: ourSecond, answer: theirSecond } = second;
	if (!kinds.includes(first.kind) || !kinds.includes(second.kind)) return false;
	if (ourFirst === null || theirFirst === null || ourSecond === null || theirSecond === null)
		return false;
	if (ourFirst.stem !== theirSecond.stem || ourSecond.stem !== theirFirst.stem) return false;
	if (isSamePart(theirFirst, theirSecond) && isSamePart(ourFirst, ourSecond)) return true;
	const kindsOfClauses = [theirFirst.clause.kind, theirSecond.clause.kind].sort().join();
	return (
		kindsOfClauses === 'condition,main' &&
		theirFirst.clause.kind === ourFirst.clause.kind &&
		theirSecond.clause.kind === ourSecond.clause.kind
	);
}

export function isSamePart(a: Token, b: Token): boolean {
	return a.clause === b.clause && a.part === b.part;
}

/** "More" against "less" of the same word, or of its opposite. */
function degreeFlips({ pairs }: Aligned): Flip[] {
	return pairs
		.filter(
			({ reference, answer, relation }) =>
				(relation === 'same' || relation === 'antonym') && reference.degree * answer.degree === -1
		)
		.map((pair) => flipOf('degree', pair));
}

function numberFlips({ reference, answer }: Aligned, flips: readonly Flip[]): Flip[] {
	const [ours, theirs] = [numbersOf(reference), numbersOf(answer)];
	const [allOurs, allTheirs] = [numbersIn(reference), numbersIn(answer)];
	const found: Flip[] = [];
	for (const [stem, our] of ours) {
		const their = theirs.get(stem);
		if (their === undefined) continue;
		if (sharedCount(our, allTheirs) > 0 || sharedCount(their, allOurs) > 0) continue;
		if ([...flips, ...found].some((flip) => flip.kind === 'number')) continue;
		found.push({
			...placeless('number', [...our].join('/'), [...their].join('/')),
			answer: answer.content.find((token) => token.stem === stem) ?? null
		});
	}
	return found;
}

function numbersIn(unit: Unit): Set<string> {
	return new Set(unit.content.flatMap(({ number }) => (number === null ? [] : [number])));
}

const EACH = ['every', 'each', 'always'];

function quantityFlips({ reference, answer }: Aligned): Flip[] {
	const theirs = quantitiesOf(answer);
	const flips: Flip[] = [];
	for (const [stem, our] of quantitiesOf(reference)) {
		const their = theirs.get(stem);
		if (their === undefined || !areOppositeQuantities(our, their)) continue;
		flips.push({
			kind: 'quantity',
			words: [our, their],
			reference: reference.tokens.find((token) => token.stem === stem) ?? null,
			answer: answer.tokens.find((token) => token.stem === stem) ?? null
		});
	}
	const onceAgainstEach = (once: Unit, each: Unit) =>
		once.words.has('once') && !each.words.has('once') && EACH.some((word) => each.words.has(word));
	if (onceAgainstEach(reference, answer) || onceAgainstEach(answer, reference))
		flips.push(placeless('quantity', 'once', 'every'));
	return flips;
}
