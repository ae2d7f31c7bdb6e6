import type { Span } from '../../types';
import type { Clause } from './clause';
import { normaliseClauses } from './normalise-clauses';
import { clauseLemma } from './stem';
import { originalSpan } from './traced-text';

/** A word of a clause with all that the rules find out about it. */
export class Token {
	readonly word: string;
	readonly span: Span;
	/** Lemma; `#` and digits for a number. */
	stem: string;
	/** A content word; the others have no weight. */
	content = false;
	weight = 0;
	number: string | null = null;
	verb = false;
	/** Denies its target. */
	negator = false;
	target: Token | null = null;
	/** Content words that a negator denies. */
	scope: readonly Token[] = [];
	/** Denied once; denied twice is positive again. */
	negated = false;
	/** Number of the coordinated part of the clause. */
	part = 0;
	/** +1 behind "more", −1 behind "less". */
	degree = 0;
	/** Set as soon as the clauses stand. */
	clause!: Clause;

	constructor(word: string, span: Span) {
		this.word = word;
		this.span = span;
		this.stem = clauseLemma(word);
	}
}

/** A word, or a sign that ends a sentence, a question or a piece. */
export interface RawToken {
	readonly kind: 'word' | 'sentence_end' | 'question' | 'piece_end';
	readonly word: string;
	readonly span: Span;
}

const TOKEN = /[a-z0-9_+#]+(?:[.-][a-z0-9+#_]+)*|[.;:!?()\n,–—]|(?<=\s)-+(?=\s)/g;
const HYPHENATED_WHOLE = new Set(['at-least', 'at-most', 'compile-time', 'run-time']);

/** Words and boundaries of a text after normalising it. */
export function rawTokens(text: string): RawToken[] {
	const traced = normaliseClauses(text);
	const tokens: RawToken[] = [];
	for (const match of traced.text.matchAll(TOKEN)) {
		const word = match[0];
		const from = match.index;
		if (!/[a-z0-9_+#]/.test(word)) {
			push(kindOfSign(word), word, from);
		} else if (!word.includes('-') || HYPHENATED_WHOLE.has(word)) {
			push('word', word, from);
		} else {
			let at = from;
			for (const piece of word.split('-')) {
				if (piece !== '') push('word', piece, at);
				at += piece.length + 1;
			}
		}
	}
	return tokens;

	function push(kind: RawToken['kind'], word: string, from: number): void {
		tokens.push({ kind, word, span: originalSpan(traced, from, from + word.length) });
	}
}

function kindOfSign(sign: string): RawToken['kind'] {
	if (sign === '?') return 'question';
	return /[.;:!\n]/.test(sign) ? 'sentence_end' : 'piece_end';
}
