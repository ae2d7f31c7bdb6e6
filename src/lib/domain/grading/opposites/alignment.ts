import { opposed, relationOfTokens, type Relation } from './relations';
import type { Token } from './tokens';
import type { Unit } from './unit';

/** A word of the reference with its counterpart in the answer; `number` for differing numbers. */
export interface Pair {
	readonly reference: Token;
	readonly answer: Token;
	readonly relation: Relation | 'number';
}

export interface Alignment {
	readonly pairs: readonly Pair[];
	readonly unpairedReference: readonly Token[];
	readonly unpairedAnswer: readonly Token[];
}

const SAME_PLACE = 2;
const LEAST_PLACE_SCORE = 2;

/** Whether two statements share enough words to be worth comparing. */
export function sharesWords(reference: Unit, answer: Unit, share: number): boolean {
	let shared = 0;
	for (const stem of reference.weights.keys()) shared += answer.weights.get(stem) ?? 0;
	return shared >= 1 && shared >= share * reference.weight && shared >= share * answer.weight * 0.9;
}

/**
 * Pairs the words of two statements one to one: equal words first; words whose opposite (or
 * numbers of which another) also occurs are placed by their neighbours; then opposites, synonyms
 * and members of one family.
 */
export function alignUnits(reference: Unit, answer: Unit): Alignment {
	const [ours, theirs] = [reference.content, answer.content];
	const pairs: Pair[] = [];
	const paired = { reference: new Set<number>(), answer: new Set<number>() };
	const ambiguous = {
		reference: ambiguousPlaces(ours, theirs),
		answer: ambiguousPlaces(theirs, ours)
	};

	pairEqual(true);
	pairAmbiguous();
	pairEqual(false);
	for (const relation of ['antonym', 'synonym', 'sibling'] as const) pairRelated(relation);
	return {
		pairs,
		unpairedReference: ours.filter((_, place) => !paired.reference.has(place)),
		unpairedAnswer: theirs.filter((_, place) => !paired.answer.has(place))
	};

	function pair(i: number, j: number, relation: Pair['relation']): void {
		const [our, their] = [ours[i], theirs[j]];
		if (our === undefined || their === undefined) return;
		pairs.push({ reference: our, answer: their, relation });
		paired.reference.add(i);
		paired.answer.add(j);
	}

	function sameLeft(i: number, j: number): boolean {
		return i > 0 && j > 0 && ours[i - 1]?.stem === theirs[j - 1]?.stem;
	}

	function sameRight(i: number, j: number): boolean {
		return (
			i + 1 < ours.length && j + 1 < theirs.length && ours[i + 1]?.stem === theirs[j + 1]?.stem
		);
	}

	function pairEqual(skipAmbiguous: boolean): void {
		const candidates: { score: number; i: number; j: number }[] = [];
		for (const [i, our] of ours.entries()) {
			if (paired.reference.has(i) || (skipAmbiguous && ambiguous.reference.has(i))) continue;
			for (const [j, their] of theirs.entries()) {
				if (paired.answer.has(j) || our.stem !== their.stem) continue;
				const distance = Math.abs(i / ours.length - j / theirs.length);
				candidates.push({
					score: Number(sameLeft(i, j)) + Number(sameRight(i, j)) - distance,
					i,
					j
				});
			}
		}
		candidates.sort((a, b) => firstDifference(b.score - a.score, a.i - b.i, a.j - b.j));
		for (const { i, j } of candidates)
			if (!paired.reference.has(i) && !paired.answer.has(j)) pair(i, j, 'same');
	}

	function pairAmbiguous(): void {
		const mapped = mapPlaces(pairs);
		const candidates: {
			score: number;
			distance: number;
			i: number;
			j: number;
			relation: Pair['relation'];
		}[] = [];
		for (const i of ambiguous.reference)
			for (const j of ambiguous.answer) {
				const [our, their] = [ours[i], theirs[j]];
				if (our === undefined || their === undefined) continue;
				const relation = ambiguousRelation(our, their);
				if (relation === null) continue;
				const here = mapped.get(placeOf(our)) === placeOf(their);
				const score =
					(here ? SAME_PLACE : 0) +
					(sameLeft(i, j) ? 0.5 : 0) +
					(sameRight(i, j) ? 1.2 : 0) +
					(relation === 'same' ? 0.5 : 0) +
					(relation === 'synonym' ? 0.2 : 0) -
					(relation === 'number' ? 0.3 : 0);
				candidates.push({ score, distance: Math.abs(i - j), i, j, relation });
			}
		candidates.sort((a, b) =>
			firstDifference(b.score - a.score, a.distance - b.distance, b.i - a.i, b.j - a.j)
		);
		for (const { score, i, j, relation } of candidates) {
			if (paired.reference.has(i) || paired.answer.has(j)) continue;
			const needsPlace = relation === 'sibling' || relation === 'number';
			if (!needsPlace || score >= LEAST_PLACE_SCORE) pair(i, j, relation);
		}
	}

	function pairRelated(relation: Relation): void {
		for (const [i, our] of ours.entries()) {
			if (paired.reference.has(i)) continue;
			const j = theirs.findIndex(
				(their, place) => !paired.answer.has(place) && relationOfTokens(our, their) === relation
			);
			if (j >= 0) pair(i, j, relation);
		}
	}
}

function ambiguousRelation(our: Token, their: Token): Pair['relation'] | null {
	if (our.number !== null && their.number !== null && our.number !== their.number) return 'number';
	return relationOfTokens(our, their);
}

function ambiguousPlaces(own: readonly Token[], other: readonly Token[]): Set<number> {
	const places = new Set<number>();
	for (const [place, token] of own.entries()) {
		const ambiguous =
			token.number !== null
				? own.filter((word) => word.number !== null).length > 1 ||
					other.some((word) => word.number !== null && word.number !== token.number)
				: own.some((word) => word !== token && opposed(token.stem, word.stem) !== null) ||
					other.some((word) => opposed(token.stem, word.stem) !== null);
		if (ambiguous) places.add(place);
	}
	return places;
}

/** Clause and coordinated part that a word stands in. */
function placeOf(token: Token): string {
	return `${token.clause.index}/${token.part}`;
}

/** For each place of the reference the place of the answer that most of its pairs lie in. */
function mapPlaces(pairs: readonly Pair[]): Map<string, string> {
	const votes = new Map<string, Map<string, number>>();
	for (const { reference, answer } of pairs) {
		const from = placeOf(reference);
		const counts = votes.get(from) ?? new Map<string, number>();
		const to = placeOf(answer);
		counts.set(to, (counts.get(to) ?? 0) + Math.min(reference.weight, answer.weight));
		votes.set(from, counts);
	}
	const mapped = new Map<string, string>();
	for (const [from, counts] of votes) {
		let most = -1;
		for (const [to, count] of counts)
			if (count > most) {
				most = count;
				mapped.set(from, to);
			}
	}
	return mapped;
}

function firstDifference(...differences: readonly number[]): number {
	return differences.find((difference) => difference !== 0) ?? 0;
}
