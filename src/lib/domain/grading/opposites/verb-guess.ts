import {
	AUXILIARIES,
	DETERMINERS,
	FUNCTION_WORDS,
	NOUN_OR_VERB,
	PRONOUNS
} from './lexicon/word-classes';
import { IRREGULAR } from './lexicon/forms';
import { words } from './lexicon/words';
import { clauseStem, stemsOfWords, VERB_STEMS } from './stem';

const NOUNISH = stemsOfWords(NOUN_OR_VERB);

const AFTER_THESE_A_VERB_IN_S = words('only also just and it that which who never always then but');
const BEFORE_A_NAME = new Set(['', 'and', 'but', 'while', 'whereas']);
const CLEAR_AFTER = words(
	'it them in up out down as at only also faster slower not to when if because from'
);
const CLEAR_BEFORE = words(
	'not only also never always sometimes then just still often usually rarely'
);
const LINKS = words('and but then also only');
const NOT_AFTER_LINKED = new Set(['', ...words('of and or are is were was that which in for')]);
const AFTER_LINKED = words('in as at on to for with not only also');
const VERB_AFTER = words('to that it them not');
const VERB_BEFORE = new Set(['', ...words('not who which and then only never always')]);

/** Third person or plural: ends in -s, not in -ss. */
function endsInS(word: string): boolean {
	return word.endsWith('s') && !word.endsWith('ss');
}

/**
 * Guesses from its neighbours alone whether a word is the verb of its clause.
 *
 * @param prev word before, '' at the start of a piece
 * @param next word behind, '' at the end
 */
export function isVerb(word: string, prev: string, next: string): boolean {
	if (AUXILIARIES.has(word)) return true;
	if (
		endsInS(word) &&
		((DETERMINERS.has(next) && next !== 'of' && next !== 'no') ||
			next === 'it' ||
			next === 'them') &&
		!DETERMINERS.has(prev) &&
		((prev !== '' && !FUNCTION_WORDS.has(prev)) || AFTER_THESE_A_VERB_IN_S.has(prev))
	)
		return true;
	const stem = clauseStem(word);
	if (prev === 'this' && endsInS(word) && VERB_STEMS.has(stem)) return true;
	if (DETERMINERS.has(prev) || prev === 'to' || word.endsWith('ing')) return false;
	if (isNameBeforeVerb(word, prev, next)) return false;
	const nounish = NOUNISH.has(stem);
	if (nounish && endsInS(word) && LINKS.has(prev) && !NOT_AFTER_LINKED.has(next)) return true;
	if (nounish) return isVerbInClearPlace(word, prev, next);
	return (
		VERB_STEMS.has(stem) &&
		(word.endsWith('s') ||
			word.endsWith('ed') ||
			IRREGULAR.has(word) ||
			PRONOUNS.has(prev) ||
			DETERMINERS.has(next) ||
			VERB_AFTER.has(next) ||
			AUXILIARIES.has(prev) ||
			VERB_BEFORE.has(prev) ||
			prev.endsWith('s'))
	);
}

/** "revert adds …": the word before a plain verb is its subject. */
function isNameBeforeVerb(word: string, prev: string, next: string): boolean {
	if (!BEFORE_A_NAME.has(prev) || word.endsWith('s') || word.endsWith('ed')) return false;
	if (AUXILIARIES.has(next)) return true;
	const nextStem = clauseStem(next);
	return (
		next.endsWith('s') &&
		VERB_STEMS.has(nextStem) &&
		next !== 'always' &&
		(!NOUNISH.has(nextStem) || prev === '')
	);
}

function isVerbInClearPlace(word: string, prev: string, next: string): boolean {
	return (
		DETERMINERS.has(next) ||
		(CLEAR_AFTER.has(next) && prev !== '' && prev !== 'and') ||
		PRONOUNS.has(prev) ||
		AUXILIARIES.has(prev) ||
		CLEAR_BEFORE.has(prev) ||
		word.endsWith('ed') ||
		(prev === 'and' && word.endsWith('s') && AFTER_LINKED.has(next)) ||
		(endsInS(word) &&
			next !== '' &&
			next !== 'and' &&
			next !== 'of' &&
			next !== 'or' &&
			!FUNCTION_WORDS.has(prev) &&
			prev !== '')
	);
}
