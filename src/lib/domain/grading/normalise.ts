import { stemmer } from 'stemmer';
import { rememberedWords } from '../remembered';
import { wordsOf } from './words';

/**
 * One form for all spellings of a word: compatibility characters resolved, lower case without a
 * locale, accents and invisible characters removed, the dotless i read as i. Used for comparing
 * only; what a person typed is never altered.
 */
export const normaliseWord = rememberedWords((word) =>
	word
		.normalize('NFKC')
		.toLowerCase()
		.normalize('NFD')
		.replace(/[\p{M}\u00AD\u200B-\u200D\u2060\uFEFF]/gu, '')
		.replaceAll('ı', 'i')
		.replaceAll('’', "'")
		.replace(/\s+/gu, '')
);

/**
 * Folds a word's inflections: labels, labelled and labelling share a stem (Porter's algorithm);
 * -ise and -ize, behaviour and behavior are one.
 */
export const stemOf = rememberedWords((word) => {
	const normal = normaliseWord(word).replace(/'s?$/u, '');
	if (!/^[a-z]{3,}$/u.test(normal)) return normal;
	return stemmer(
		normal
			.replace(/is(e|es|ed|ing|ation|ations|er|ers)$/u, 'iz$1')
			.replace(/([a-z]{4})our(s|ed|ing|al)?$/u, '$1or$2')
	);
});

/** Stems of a text's words, in order. */
export function stemsOf(text: string): string[] {
	return wordsOf(text).map((word) => stemOf(word.text));
}
