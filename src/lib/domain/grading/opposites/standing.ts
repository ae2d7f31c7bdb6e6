import { hasObjectPronoun } from './clause';
import type { AnalysedText } from './comparison';
import type { Token } from './tokens';
import type { Unit } from './unit';

/** Whether a word stands coordinated with another: right or left, manual and automatic. */
export function isBeside(token: Token, stem: string): boolean {
	const { tokens } = token.clause;
	const place = tokens.indexOf(token);
	for (let other = Math.max(0, place - 2); other < place + 3; other++) {
		if (tokens[other]?.stem !== stem) continue;
		const between = tokens.slice(Math.min(place, other), Math.max(place, other));
		if (between.some(({ word }) => word === 'and' || word === 'or')) return true;
	}
	return false;
}

/** Whether an object pronoun of the statement stands for a word of the clause before. */
export function standsForIt(unit: Unit, { clauses }: AnalysedText, stem: string): boolean {
	const first = unit.clauses[0];
	const before = clauses[(first?.index ?? 0) - 1];
	if (first === undefined || before === undefined || !hasObjectPronoun(first)) return false;
	return before.content.some((token) => token.stem === stem && !before.subject.includes(token));
}
