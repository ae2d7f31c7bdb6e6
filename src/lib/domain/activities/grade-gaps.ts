import { normaliseWord, stemsOf } from '../grading/normalise';
import { isOneSlipAway } from '../grading/terms';
import { wordsOf } from '../grading/words';
import type { GapKey } from './gap-fill';

export interface GapResult {
	readonly right: boolean;
	/** As typed. */
	readonly given: string;
	readonly wanted: string;
	readonly why: string | null;
}

export interface GapFillResult {
	/** Share of gaps filled rightly, 0–1. It moves no mastery. */
	readonly score: number;
	readonly gaps: readonly GapResult[];
}

/**
 * Grades a gap-fill. A gap is right with the wanted words in any inflection, with an alias of the
 * key term that stood there, or with one slip of the keyboard in either.
 *
 * @param given one text per gap, in order; blank where nothing was typed
 * @throws RangeError for another number of texts than gaps: the caller has mixed up two gap-fills
 */
export function gradeGaps(key: readonly GapKey[], given: readonly string[]): GapFillResult {
	if (given.length !== key.length)
		throw new RangeError(`${String(given.length)} texts for ${String(key.length)} gaps`);
	const gaps = key.map(({ wanted, accepts, why }, index) => {
		const typed = given[index] ?? '';
		const right = [wanted, ...accepts].some((variant) => isSame(typed, variant));
		return { right, given: typed, wanted, why };
	});
	return { score: gaps.filter(({ right }) => right).length / gaps.length, gaps };
}

function isSame(typed: string, wanted: string): boolean {
	const given = withoutArticle(wordsOf(typed).map((word) => normaliseWord(word.text)));
	const asked = withoutArticle(wordsOf(wanted).map((word) => normaliseWord(word.text)));
	if (given.length === 0 || asked.length === 0) return false;
	// "dead lock" for "deadlock", "write ahead" for "write-ahead".
	if (given.join('') === asked.join('')) return true;
	if (given.length !== asked.length) return false;

	let slips = 0;
	return asked.every((word, index) => {
		const other = given[index] ?? '';
		if (stemsOf(word).join(' ') === stemsOf(other).join(' ')) return true;
		slips += 1;
		return slips === 1 && isOneSlipAway(word, other);
	});
}

function withoutArticle(words: readonly string[]): readonly string[] {
	return words.length > 1 && ['a', 'an', 'the'].includes(words[0] ?? '') ? words.slice(1) : words;
}
