import type { Clause } from './clause';
import { KEPT_WORDS, NEGATING_VERBS, NEGATING_WITH_OBJECT, NEGATORS } from './lexicon/word-classes';
import { words } from './lexicon/words';
import { stemsOfWords } from './stem';
import type { Token } from './tokens';

const WITH_OBJECT = stemsOfWords(NEGATING_WITH_OBJECT);
const DENY_BACKWARDS = words('nobody nothing none neither');

/** Marks what denies, which word it denies and how far that reaches. */
export function findDenials({ tokens }: Clause): void {
	for (const [place, token] of tokens.entries()) {
		const next = tokens[place + 1];
		if (token.number === '0' && next?.content === true && next.number === null) {
			token.content = false;
			token.weight = 0;
			deny(token, next, [next]);
			continue;
		}
		if (!denies(token, tokens.slice(place + 1, place + 5))) continue;
		const behind = tokens.slice(place + 1).filter((other) => other.content);
		const inPart = behind.filter((other) => other.part === token.part);
		const after = inPart.length > 0 ? inPart : behind;
		let target: Token | null =
			after.find((other) => other.weight >= 0.5 && !KEPT_WORDS.has(other.word)) ?? after[0] ?? null;
		if (target === null && DENY_BACKWARDS.has(token.word))
			target = tokens.slice(0, place).findLast((other) => other.content) ?? null;
		const part = target?.part ?? 0;
		deny(
			token,
			target,
			after.filter((other) => other.part === part)
		);
	}
}

function denies(token: Token, following: readonly Token[]): boolean {
	if (NEGATORS.has(token.word) || token.word === 'unless') return true;
	if (
		NEGATING_VERBS.has(token.stem) &&
		following.some(({ word }) => word === 'to' || word === 'from' || word.endsWith('ing'))
	)
		return true;
	return WITH_OBJECT.has(token.stem) && token.verb && following.some((other) => other.content);
}

function deny(negator: Token, target: Token | null, scope: readonly Token[]): void {
	negator.negator = true;
	negator.target = target;
	negator.scope = scope;
	if (target !== null) target.negated = !target.negated;
}
