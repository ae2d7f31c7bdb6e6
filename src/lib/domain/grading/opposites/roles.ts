import type { Clause, ClauseKind } from './clause';
import { DEGREES } from './lexicon/forms';
import { CONDITIONS, KEPT_WORDS, PRONOUNS } from './lexicon/word-classes';
import { words } from './lexicon/words';
import { POLES } from './stem';

const BEFORE_CONDITION = words('only and but so or');
const NO_CONDITION_AFTER_ONCE = words('for per a and in when every the');
const PEOPLE = words('you we i one');
const CONTRASTS = words('unlike instead rather except compared');

/** Works out kind and subject of a clause and marks the words that more or less stands beside. */
export function findRoles(clause: Clause, clauses: readonly Clause[]): void {
	clause.kind = kindOf(clause, clauses[clause.index + 1]);
	findSubject(clause, clauses.slice(0, clause.index));
	markDegrees(clause);
}

function kindOf(clause: Clause, next: Clause | undefined): ClauseKind {
	const [first, second] = [clause.wordAt(0), clause.wordAt(1)];
	const proportion =
		comparesDegree(clause) &&
		next !== undefined &&
		next.sentence === clause.sentence &&
		comparesDegree(next);
	if (proportion) return 'condition';
	if (first === 'until' || (first === 'so' && second === 'that')) return 'tail';
	if (CONTRASTS.has(first)) return 'contrast';
	const evenIf = first === 'even' && ['if', 'when', 'though'].includes(second);
	if (evenIf || ['whether', 'although', 'though'].includes(first)) return 'aside';
	return opensCondition(clause, first, second) ? 'condition' : 'main';
}

function opensCondition(clause: Clause, first: string, second: string): boolean {
	return (
		CONDITIONS.has(first) ||
		(BEFORE_CONDITION.has(first) && CONDITIONS.has(second)) ||
		(first === 'as' && (second === 'long' || second === 'soon')) ||
		(first === 'in' && second === 'case') ||
		(first === 'once' &&
			!NO_CONDITION_AFTER_ONCE.has(second) &&
			(clause.boundary === 'sentence' || clause.boundary === 'comma') &&
			(PRONOUNS.has(second) || second === 'all' || second === 'everything')) ||
		first === 'without' ||
		(first === 'and' && second === 'without')
	);
}

/** "The longer …, the fewer …" */
function comparesDegree(clause: Clause): boolean {
	const second = clause.tokens[1];
	return (
		clause.wordAt(0) === 'the' &&
		second !== undefined &&
		(DEGREES.has(second.word) || (second.word.endsWith('er') && second.stem !== second.word))
	);
}

function findSubject(clause: Clause, before: readonly Clause[]): void {
	const verb = clause.tokens.findIndex((token) => token.verb);
	const opening = verb < 0 ? [] : clause.tokens.slice(0, verb);
	const own = opening.filter((token) => token.content && !KEPT_WORDS.has(token.word));
	clause.hasVerb = verb >= 0;
	clause.hasOwnSubject = own.length > 0;
	clause.hasPronoun =
		own.length === 0 &&
		opening.some((token) => PRONOUNS.has(token.word) && !PEOPLE.has(token.word));
	clause.subject = own.length > 0 ? own : inheritedSubject(clause, before);
}

function inheritedSubject(clause: Clause, before: readonly Clause[]): Clause['subject'] {
	const withSubject = before.filter((other) => other.subject.length > 0);
	const sameSentence = withSubject.filter((other) => other.sentence === clause.sentence);
	if (sameSentence.length > 0) return sameSentence.at(-1)?.subject ?? [];
	const sentenceBefore = withSubject.filter((other) => other.sentence === clause.sentence - 1);
	const source = clause.hasPronoun ? sentenceBefore[0] : sentenceBefore.at(-1);
	return source?.subject ?? [];
}

function markDegrees({ tokens }: Clause): void {
	for (const [place, token] of tokens.entries()) {
		const { word, stem } = token;
		if (
			token.content &&
			/(?:er|est)$/.test(word) &&
			stem !== word &&
			(POLES.has(stem) || word.endsWith('ier')) &&
			token.degree === 0
		)
			token.degree = 1;
		const degree = DEGREES.get(word);
		if (degree === undefined) continue;
		const beside =
			tokens.slice(place + 1, place + 3).find((other) => other.content && other.number === null) ??
			tokens.slice(0, place).findLast((other) => other.content);
		if (beside !== undefined) beside.degree = degree;
	}
}
