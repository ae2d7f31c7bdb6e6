import type { Boundary } from './clause';
import { CONDITIONS, HARD_WORDS } from './lexicon/word-classes';
import { words } from './lexicon/words';
import { rawTokens, type RawToken } from './tokens';
import { isVerb } from './verb-guess';

/** Words between two boundaries. */
export interface Piece {
	readonly sentence: number;
	readonly boundary: Boundary;
	readonly words: readonly RawToken[];
}

const KEEP_CONDITION = words('even only and but or');
const KEEP_SO = words('do not and');
const KEEP_SINCE = words('ever and but');
const SOFTER = words('instead unlike whether except');
const KEEP_SOFTER = words('and but or at');
const KEEP_RATHER = words('is are but');

/**
 * Splits a text at sentence ends, commas, brackets and dashes, and before the conjunctions that
 * open a clause. Questions are left out: they state nothing.
 */
export function piecesOf(text: string): Piece[] {
	const pieces: Piece[] = [];
	let boundary: Boundary = 'sentence';
	let current: RawToken[] = [];
	let sentence = 0;

	for (const token of rawTokens(text)) {
		if (token.kind === 'question') {
			current = [];
			open('sentence');
		} else if (token.kind === 'sentence_end') open('sentence');
		else if (token.kind === 'piece_end') open('comma');
		else {
			if (opensPiece(token.word, current)) {
				const moved = current.at(-1)?.word === 'even' ? current.splice(-1) : [];
				open('hard');
				current.push(...moved);
			}
			current.push(token);
		}
	}
	open('sentence');
	return pieces;

	function open(next: Boundary): void {
		if (current.length > 0) {
			if (boundary === 'sentence' && pieces.length > 0) sentence++;
			pieces.push({ sentence, boundary, words: current });
			boundary = next;
		} else if (boundary !== 'sentence') boundary = next;
		current = [];
	}
}

function opensPiece(word: string, current: readonly RawToken[]): boolean {
	const last = current.at(-1)?.word;
	if (last === undefined) return false;
	if (HARD_WORDS.has(word)) {
		if (KEEP_CONDITION.has(last) && (CONDITIONS.has(word) || word === 'though' || word === 'then'))
			return false;
		if (word === 'so' && KEEP_SO.has(last)) return false;
		if ((word === 'since' || word === 'then') && KEEP_SINCE.has(last)) return false;
		return word !== 'then' || hasVerb(current);
	}
	if (SOFTER.has(word)) return !KEEP_SOFTER.has(last);
	return word === 'rather' && !KEEP_RATHER.has(last);
}

function hasVerb(current: readonly RawToken[]): boolean {
	return current.some(({ word }, place) =>
		isVerb(word, current[place - 1]?.word ?? '', current[place + 1]?.word ?? '')
	);
}
