import type { Guard } from './guard';
import type { Reading } from './reading';

/** Function words that no English sentence about technology has by chance. */
const LANGUAGES = new Map(
	Object.entries({
		English: 'the is are of and to in that it which when with for this be by can not from has but',
		German:
			'der das und ist nicht ein eine einen einer wird werden von mit für auf dem den des sich auch wenn oder kann zu bei nur durch dass als sind haben kein keine keiner ich man es jede jeder jedes neue immer beim zum zur werden dann da vorteil nachteil',
		French:
			'le la les des est une et dans qui que pour pas sont avec par sur du au aux ce cette peut plus ne ou il elle quand',
		Spanish:
			'el la los las es una y en que por para no se con del al un como cuando pero puede son más o su está',
		Portuguese:
			'o os as é uma e em que por para não se com do da dos das um como quando mas pode são mais ou na no está',
		Italian:
			'il lo la gli le è una e in che per non si con del della dei delle un come quando ma può sono più o di nel',
		Dutch:
			'de het een en is van niet dat met voor op te zijn wordt worden door als ook maar kan bij of naar uit aan deze',
		Swedish: 'och att det som en är på för inte av med den till ett kan om har men när eller från',
		Polish: 'i w nie na jest to się z że do jak przez są który która gdy lub może ale dla od'
	}).map(([name, words]) => [name, new Set(words.split(' '))] as const)
);

const FEWEST_WORDS = 5;
const FEWEST_HITS = 3;
const LEAST_SHARE = 0.15;
const CLEARLY = 1.5;

/** Another language than the question's: the model reads English, so the grade may be too low. */
export const otherLanguage: Guard = ({ foreign }) => {
	if (foreign === null) return null;
	return {
		code: 'other_language',
		cap: null,
		message: `This reads like ${foreign}, and the question is in another language. The model knows English best, so this grade is not reliable and may be too low. The score is not capped; the same in the question's language gives a grade to rely on.`
	};
};

/** The answer's language where it is neither English nor the question's. */
export function foreignLanguage(answer: Reading, prompt: Reading): string | null {
	const language = languageOf(answer);
	return language === 'English' || language === languageOf(prompt) ? null : language;
}

/** The language whose function words stand out, or the writing; null where none does. */
export function languageOf(reading: Reading): string | null {
	const letters = reading.text.match(/\p{L}/gu) ?? [];
	const latin = reading.text.match(/\p{Script=Latin}/gu) ?? [];
	if (letters.length >= FEWEST_WORDS && latin.length < letters.length / 2)
		return 'a language in another script';
	if (reading.words.length < FEWEST_WORDS) return null;
	const hits = [...LANGUAGES].map(([name, words]) => ({
		name,
		// As written: accents tell the languages apart.
		count: reading.words.filter((word) => words.has(word.text.toLowerCase())).length
	}));
	const [first, ...rest] = hits.sort((a, b) => b.count - a.count);
	if (first === undefined || first.count < FEWEST_HITS) return null;
	if (first.count / reading.words.length < LEAST_SHARE) return null;
	const english = [first, ...rest].find(({ name }) => name === 'English')?.count ?? 0;
	return first.name === 'English' || first.count >= CLEARLY * english ? first.name : 'English';
}
