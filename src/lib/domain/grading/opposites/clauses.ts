import { Clause } from './clause';
import { contentTokens } from './content-words';
import { findDenials } from './denials';
import { CONDITIONS, NEGATORS } from './lexicon/word-classes';
import { words } from './lexicon/words';
import { piecesOf } from './pieces';
import { findRoles } from './roles';
import type { Token } from './tokens';

const JOINING = words('and or but nor');
const COORDINATING = words('and or but');
const OPENS_FRAGMENT = words('but and yet');
const NO_FRAGMENT = words(
	'unlike instead rather without even otherwise because so while whereas which although though since unless until whether'
);
const LONGEST_FRAGMENT = 5;

/** The clauses of a text, in order, with subjects, negations and degrees worked out. */
export function clausesOf(text: string): Clause[] {
	const split = piecesOf(text).flatMap((piece) =>
		splitAtAnd(new Clause(piece.sentence, piece.boundary, contentTokens(piece)))
	);
	const clauses = mergeFragments(split);
	for (const [index, clause] of clauses.entries()) {
		clause.index = index;
		numberParts(clause);
	}
	for (const clause of clauses) {
		findRoles(clause, clauses);
		findDenials(clause);
	}
	return clauses;
}

/** Splits at and/or/but where both sides have a verb and something to say. */
function splitAtAnd(clause: Clause): Clause[] {
	const { sentence, boundary, tokens } = clause;
	const clauses: Clause[] = [];
	let from = 0;
	for (let place = 1; place < tokens.length - 1; place++) {
		if (!JOINING.has(clause.wordAt(place)) || place <= from) continue;
		const left = tokens.slice(from, place);
		const rest = tokens.slice(place + 1);
		const end = rest.findIndex((token) => COORDINATING.has(token.word));
		const right = end < 0 ? rest : rest.slice(0, end);
		if (!isStatement(left) || !isStatement(right)) continue;
		clauses.push(new Clause(sentence, from === 0 ? boundary : 'and', left));
		from = place;
	}
	clauses.push(new Clause(sentence, from === 0 ? boundary : 'and', tokens.slice(from)));
	return clauses;
}

function isStatement(tokens: readonly Token[]): boolean {
	return hasVerb(tokens) && tokens.some((token) => token.content);
}

function hasVerb(tokens: readonly Token[]): boolean {
	return tokens.some((token) => token.verb);
}

/** A short piece without a verb stays with its clause, as a part of its own. */
function mergeFragments(split: readonly Clause[]): Clause[] {
	const clauses: Clause[] = [];
	for (const clause of split) {
		const before = clauses.at(-1);
		if (before?.sentence === clause.sentence && isFragment(clause, before)) {
			const part = Math.max(...before.tokens.map((token) => token.part)) + 1;
			for (const token of clause.tokens) token.part = part;
			before.tokens.push(...clause.tokens);
		} else clauses.push(clause);
	}
	return clauses;
}

function isFragment(clause: Clause, before: Clause): boolean {
	const { tokens } = clause;
	const first = clause.wordAt(0);
	if (clause.content.length === 0 && !tokens.some((token) => NEGATORS.has(token.word))) return true;
	return (
		!hasVerb(tokens) &&
		(clause.boundary === 'comma' || OPENS_FRAGMENT.has(first)) &&
		!CONDITIONS.has(first) &&
		!NO_FRAGMENT.has(first) &&
		!tokens.slice(0, 3).some((token) => NEGATORS.has(token.word)) &&
		clause.content.length < LONGEST_FRAGMENT &&
		hasVerb(before.tokens)
	);
}

/** Coordinated parts: up one at every and/or/but, and at a later "without". */
function numberParts(clause: Clause): void {
	let part = 0;
	for (const [place, token] of clause.tokens.entries()) {
		if (COORDINATING.has(token.word) || (token.word === 'without' && place > 0)) part++;
		token.part = Math.max(token.part, part);
		token.clause = clause;
	}
}
