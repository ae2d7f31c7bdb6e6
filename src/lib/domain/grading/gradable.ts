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
	'dont know this',
	'do not know',
	'i really dont know',
	'i do not know this',
	'i do not know the answer',
	'i have not learned this',
	'i havent learned this',
	'never heard of it',
	'i have never heard of it',
	'ive never heard of it',
	'no answer',
	'i cannot answer',
	'i cant answer this',
	'i cannot remember',
	'i do not remember',
	'i dont remember this',
	'beats me',
	'who knows',
	'unknown',
	'i dont understand',
	'i dont understand the question',
	'i dont get it',
	'i am not sure about this',
	'give up',
	'i give up',
	'next question',
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

/** Letters and digits that show nothing: fillers of Hangul, and digits drawn as keys. */
const UNSEEN = /[\u115F\u1160\u3164\uFFA0]|[0-9]\uFE0F?\u20E3/gu;

/** What people put before and after it; taken off until nothing changes. */
const BEFORE =
	/^(?:sorry|honestly|well|um+|uh+|hm+|oh|ok|okay|to be honest|tbh|i think|i guess|unfortunately|actually|really|and|but) /u;
const AFTER =
	/ (?:sorry|yet|right now|at the moment|anymore|any more|really|at all|tbh|honestly|to be honest|here|about this|about that|about it|this one|on this one|today|how to answer|how to answer this|what to say|what to write|what this is|what that is|what it is|unfortunately|next|please|lol)$/u;

function isDontKnow(words: string): boolean {
	let rest = words;
	for (;;) {
		if (DONT_KNOW.has(rest)) return true;
		const shorter = rest.replace(BEFORE, '').replace(AFTER, '');
		if (shorter === rest) return false;
		rest = shorter;
	}
}

/** First of two steps: may this be graded? The second, `gradeAnswer`, says how good it is. */
export function gradable(answer: string): Gradable {
	const words = wordsOf(answer.replace(UNSEEN, ''))
		.map((word) => normaliseWord(word.text))
		.filter((word) => /[\p{L}\p{N}]/u.test(word));
	if (words.length === 0) return { kind: 'blank' };
	if (isDontKnow(words.join(' ').replaceAll("'", ''))) return { kind: 'dont_know' };
	return { kind: 'gradable' };
}

/** Length in Unicode code points. */
export function codePoints(text: string): number {
	let count = 0;
	for (const _ of text) count++;
	return count;
}
