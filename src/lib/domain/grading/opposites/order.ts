import type { Clause } from './clause';
import type { AnalysedText } from './comparison';
import { RANKS } from './lexicon/forms';
import { LIGHT_WORDS, PARTICLES } from './lexicon/word-classes';
import { words } from './lexicon/words';
import { relationOf } from './relations';
import { minus, sharedCount } from './sides';
import type { Token } from './tokens';

/** Two steps of which one comes first. */
export interface Precedence {
	readonly earlier: ReadonlySet<string>;
	readonly later: ReadonlySet<string>;
	readonly clauses: readonly Clause[];
}

export interface OrderReversal {
	readonly reference: Precedence;
	readonly answer: Precedence;
	/** Share of the words that stand on the wrong side, 0–1. */
	readonly score: number;
}

const MARKERS = words(
	'first last finally then firstly secondly lastly initially subsequently afterwards'
);
const SKIPPED = words('and but so only');

interface Step {
	readonly rank: number;
	readonly stems: ReadonlySet<string>;
	readonly clause: Clause;
}

/** Steps that an answer puts in the opposite order. */
export function findOrderReversals(reference: AnalysedText, answer: AnalysedText): OrderReversal[] {
	const found: OrderReversal[] = [];
	const theirs = precedences(answer.clauses);
	for (const ours of theirs.length === 0 ? [] : precedences(reference.clauses)) {
		const [earlier, later] = apart(ours);
		for (const their of theirs) {
			const [earlierTheirs, laterTheirs] = apart(their);
			if (speaksOfOpposites(ours, their)) continue;
			const kept = [sharedCount(earlier, earlierTheirs), sharedCount(later, laterTheirs)] as const;
			const turned = [
				sharedCount(earlier, laterTheirs),
				sharedCount(later, earlierTheirs)
			] as const;
			const straight = kept[0] + kept[1];
			const crossing = turned[0] + turned[1];
			if (straight >= 2 && straight > crossing && kept[0] > 0 && kept[1] > 0) return [];
			const size = Math.min(earlier.size + later.size, earlierTheirs.size + laterTheirs.size);
			if (size === 0) continue;
			const score = crossing / size;
			const bothTurned =
				crossing >= 2 && crossing >= 3 * straight && turned[0] > 0 && turned[1] > 0 && score >= 0.5;
			if (bothTurned || (straight === 0 && score >= 0.75))
				found.push({ reference: ours, answer: their, score });
		}
	}
	return found;
}

function apart({ earlier, later }: Precedence): [Set<string>, Set<string>] {
	return [minus(earlier, later), minus(later, earlier)];
}

/** A word of one opposed to a word that only the other has: they speak of different things. */
function speaksOfOpposites(a: Precedence, b: Precedence): boolean {
	const [inA, inB] = [new Set([...a.earlier, ...a.later]), new Set([...b.earlier, ...b.later])];
	for (const ours of minus(inA, inB))
		for (const theirs of minus(inB, inA)) {
			const relation = relationOf(ours, theirs);
			if (relation === 'antonym' || relation === 'sibling') return true;
		}
	return false;
}

function precedences(clauses: readonly Clause[]): Precedence[] {
	const found: Precedence[] = [];
	const steps = stepsOf(clauses);
	for (const [place, a] of steps.entries())
		for (const b of steps.slice(place + 1)) {
			if (Math.abs(a.clause.sentence - b.clause.sentence) > 2 || a.rank === b.rank) continue;
			const [first, second] = a.rank < b.rank ? [a, b] : [b, a];
			found.push({ earlier: first.stems, later: second.stems, clauses: [a.clause, b.clause] });
		}
	return [...found, ...clauses.flatMap((clause) => beforeAndAfter(clause, clauses))];
}

function stepsOf(clauses: readonly Clause[]): Step[] {
	const steps: Step[] = [];
	let firstStep: Clause | null = null;
	for (const clause of clauses) {
		const forms = clause.tokens.map((token) => token.word);
		while (SKIPPED.has(forms[0] ?? '')) forms.shift();
		if (forms.length === 0) continue;
		const rank = rankOf(clause, forms, firstStep);
		if (rank === 1) firstStep = clause;
		if (rank === 0 || !clause.hasVerb) continue;
		const all = clause.content.filter((token) => !MARKERS.has(token.word));
		const telling = all.filter(({ stem }) => !LIGHT_WORDS.has(stem) && !PARTICLES.has(stem));
		steps.push({ rank, stems: stemsOf(telling.length > 0 ? telling : all), clause });
	}
	return steps;
}

function rankOf(clause: Clause, forms: readonly string[], firstStep: Clause | null): number {
	const [first = '', second = ''] = forms;
	const last = forms.at(-1) ?? '';
	if ((first === 'from' && second === 'there') || (first === 'after' && second === 'that'))
		return 2;
	const rank = RANKS.get(first);
	if (rank !== undefined) return rank;
	if (forms.length > 2) {
		if (last === 'first' || last === 'firstly') return 1;
		if (last === 'last') return 3;
		if (last === 'afterwards' || last === 'later') return 2;
	}
	if (clause.hasVerb && forms.length > 3 && forms.slice(0, 3).includes('then')) return 2;
	const followsFirst =
		firstStep?.sentence === clause.sentence && clause.kind === 'main' && clause.content.length >= 2;
	return followsFirst ? 2 : 0;
}

/** X before Y, X after Y, and "After X, Y". */
function beforeAndAfter(clause: Clause, clauses: readonly Clause[]): Precedence[] {
	const found: Precedence[] = [];
	for (const [place, { word }] of clause.tokens.entries()) {
		if ((word !== 'before' && word !== 'after') || clause.wordAt(place + 1) === 'that') continue;
		const right = clause.tokens.slice(place + 1).filter((token) => token.content);
		let source = clause.tokens.slice(0, place);
		let other: Clause | undefined;
		if (!source.some((token) => token.content)) {
			other = neighbour(clause, clauses);
			if (other !== undefined) source = other.tokens;
		}
		const left = source.filter((token) => token.content);
		if (left.length === 0 || right.length === 0) continue;
		const denied = source.filter((token) => token.negator).length % 2 === 1;
		if (word === 'after' && denied) continue;
		const [earlier, later] =
			(word === 'before') !== denied
				? [stemsOf(left), stemsOf(right)]
				: [stemsOf(right), stemsOf(left)];
		found.push({ earlier, later, clauses: other === undefined ? [clause] : [clause, other] });
	}
	return found;
}

/** The clause before in the same sentence, else the one behind. */
function neighbour(clause: Clause, clauses: readonly Clause[]): Clause | undefined {
	const { index, sentence } = clause;
	const before = clauses[index - 1];
	if (before?.sentence === sentence) return before;
	const behind = clauses[index + 1];
	return behind?.sentence === sentence ? behind : undefined;
}

function stemsOf(tokens: readonly Token[]): Set<string> {
	return new Set(tokens.map((token) => token.stem));
}
