import { IRREGULAR, NUMBER_WORDS } from './lexicon/forms';
import {
	AUXILIARIES,
	DETERMINERS,
	FUNCTION_WORDS,
	KEPT_WORDS,
	LIGHT_WORDS,
	NEGATORS,
	PARTICLES,
	UNCOUNTED_WORDS
} from './lexicon/word-classes';
import { words } from './lexicon/words';
import { Token } from './tokens';
import type { Piece } from './pieces';
import { isVerb } from './verb-guess';

const BASE_FORM_FOLLOWED_BY = words('it them all only not to up with in from your');
const CLEAR_VERB_BEFORE = words('not to only never always');
const VERB_LIMITS = words('and or but that which who to you they we it then');
const ONE_AS_PRONOUN_AFTER = words(
	'the this that no every any some another each which first second real other new old'
);
const PLACES = words('up down out away back');
const NAMES_LIKE_FUNCTION_WORDS = words('let finally do');
const AFTER_SUCH_A_NAME = words(
	'is was has can does declares refers block blocks variable variables'
);
const POSSESSIVES = words('its their my your our his her an of');
const BE = words('is are be was');

/** The tokens of a piece with verbs guessed, and content words told from the others. */
export function contentTokens(piece: Piece): Token[] {
	const tokens = piece.words.map(({ word, span }) => new Token(word, span));
	for (const [place, token] of tokens.entries()) {
		const prev = tokens[place - 1]?.word ?? '';
		const next = tokens[place + 1]?.word ?? '';
		token.verb = isVerbHere(tokens, place, piece.boundary === 'sentence');
		weigh(token, place, prev, next, tokens);
	}
	return tokens;
}

function isVerbHere(tokens: readonly Token[], place: number, sentenceStart: boolean): boolean {
	const word = tokens[place]?.word ?? '';
	const prev = tokens[place - 1]?.word ?? '';
	const next = tokens[place + 1]?.word ?? '';
	if (!isVerb(word, prev, next)) return false;
	if (AUXILIARIES.has(word)) return true;
	if (place === 0 && sentenceStart && word.endsWith('s')) return false;
	const inflected = word.endsWith('s') || word.endsWith('ed');
	if (place === 0 && !inflected && !DETERMINERS.has(next) && !BASE_FORM_FOLLOWED_BY.has(next))
		return false;
	if (inflected || IRREGULAR.has(word) || AUXILIARIES.has(prev) || CLEAR_VERB_BEFORE.has(prev))
		return true;
	// A base form behind another verb of the same clause is no verb.
	for (const before of tokens.slice(0, place).reverse()) {
		if (VERB_LIMITS.has(before.word)) return true;
		if (before.verb) return false;
	}
	return true;
}

function weigh(
	token: Token,
	place: number,
	prev: string,
	next: string,
	tokens: readonly Token[]
): void {
	const { word } = token;
	token.number = numberOf(word, prev, next);
	if (token.number !== null) {
		count(0.5);
		token.stem = `#${token.number}`;
	} else if (word === 'at-least' || word === 'at-most') count(0.3);
	else if (isParticle(word, place, prev, next, tokens)) count(0.4);
	else if (isGood(word, place, prev, next, tokens)) count(1);
	else if (UNCOUNTED_WORDS.has(word)) return;
	else if (NAMES_LIKE_FUNCTION_WORDS.has(word) && place === 0 && AFTER_SUCH_A_NAME.has(next)) {
		count(1);
		token.verb = false;
	} else if (word === 'own' && !POSSESSIVES.has(prev)) {
		count(1);
		token.verb = true;
	} else if (KEPT_WORDS.has(word)) count(0.5);
	else if (FUNCTION_WORDS.has(word) || NEGATORS.has(word) || word.length < 2) {
		if (/^[b-hj-ru-z]$/.test(word)) count(0.5);
	} else count(LIGHT_WORDS.has(token.stem) || LIGHT_WORDS.has(word) ? 0.5 : 1);

	function count(weight: number): void {
		token.content = true;
		token.weight = weight;
	}
}

function numberOf(word: string, prev: string, next: string): string | null {
	const digits = NUMBER_WORDS.get(word);
	if (digits !== undefined) {
		const pronoun =
			word === 'one' &&
			(ONE_AS_PRONOUN_AFTER.has(prev) ||
				((next === '' || FUNCTION_WORDS.has(next)) && !BE.has(prev)));
		if (!pronoun) return digits;
	}
	return /^\d+(?:\.\d+)?%?$/.test(word) ? word : null;
}

function isParticle(
	word: string,
	place: number,
	prev: string,
	next: string,
	tokens: readonly Token[]
): boolean {
	return (
		PARTICLES.has(word) &&
		prev !== '' &&
		!FUNCTION_WORDS.has(prev) &&
		!['the', 'a', 'an', 'of'].includes(next) &&
		(tokens[place - 1]?.verb === true ||
			next === '' ||
			(PLACES.has(word) && FUNCTION_WORDS.has(next)))
	);
}

/** "Works well", not "as well as". */
function isGood(
	word: string,
	place: number,
	prev: string,
	next: string,
	tokens: readonly Token[]
): boolean {
	if (word !== 'well') return false;
	if (place === 1 && prev === 'but') return true;
	return (
		place > 0 &&
		prev !== 'as' &&
		next !== 'as' &&
		(AUXILIARIES.has(prev) || isVerb(prev, tokens[place - 2]?.word ?? '', 'well'))
	);
}
