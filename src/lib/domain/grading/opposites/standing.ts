import { hasObjectPronoun } from './clause';
import type { AnalysedText } from './comparison';
import type { Token } from './tokens';
import type { Unit } from './unit';

/**
 * Whether a word stands joined with another: right or left, manual and automatic, threads of one
 * process. Then both are spoken of and neither takes the other's place.
 */
export function isBeside(token: Token, stem: string): boolean {
	const { tokens } = token.clause;
	const place = tokens.indexOf(token);
	return tokens.some((other, otherPlace) => {
		const distance = Math.abs(place - otherPlace);
		if (distance > 3 || other.stem !== stem) return false;
		const between = tokens.slice(Math.min(place, otherPlace), Math.max(place, otherPlace));
		return between.some(
			({ word }) => word === 'of' || (distance <= 2 && (word === 'and' || word === 'or'))
		);
	});
}

/** Whether an object pronoun of the statement stands for a word of the clause before. */
export function standsForIt(unit: Unit, { clauses }: AnalysedText, stem: string): boolean {
	const first = unit.clauses[0];
	const before = clauses[(first?.index ?? 0) - 1];
	if (first === undefined || before === undefined || !hasObjectPronoun(first)) return false;
	return before.content.some((token) => token.stem === stem && !before.subject.includes(token));
}
