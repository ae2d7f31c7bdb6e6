import { normaliseWord } from './normalise';

/**
 * English function words. Only these: on human-graded answers a longer list, with fillers such as
 * "use", "make" or "way", costs .03 of correlation (docs/grading.md).
 */
const FUNCTION_WORDS = new Set(
	`a about above after again against all also am an and any are as at be been before being below between
	both but by can could did do does done down during each either few for from further had has have having he
	her here him his how i if in into is it its just may me might more most must my no nor not of off on once
	only or other our out over own same shall she should so some such than that the their them then there
	these they this those through to too under up us very was we were what when where which who whom why
	will with would you your`
		.split(/\s+/u)
		.filter((word) => word !== '')
);

/** Whether a word can carry content: it has a letter or digit and is no function word. */
export function isContentWord(word: string): boolean {
	const normal = normaliseWord(word);
	return /[\p{L}\p{N}]/u.test(normal) && !FUNCTION_WORDS.has(normal);
}
