import type { EncodedRubric, EncodedText, EncodedWord } from './encoded';
import { compareWithExpected } from './expected-evidence';
import { leaveOutIgnored } from './guards/leave-out';
import { leanOf } from './lean';
import { stemOf } from './normalise';
import { isContentWord } from './stopwords';
import type { Evidence, TextEvidence, WordingEvidence, WordMatch } from './types';
import { dot, novelCosine } from './vectors';

interface StemmedWord extends EncodedWord {
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
	const compareExpected = compareWithExpected(rubric.prompt, answer);
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
		lean: leanOf(rubric, answer, points, misconceptions),
		windows: answer.windows
	};

	function compareText(reference: EncodedText): TextEvidence {
		return {
			cosine: dot(answer.vector, reference.vector),
			novel_cosine: novelCosine(answer.vector, reference.vector, rubric.prompt.vector),
			words: keyWords(reference, promptStems).map((word) => bestMatch(word, answerWords))
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

/** A rubric's texts are compared with every answer: their stems are found once. */
const knownContent = new WeakMap<EncodedText, readonly StemmedWord[]>();

function contentWords(text: EncodedText): readonly StemmedWord[] {
	const known = knownContent.get(text);
	if (known !== undefined) return known;
	const words = text.words
		.filter((word) => isContentWord(word.text))
		.map((word) => ({ ...word, stem: stemOf(word.text) }));
	knownContent.set(text, words);
	return words;
}

/** A reference that only repeats the prompt keeps all its words: something must be compared. */
function keyWords(
	reference: EncodedText,
	promptStems: ReadonlySet<string>
): readonly StemmedWord[] {
	const all = contentWords(reference);
	const novel = all.filter((word) => !promptStems.has(word.stem));
	return novel.length > 0 ? novel : all;
}

function bestMatch(word: StemmedWord, answerWords: readonly StemmedWord[]): WordMatch {
	let best: StemmedWord | undefined;
	let bestCosine = 0;
	let same: StemmedWord | undefined;
	for (const candidate of answerWords) {
		const cosine = dot(word.vector, candidate.vector);
		if (best === undefined || cosine > bestCosine) {
			best = candidate;
			bestCosine = cosine;
		}
		if (same === undefined && candidate.stem === word.stem) same = candidate;
	}
	return {
		word: word.text,
		cosine: bestCosine,
		same: same !== undefined,
		span: (same ?? best)?.span ?? null
	};
}
