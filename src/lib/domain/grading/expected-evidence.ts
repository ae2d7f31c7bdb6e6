import { rememberedOf } from '../remembered';
import type { EncodedText, EncodedWord } from './encoded';
import { isContentWord } from './stopwords';
import { matchTerms, prepareWords, termsOf, type PreparedWord } from './terms';
import type { ExpectedEvidence } from './types';
import { addTo, dot, normalised, novelCosine } from './vectors';
import type { CosineAt } from './word-cosines';

/** What an answer shares with one expected answer, beyond whole-text cosines and key words. */
export type Shared = Pick<
	ExpectedEvidence,
	'terms' | 'novel_terms' | 'content_cosine' | 'novel_content_cosine'
>;

/** A question's prompt, and what its expected answers say beyond it. */
interface PreparedPrompt {
	readonly stems: ReadonlySet<string>;
	readonly contentStems: ReadonlySet<string>;
	readonly reference: (text: EncodedText) => PreparedReference;
}

interface PreparedReference extends Centres {
	readonly terms: readonly PreparedWord[];
	readonly novel_terms: number;
}

/** Mean vectors, plain and by rarity, of the content words that the prompt lacks. */
interface Centres {
	readonly plain: Float32Array;
	readonly rare: Float32Array;
}

/**
 * Prepares an answer once and compares it with any number of expected answers: term by term, and
 * by the mean vector of what each says beyond the prompt.
 */
export function compareWithExpected(
	prompt: EncodedText,
	answer: EncodedText,
	cosinesOf: (word: EncodedWord) => CosineAt
): (reference: EncodedText) => Shared {
	const prepared = preparePrompt(prompt);
	const answerWords = prepareWords(answer, prompt);
	const said = centres(answer, answerWords, prepared.contentStems);

	return (reference) => {
		const wanted = prepared.reference(reference);
		return {
			terms: matchTerms(wanted.terms, answerWords, prepared.stems, cosinesOf),
			novel_terms: wanted.novel_terms,
			content_cosine: dot(said.plain, wanted.plain),
			novel_content_cosine: novelCosine(said.rare, wanted.rare, prompt.vector)
		};
	};
}

const preparePrompt = rememberedOf((prompt: EncodedText): PreparedPrompt => {
	const promptWords = prepareWords(prompt, prompt);
	const stems = stemsOf(promptWords);
	const contentStems = stemsOf(contentOf(promptWords));
	return {
		stems,
		contentStems,
		reference: rememberedOf((text: EncodedText): PreparedReference => {
			const words = prepareWords(text, prompt);
			const terms = termsOf(words);
			const novel = terms.filter(({ stem }) => !stems.has(stem)).length;
			return {
				terms,
				novel_terms: novel > 0 ? novel : terms.length,
				...centres(text, words, contentStems)
			};
		})
	};
});

/** Of all content words where the prompt lacks none. */
function centres(
	text: EncodedText,
	words: readonly PreparedWord[],
	promptContent: ReadonlySet<string>
): Centres {
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

function contentOf(words: readonly PreparedWord[]): PreparedWord[] {
	return words.filter(({ word }) => isContentWord(word.text));
}

function stemsOf(words: readonly PreparedWord[]): ReadonlySet<string> {
	return new Set(words.map(({ stem }) => stem));
}
