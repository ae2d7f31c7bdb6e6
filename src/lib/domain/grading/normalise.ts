import { stemmer } from 'stemmer';
import { wordsOf } from './words';

/**
 * One form for all spellings of a word: compatibility characters resolved, lower case without a
 * locale, accents and invisible characters removed, the dotless i read as i. Used for comparing
 * only; what a person typed is never altered.
 */
export function normaliseWord(word: string): string {
	return word
		.normalize('NFKC')
		.toLowerCase()
		.normalize('NFD')
		.replace(/[\p{M}\u00AD\u200B-\u200D\u2060\uFEFF]/gu, '')
		.replaceAll('ı', 'i')
		.replaceAll('’', "'")
		.replace(/\s+/gu, '');
}

/**
 * Folds a word's inflections: labels, labelled and labelling share a stem (Porter's algorithm);
 * -ise and -ize, behaviour and behavior are one.
 */
export function stemOf(word: string): string {
	const known = stems.get(word);
	if (known !== undefined) return known;
	const stem = foldInflection(word);
	if (stems.size >= MOST_STEMS) stems.clear();
	stems.set(word, stem);
	return stem;
}

/** The same words come again with every answer, and a stem costs more than finding it. */
const stems = new Map<string, string>();
const MOST_STEMS = 20_000;

function foldInflection(word: string): string {
	const normal = normaliseWord(word).replace(/'s?$/u, '');
	if (!/^[a-z]{3,}$/u.test(normal)) return normal;
	return stemmer(
		normal
			.replace(/is(e|es|ed|ing|ation|ations|er|ers)$/u, 'iz$1')
			.replace(/([a-z]{4})our(s|ed|ing|al)?$/u, '$1or$2')
	);
}

/** Stems of a text's words, in order. */
export function stemsOf(text: string): string[] {
	return wordsOf(text).map((word) => stemOf(word.text));
}
