import { WORDNET_ANTONYMS } from './lexicon/antonyms';
import { OPPOSITE_PREFIXES, PREFIX_PAIRS } from './lexicon/forms';
import { AMBIGUOUS_POLES } from './lexicon/word-classes';
import { clauseStem, POLES, stemsOfWords } from './stem';
import type { Token } from './tokens';

/** How two words stand to each other: the same, opposites, synonyms, or members of one family. */
export type Relation = 'same' | 'antonym' | 'synonym' | 'sibling';

const ambiguousPoles = stemsOfWords(AMBIGUOUS_POLES);

const antonyms: ReadonlySet<string> = new Set(
	WORDNET_ANTONYMS.trim()
		.split(/\s+/)
		.flatMap((pair) => {
			const [a = '', b = ''] = pair.split('/').map(clauseStem);
			return [`${a}/${b}`, `${b}/${a}`];
		})
);

/** Whether two lemmas are opposites by the lists: fully, as contrast terms, or not. */
export function opposed(a: string, b: string): 'fully' | 'contrast' | null {
	const polesOfB = POLES.get(b);
	if (polesOfB !== undefined)
		for (const pole of POLES.get(a) ?? [])
			for (const other of polesOfB)
				if (pole.axis === other.axis && pole.side !== other.side)
					return pole.contrast ? 'contrast' : 'fully';
	return antonyms.has(`${a}/${b}`) ? 'fully' : null;
}

function samePole(a: string, b: string): boolean {
	const polesOfB = POLES.get(b);
	if (polesOfB === undefined) return false;
	return (POLES.get(a) ?? []).some(
		(pole) =>
			!pole.contrast &&
			polesOfB.some((other) => pole.axis === other.axis && pole.side === other.side)
	);
}

/** Opposites by their form: un-known, pre-/post-, state-less. */
function opposedByForm(a: string, b: string): boolean {
	for (const [first, second] of PREFIX_PAIRS) {
		if (sharesRest(a, first, b, second) || sharesRest(b, first, a, second)) return true;
	}
	const [short, long] = a.length > b.length ? [b, a] : [a, b];
	for (const prefix of OPPOSITE_PREFIXES) {
		if (prefix.length === 1 && short.length < 6) continue;
		if (short.length >= 4 && long === prefix + short) return true;
	}
	return lacks(a, b) || lacks(b, a);
}

function sharesRest(a: string, prefixOfA: string, b: string, prefixOfB: string): boolean {
	return (
		a.startsWith(prefixOfA) &&
		b.startsWith(prefixOfB) &&
		a.length - prefixOfA.length >= 4 &&
		a.slice(prefixOfA.length) === b.slice(prefixOfB.length)
	);
}

function lacks(without: string, other: string): boolean {
	if (!without.endsWith('less') || without.length <= 6) return false;
	const base = without.slice(0, -4);
	return other.startsWith(base) && ['', 'ful', 'y', 'e'].includes(other.slice(base.length));
}

/** Relation of two lemmas, null for none; numbers are related only to themselves. */
export function relationOf(a: string, b: string): Relation | null {
	if (a === b) return 'same';
	if (a.startsWith('#') || b.startsWith('#')) return null;
	const how = opposed(a, b);
	if (how === 'fully' || opposedByForm(a, b)) return 'antonym';
	if (samePole(a, b)) return 'synonym';
	return how === 'contrast' ? 'sibling' : null;
}

/** The same for words in their place: "to drop" is no opposite of "a lead". */
export function relationOfTokens(a: Token, b: Token): Relation | null {
	const relation = relationOf(a.stem, b.stem);
	if (
		relation !== null &&
		relation !== 'same' &&
		isAction(a) !== isAction(b) &&
		(ambiguousPoles.has(a.stem) || ambiguousPoles.has(b.stem))
	)
		return null;
	return relation;
}

function isAction(token: Token): boolean {
	return token.verb || token.word.endsWith('ing');
}
