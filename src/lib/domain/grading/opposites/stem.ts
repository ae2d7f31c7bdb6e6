import { AXES } from './lexicon/axes';
import { IRREGULAR } from './lexicon/forms';
import { VERBS } from './lexicon/verbs';
import { FUNCTION_WORDS } from './lexicon/word-classes';

const SUFFIXES: readonly (readonly [suffix: string, replacement: string])[] = [
	['ically', 'ic'],
	['ization', 'iz'],
	['isation', 'iz'],
	['ational', 'at'],
	['ations', 'at'],
	['ation', 'at'],
	['ingly', ''],
	['edly', ''],
	['iness', 'y'],
	['ness', ''],
	['ments', ''],
	['ment', ''],
	['ings', ''],
	['ing', ''],
	['ies', 'y'],
	['ied', 'y'],
	['ily', 'y'],
	['sses', 'ss'],
	['xes', 'x'],
	['ches', 'ch'],
	['shes', 'sh'],
	['ed', ''],
	['ly', ''],
	['s', '']
];

/**
 * Stem that keeps opposites apart and verbs recognisable: lighter than Porter's, with irregular
 * forms (lost, kept, better).
 */
export function clauseStem(form: string): string {
	let word = IRREGULAR.get(form) ?? form;
	if (word.length <= 3 || /(?:ss|us|is)$/.test(word)) return word;
	for (const [suffix, replacement] of SUFFIXES) {
		const rest = word.slice(0, word.length - suffix.length);
		if (!word.endsWith(suffix) || rest.length < 3 || !/[aeiouy]/.test(rest)) continue;
		word = rest + replacement;
		if (suffix === 'ing' || suffix === 'ings' || suffix === 'ed')
			word = word.replace(/([bdfgmnprt])\1$/, '$1');
		break;
	}
	if (word.endsWith('ise')) word = `${word.slice(0, -3)}ize`;
	if (word.endsWith('e') && word.length > 3) word = word.slice(0, -1);
	return IRREGULAR.get(word) ?? word;
}

export function stemsOfWords(words: Iterable<string>): ReadonlySet<string> {
	return new Set(Array.from(words, clauseStem));
}

/** A word's place on one axis: words on the same side mean the same, on the other the opposite. */
export interface Pole {
	readonly axis: number;
	readonly side: 1 | -1;
	/** A contrast term (TCP, UDP), not an opposite by itself. */
	readonly contrast: boolean;
}

/** Places on the axes by stem. */
export const POLES: ReadonlyMap<string, readonly Pole[]> = readPoles();

function readPoles(): Map<string, Pole[]> {
	const poles = new Map<string, Pole[]>();
	for (const [axis, line] of AXES.trim().split('\n').entries()) {
		const contrast = line.startsWith('~');
		const [left = '', right = ''] = line.replace('~', '').split('|');
		for (const [side, text] of [
			[1, left],
			[-1, right]
		] as const)
			for (const word of text.trim().split(/\s+/)) {
				const stem = clauseStem(word);
				poles.set(stem, [...(poles.get(stem) ?? []), { axis, side, contrast }]);
			}
	}
	return poles;
}

const verbForms = VERBS.trim().split(/\s+/);
const verbStems = stemsOfWords(verbForms);
const functionStems = stemsOfWords(FUNCTION_WORDS);

/** Stems that can be verbs. */
export const VERB_STEMS: ReadonlySet<string> = new Set(
	[...verbStems].filter((stem) => !functionStems.has(stem) && stem !== 'nod' && stem !== 'but')
);

const NOT_IN_Y = new Set(
	'carrier barrier frontier earlier supplier multiplier identifier classifier'.split(' ')
);

/** Stem with comparatives, superlatives and doers (scaler) brought back to their base. */
export function clauseLemma(form: string): string {
	const word = IRREGULAR.get(form) ?? form;
	const stem = clauseStem(word);
	if (POLES.has(stem)) return stem;
	for (const suffix of ['er', 'est', 'iest', 'ier']) {
		if (!word.endsWith(suffix) || word.length <= suffix.length + 2) continue;
		const base = word.slice(0, -suffix.length) + (suffix.startsWith('i') ? 'y' : '');
		for (const candidate of [base, `${base}e`, base.replace(/(.)\1$/, '$1')]) {
			const candidateStem = clauseStem(candidate);
			if (POLES.has(candidateStem)) return candidateStem;
		}
	}
	if (word.endsWith('ier') && word.length > 5 && !NOT_IN_Y.has(word))
		return clauseStem(`${word.slice(0, -3)}y`);
	if (/[eo]rs?$/.test(word) && word.length > 5) {
		const base = word.replace(/[eo]rs?$/, '');
		if (verbStems.has(clauseStem(base)) || verbStems.has(clauseStem(`${base}e`)))
			return clauseStem(base);
	}
	return stem;
}
