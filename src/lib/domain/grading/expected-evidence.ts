import type { EncodedText } from './encoded';
import { isContentWord } from './stopwords';
import { matchTerms, prepareWords, termsOf, type PreparedWord } from './terms';
import type { ExpectedEvidence } from './types';
import { addTo, dot, normalised, novelCosine } from './vectors';

/** What an answer shares with one expected answer, beyond whole-text cosines and key words. */
export type Shared = Pick<
	ExpectedEvidence,
	'terms' | 'novel_terms' | 'content_cosine' | 'novel_content_cosine'
>;

/**
 * Prepares an answer once and compares it with any number of expected answers: term by term, and
 * by the mean vector of what each says beyond the prompt.
 */
export function compareWithExpected(
	prompt: EncodedText,
	answer: EncodedText
): (reference: EncodedText) => Shared {
	const promptWords = prepareWords(prompt, prompt);
	const promptStems = new Set(promptWords.map(({ stem }) => stem));
	const promptContent = new Set(contentOf(promptWords).map(({ stem }) => stem));
	const answerWords = prepareWords(answer, prompt);
	const said = centres(answer, answerWords);

	return (reference) => {
		const words = prepareWords(reference, prompt);
		const terms = termsOf(words);
		const novel = terms.filter(({ stem }) => !promptStems.has(stem)).length;
		const wanted = centres(reference, words);
		return {
			terms: matchTerms(terms, answerWords, promptStems),
			novel_terms: novel > 0 ? novel : terms.length,
			content_cosine: dot(said.plain, wanted.plain),
			novel_content_cosine: novelCosine(said.rare, wanted.rare, prompt.vector)
		};
	};

	/** Mean vectors of the content words that the prompt lacks; of all of them where it lacks none. */
	function centres(text: EncodedText, words: readonly PreparedWord[]) {
		const content = contentOf(words);
		const beyond = content.filter(({ stem }) => !promptContent.has(stem));
		const used = beyond.length > 0 ? beyond : content;
		if (used.length === 0) return { plain: text.vector, rare: text.vector };
		const plain = new Float32Array(text.vector.length);
		const rare = new Float32Array(text.vector.length);
		for (const { word } of used) {
			addTo(plain, word.vector, 1);
			addTo(rare, word.vector, word.rarity);
		}
		return { plain: normalised(plain), rare: normalised(rare) };
	}
}

function contentOf(words: readonly PreparedWord[]): PreparedWord[] {
	return words.filter(({ word }) => isContentWord(word.text));
}
