import { normaliseWord } from './normalise';
import { wordsOf } from './words';

/** Whether a text can be graded at all; a blank is never a zero. */
export type Gradable =
	| { readonly kind: 'gradable' }
	/** Nothing but blanks, invisible characters, punctuation or emoji. */
	| { readonly kind: 'blank' }
	/** Says only that the person does not know: recorded as skipped. */
	| { readonly kind: 'dont_know' };

const DONT_KNOW = new Set([
	'i dont know',
	'i do not know',
	'i dont know this',
	'i dont know that',
	'i dont know the answer',
	'dont know',
	'dunno',
	'i dunno',
	'idk',
	'no idea',
	'i have no idea',
	'no clue',
	'i have no clue',
	'not sure',
	'im not sure',
	'i am not sure',
	'i cant remember',
	'i dont remember',
	'i forgot',
	'skip',
	'pass'
]);

/** First of two steps: may this be graded? The second, `gradeAnswer`, says how good it is. */
export function gradable(answer: string): Gradable {
	const words = wordsOf(answer)
		.map((word) => normaliseWord(word.text))
		.filter((word) => /[\p{L}\p{N}]/u.test(word));
	if (words.length === 0) return { kind: 'blank' };
	if (DONT_KNOW.has(words.join(' ').replaceAll("'", ''))) return { kind: 'dont_know' };
	return { kind: 'gradable' };
}

/** Length in Unicode code points. */
export function codePoints(text: string): number {
	let count = 0;
	for (const _ of text) count++;
	return count;
}
