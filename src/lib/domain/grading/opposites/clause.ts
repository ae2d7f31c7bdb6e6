import type { Span } from '../../types';
import type { Token } from './tokens';

/**
 * What a clause does in its sentence: say something (main), restrict it (condition), grant
 * something aside, set something against it (contrast), or trail (tail).
 */
export type ClauseKind = 'main' | 'condition' | 'aside' | 'contrast' | 'tail';

/** What stood before a clause: a sentence end, a comma or bracket, a conjunction, an "and". */
export type Boundary = 'sentence' | 'comma' | 'hard' | 'and';

/** A clause of a text; the rules fill in what they find out. */
export class Clause {
	/** Number in the text. */
	index = 0;
	kind: ClauseKind = 'main';
	/** Content words before the first verb, or those of a clause before. */
	subject: readonly Token[] = [];
	hasOwnSubject = false;
	hasVerb = false;
	/** Its subject is a pronoun that stands for one named before. */
	hasPronoun = false;

	constructor(
		readonly sentence: number,
		readonly boundary: Boundary,
		readonly tokens: Token[]
	) {}

	get content(): Token[] {
		return this.tokens.filter((token) => token.content);
	}

	/** Word at a place, '' beyond the end. */
	wordAt(place: number): string {
		return this.tokens[place]?.word ?? '';
	}
}

/** From the first to the last word of some tokens in the original text. */
export function spanOf(tokens: readonly Token[]): Span {
	return [
		Math.min(...tokens.map((token) => token.span[0])),
		Math.max(...tokens.map((token) => token.span[1]))
	];
}

/** "It" or "them" behind a verb. */
export function hasObjectPronoun({ tokens }: Clause): boolean {
	const verb = tokens.findIndex((token) => token.verb);
	return verb >= 0 && tokens.slice(verb + 1).some(({ word }) => word === 'it' || word === 'them');
}
