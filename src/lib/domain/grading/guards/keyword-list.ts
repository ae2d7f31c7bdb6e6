import type { Rubric } from '../../types';
import { stemsOf } from '../normalise';
import { CAPS, capText, type Guard } from './guard';
import { functionShare, isFormal, segmentsOf, type ReadWord, type Reading } from './reading';

const FEWEST_WORDS = 3;

/** Items of a list of key words have hardly more words than this, on average. */
const MOST_WORDS_AN_ITEM = 2.25;

/** A list has hardly a function word; telegraphic notes have one in eight words or so. */
const MOST_FUNCTION_WORDS = 0.06;

/** That many words in a row, without a function word or a mark between, are no sentence. */
const RUN_WORDS = 9;
const RUN_FUNCTION_WORDS = 0.05;

/** Of a bare list of the question's own key terms nearly all words belong to one of them. */
const KEYWORD_WORDS = 0.85;
const MOST_WORDS_A_TERM = 3.2;

/** An expected answer of that few content words may be a list itself. */
const SHORT_EXPECTED = 6;

/** Key words without a sentence that says how they belong together. */
export const keywordList: Guard = ({ rubric, answer, expected, foreign }) => {
	if (foreign !== null || !(isBareList(answer) || isMadeOfKeywords(answer, rubric))) return null;
	if (expected.some((text) => text.stems.size <= SHORT_EXPECTED || isBareList(text))) return null;
	const cap = CAPS.keyword_list;
	return {
		code: 'keyword_list',
		cap,
		message: `This is a list of ${String(answer.words.length)} words without a sentence: it names things and says nothing about them. The score is at most ${capText(cap)}. A sentence for each that says what it does lifts this.`
	};
};

/** Auxiliaries and denials make a statement of the words around them. */
const STATES =
	/^(?:is|are|was|were|has|have|had|can|could|will|would|must|does|never|cannot)$|n't$/u;

/** Words that look like the verb between two others, as in "polling wastes requests". */
function verbsIn(segments: readonly (readonly ReadWord[])[]): number {
	return segments
		.flatMap((segment) => segment.slice(1, -1))
		.filter((word) => /[a-z]{2}(?<![siu])s$/u.test(word.normal)).length;
}

/** Whether a text only names things. A list whose items are clauses does not. */
export function isBareList(text: Reading): boolean {
	if (text.content.length < FEWEST_WORDS || isFormal(text)) return false;
	if (text.words.some((word) => STATES.test(word.normal))) return false;
	const segments = segmentsOf(text);
	const share = functionShare(text.words) + verbsIn(segments) / text.words.length;
	const wordsAnItem = text.words.length / segments.length;
	if (segments.length >= 2 && wordsAnItem <= MOST_WORDS_AN_ITEM && share <= MOST_FUNCTION_WORDS)
		return true;
	return wordsAnItem >= RUN_WORDS && share <= RUN_FUNCTION_WORDS;
}

/** Whether the question's own key terms, in whatever form, are nearly all there is. */
function isMadeOfKeywords(answer: Reading, rubric: Rubric): boolean {
	if (answer.content.length < FEWEST_WORDS) return false;
	const segments = segmentsOf(answer);
	const isSeparated = segments.length >= FEWEST_WORDS;
	if (!isSeparated && answer.content.length <= FEWEST_WORDS) return false;
	if (isSeparated && answer.words.length / segments.length > MOST_WORDS_A_TERM) return false;
	const stems = answer.words.map((word) => word.stem);
	const keywords = [...rubric.keywords, ...rubric.points.flatMap((point) => point.keywords)];
	const inTerms = new Set<number>();
	for (const { term, aliases } of keywords)
		for (const variant of [term, ...aliases]) markEach(stems, stemsOf(variant), inTerms);
	return inTerms.size / stems.length >= KEYWORD_WORDS;
}

/** Marks every place where the wanted stems stand in a row. */
function markEach(stems: readonly string[], wanted: readonly string[], marked: Set<number>): void {
	if (wanted.length === 0) return;
	for (let first = 0; first + wanted.length <= stems.length; first++)
		if (wanted.every((stem, offset) => stems[first + offset] === stem))
			for (const offset of wanted.keys()) marked.add(first + offset);
}
