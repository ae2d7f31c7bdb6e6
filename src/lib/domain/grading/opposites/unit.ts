import type { Clause } from './clause';
import type { Token } from './tokens';

const LONGEST_RUN = 4;
const LEAST_WEIGHT = 1.5;
const MOST_WORDS = 28;
const MOST_NUMBERS = 0.45;

/** A statement that can be compared: a main clause with the conditions around it. */
export interface Unit {
	readonly clauses: readonly Clause[];
	/** Numbers of the first and last clause. */
	readonly from: number;
	readonly to: number;
	/** Clauses that give content: asides and contrasts do not. */
	readonly contentClauses: readonly Clause[];
	readonly tokens: readonly Token[];
	/** Content words, those of an inherited subject first. */
	readonly content: readonly Token[];
	readonly inherited: ReadonlySet<Token>;
	readonly negators: readonly Token[];
	readonly weight: number;
	readonly words: ReadonlySet<string>;
	/** Weight of each lemma. */
	readonly weights: ReadonlyMap<string, number>;
	/** The main clause, or the first. */
	readonly main: Clause;
	readonly hasVerb: boolean;
	readonly hasCondition: boolean;
	readonly hasContrast: boolean;
	/** Ends before "than". */
	readonly cut: boolean;
}

/** All statements of a text. */
export function unitsOf(clauses: readonly Clause[]): Unit[] {
	const units: Unit[] = [];
	for (let from = 0; from < clauses.length; from++) {
		for (let to = from; to < Math.min(clauses.length, from + LONGEST_RUN); to++) {
			const run = clauses.slice(from, to + 1);
			if (run[0]?.sentence !== run.at(-1)?.sentence || mainClauses(run).length > 1) break;
			if (cutsSentence(run, clauses)) continue;
			const unit = createUnit(run);
			if (unit === null || unit.weight < LEAST_WEIGHT || unit.content.length > MOST_WORDS) continue;
			const numbers = unit.content.filter(
				(token) => token.number !== null || token.word.length === 1
			);
			if (numbers.length > MOST_NUMBERS * unit.content.length) continue;
			units.push(unit);
			const than = unit.tokens.findIndex((token) => token.word === 'than');
			if (to === from && than >= 0) {
				const cut = cutUnit(unit, than);
				if (cut.weight >= LEAST_WEIGHT) units.push(cut);
			}
		}
	}
	return units;
}

/** The statement that some clauses in a row make; null without clauses. */
export function createUnit(clauses: readonly Clause[]): Unit | null {
	const [first, last] = [clauses[0], clauses.at(-1)];
	if (first === undefined || last === undefined) return null;
	const contentClauses = clauses.filter(({ kind }) => kind !== 'aside' && kind !== 'contrast');
	const own = contentClauses.flatMap((clause) => clause.content);
	const main = mainClauses(clauses)[0] ?? first;
	const inherited =
		!main.hasOwnSubject && main.hasVerb ? main.subject.filter((token) => !own.includes(token)) : [];
	const tokens = clauses.flatMap((clause) => clause.tokens);
	return {
		clauses,
		from: first.index,
		to: last.index,
		contentClauses,
		...contentOf(tokens, [...inherited, ...own]),
		inherited: new Set(inherited),
		negators: contentClauses.flatMap((clause) => clause.tokens.filter((token) => token.negator)),
		main,
		hasVerb: contentClauses.some((clause) => clause.hasVerb),
		hasCondition: contentClauses.some((clause) => clause.kind === 'condition'),
		hasContrast: clauses.some((clause) => clause.kind === 'contrast'),
		cut: false
	};
}

function cutUnit(unit: Unit, than: number): Unit {
	const tokens = unit.tokens.slice(0, than);
	const kept = new Set(tokens);
	return {
		...unit,
		...contentOf(
			tokens,
			unit.content.filter((token) => kept.has(token) || unit.inherited.has(token))
		),
		negators: unit.negators.filter((token) => kept.has(token)),
		cut: true
	};
}

function contentOf(
	tokens: readonly Token[],
	content: readonly Token[]
): Pick<Unit, 'tokens' | 'content' | 'weight' | 'words' | 'weights'> {
	return {
		tokens,
		content,
		weight: weightOf(content),
		words: new Set(tokens.map((token) => token.word)),
		weights: new Map(content.map((token) => [token.stem, token.weight]))
	};
}

export function weightOf(tokens: Iterable<Token>): number {
	let sum = 0;
	for (const token of tokens) sum += token.weight;
	return sum;
}

function mainClauses(clauses: readonly Clause[]): Clause[] {
	return clauses.filter((clause) => clause.kind === 'main');
}

/** Whether a run leaves out the main clause of its sentence, or tears a condition off. */
function cutsSentence(run: readonly Clause[], clauses: readonly Clause[]): boolean {
	const [first, last] = [run[0], run.at(-1)];
	if (first === undefined || last === undefined) return true;
	const { sentence } = first;
	if (
		mainClauses(run).length === 0 &&
		mainClauses(clauses).some((clause) => clause.sentence === sentence && clause.content.length > 0)
	)
		return true;
	const before = clauses[first.index - 1];
	if (
		before?.sentence === sentence &&
		before.kind === 'condition' &&
		first.kind === 'main' &&
		!belongsToClauseBefore(before, clauses)
	)
		return true;
	const after = clauses[last.index + 1];
	return (
		after?.sentence === sentence &&
		after.kind === 'condition' &&
		belongsToClauseBefore(after, clauses)
	);
}

function belongsToClauseBefore(clause: Clause, clauses: readonly Clause[]): boolean {
	return (
		clauses[clause.index - 1]?.sentence === clause.sentence &&
		!['and', 'but', 'so'].includes(clause.wordAt(0))
	);
}
