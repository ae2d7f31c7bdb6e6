import { rememberedOf } from '../remembered';
import type { EncodedRubric, EncodedText, EncodedWord } from './encoded';
import { compareWithExpected } from './expected-evidence';
import { leaveOutIgnored } from './guards/leave-out';
import { leanOf } from './lean';
import { stemOf } from './normalise';
import { isContentWord } from './stopwords';
import type { Evidence, TextEvidence, WordingEvidence, WordMatch } from './types';
import { dot, novelCosine } from './vectors';
import { wordCosines, type CosineAt } from './word-cosines';

interface StemmedWord {
	readonly word: EncodedWord;
	/** Its place among all words of its text. */
	readonly place: number;
	readonly stem: string;
}

/**
 * Compares an encoded answer with an encoded rubric (design section 3): whole-text cosines, and
 * for each key word of each reference the best word of the answer. Key words are the content words
 * that the prompt does not already contain. Of the answer, what speaks to the grader or repeats a
 * sentence is left out.
 */
export function measureEvidence(rubric: EncodedRubric, typed: EncodedText): Evidence {
	const answer = leaveOutIgnored(typed);
	const answerWords = contentWords(answer);
	const cosinesOf = wordCosines(answer.words);
	const compareExpected = compareWithExpected(rubric.prompt, answer, cosinesOf);
	const promptStems = new Set(contentWords(rubric.prompt).map((word) => word.stem));

	const points = rubric.points.map((wordings) => wordings.map(compareWording));
	const misconceptions = rubric.misconceptions.map((wordings) => wordings.map(compareWording));

	return {
		model: rubric.model,
		expected: rubric.expected.map((reference) => ({
			...compareText(reference),
			...compareExpected(reference)
		})),
		points,
		misconceptions,
		prompt_cosine: dot(answer.vector, rubric.prompt.vector),
		lean: leanOf(rubric, answer, cosinesOf, points, misconceptions),
		windows: answer.windows
	};

	function compareText(reference: EncodedText): TextEvidence {
		return {
			cosine: dot(answer.vector, reference.vector),
			novel_cosine: novelCosine(answer.vector, reference.vector, rubric.prompt.vector),
			words: keyWords(reference, promptStems).map((key) =>
				bestMatch(key, answerWords, cosinesOf(key.word))
			)
		};
	}

	function compareWording(wording: EncodedText): WordingEvidence {
		let best: { cosine: number; span: WordingEvidence['sentence'] } = { cosine: 0, span: null };
		for (const sentence of answer.sentences) {
			const cosine = dot(sentence.vector, wording.vector);
			if (best.span === null || cosine > best.cosine) best = { cosine, span: sentence.span };
		}
		return { ...compareText(wording), sentence_cosine: best.cosine, sentence: best.span };
	}
}

const contentWords = rememberedOf((text: EncodedText): readonly StemmedWord[] =>
	text.words
		.map((word, place) => ({ word, place }))
		.filter(({ word }) => isContentWord(word.text))
		.map((content) => ({ ...content, stem: stemOf(content.word.text) }))
);

/** A reference that only repeats the prompt keeps all its words: something must be compared. */
function keyWords(
	reference: EncodedText,
	promptStems: ReadonlySet<string>
): readonly StemmedWord[] {
	const all = contentWords(reference);
	const novel = all.filter((word) => !promptStems.has(word.stem));
	return novel.length > 0 ? novel : all;
}

function bestMatch(
	key: StemmedWord,
	answerWords: readonly StemmedWord[],
	cosineAt: CosineAt
): WordMatch {
	let best: StemmedWord | undefined;
	let bestCosine = 0;
	let same: StemmedWord | undefined;
	for (const candidate of answerWords) {
		const cosine = cosineAt(candidate.place);
		if (best === undefined || cosine > bestCosine) {
			best = candidate;
			bestCosine = cosine;
		}
		if (same === undefined && candidate.stem === key.stem) same = candidate;
	}
	return {
		word: key.word.text,
		cosine: bestCosine,
		same: same !== undefined,
		span: (same ?? best)?.word.span ?? null
	};
}
