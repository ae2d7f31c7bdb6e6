import { rememberedOf } from '../remembered';
import type { EncodedRubric, EncodedText, EncodedWord } from './encoded';
import { stemOf } from './normalise';
import { isContentWord } from './stopwords';
import type { Lean, WordingEvidence } from './types';
import { dot } from './vectors';
import type { CosineAt } from './word-cosines';

/** A shorter answer is too little to lean anywhere. */
const FEWEST_WORDS = 8;

/** One word alone says no more than this, however far it leans. */
const MOST_OF_A_WORD = 0.2;

/** Weights beside that of the words, found on half of the topics (docs/grading.md). */
const PAIRS_WEIGHT = 0.75;
const ONLY_WRONG_WEIGHT = 0.3;
const SENTENCES_WEIGHT = 0.25;

/** That many best sentences count: a half answer says little of the rest. */
const BEST_SENTENCES = 2;

/** The content words of several texts in a row, and which of them follow another in the same text. */
interface Words {
	readonly words: readonly EncodedWord[];
	/** The place of each among all words of its text. */
	readonly places: readonly number[];
	readonly stems: ReadonlySet<string>;
	/** Per word the length of its sum with the word before it in the text; 0 for a text's first. */
	readonly pairs: readonly number[];
}

/**
 * Whether an answer reads more like what is right about a question, or like what people get wrong.
 * A word has another vector in another context: "released" beside "waiting" and beside
 * "calculating". So each content word, and each pair of neighbours, is compared with those of the
 * right texts (points and expected answers) and of the wrong ones (misconceptions and
 * counterexamples), and the best cosine with a wrong text is taken from the best with a right one:
 *
 * `lean = words + .75 · pairs − .3 · share of words that only wrong texts have + .25 · sentences`
 *
 * where `sentences` is the mean of the two best sentence cosines with a point, less that with a
 * misconception.
 *
 * @returns null where the question has no counterexamples, or the answer hardly a word
 */
export function leanOf(
	rubric: EncodedRubric,
	answer: EncodedText,
	cosinesOf: (word: EncodedWord) => CosineAt,
	points: readonly (readonly WordingEvidence[])[],
	misconceptions: readonly (readonly WordingEvidence[])[]
): Lean | null {
	if (rubric.counterexamples.length === 0) return null;
	const said = contentOf([answer]);
	if (said.words.length < FEWEST_WORDS) return null;
	const { right, wrong } = prepare(rubric);

	const nearRight = nearest(said, right, cosinesOf);
	const nearWrong = nearest(said, wrong, cosinesOf);
	const words = said.words.map((_, index) =>
		limited((nearRight.words[index] ?? 0) - (nearWrong.words[index] ?? 0))
	);
	const pairs = nearRight.pairs.map((cosine, index) => cosine - (nearWrong.pairs[index] ?? 0));
	const onlyWrong = said.words.filter(({ text }) => {
		const stem = stemOf(text);
		return wrong.stems.has(stem) && !right.stems.has(stem);
	}).length;

	return {
		value:
			mean(words) +
			PAIRS_WEIGHT * mean(pairs) -
			ONLY_WRONG_WEIGHT * (onlyWrong / said.words.length) +
			SENTENCES_WEIGHT * (bestSentences(points) - bestSentences(misconceptions)),
		sentence: leaningSentence(answer, said.words, words)
	};
}

const prepare = rememberedOf((rubric: EncodedRubric) => ({
	right: contentOf([...rubric.points.flat(), ...rubric.expected]),
	wrong: contentOf([...rubric.misconceptions.flat(), ...rubric.counterexamples])
}));

function contentOf(texts: readonly EncodedText[]): Words {
	const words: EncodedWord[] = [];
	const places: number[] = [];
	const pairs: number[] = [];
	for (const text of texts) {
		let last: EncodedWord | undefined;
		for (const [place, word] of text.words.entries()) {
			if (!isContentWord(word.text)) continue;
			words.push(word);
			places.push(place);
			pairs.push(last === undefined ? 0 : Math.sqrt(2 + 2 * dot(last.vector, word.vector)));
			last = word;
		}
	}
	return { words, places, stems: new Set(words.map(({ text }) => stemOf(text))), pairs };
}

/**
 * Best cosine of each word said with a word of the texts, and of each pair of neighbours with a
 * pair; 0 at least. A pair is the sum of two unit vectors: four dot products give its cosine.
 */
function nearest(
	said: Words,
	texts: Words,
	cosinesOf: (word: EncodedWord) => CosineAt
): { words: number[]; pairs: number[] } {
	const columns = texts.words.map(cosinesOf);
	const words: number[] = [];
	const pairs: number[] = [];
	let previous = new Float64Array(columns.length);
	let row = new Float64Array(columns.length);
	for (const [index, place] of said.places.entries()) {
		let best = 0;
		for (const [column, cosineAt] of columns.entries()) {
			const cosine = cosineAt(place);
			row[column] = cosine;
			if (cosine > best) best = cosine;
		}
		words.push(best);
		const length = said.pairs[index] ?? 0;
		if (length > 0) pairs.push(bestPair(previous, row, texts.pairs) / length);
		[previous, row] = [row, previous];
	}
	return { words, pairs };
}

/** Best dot product of a pair's sum with the unit vector of another pair's; 0 at least. */
function bestPair(first: Float64Array, second: Float64Array, pairs: readonly number[]): number {
	let best = 0;
	for (let column = 1; column < pairs.length; column++) {
		const length = pairs[column] ?? 0;
		if (length === 0) continue;
		const sum =
			(first[column - 1] ?? 0) +
			(first[column] ?? 0) +
			(second[column - 1] ?? 0) +
			(second[column] ?? 0);
		best = Math.max(best, sum / length);
	}
	return best;
}

/** The sentence whose words lean most to what is wrong; null where none does. */
function leaningSentence(
	{ sentences }: EncodedText,
	words: readonly EncodedWord[],
	leans: readonly number[]
): Lean['sentence'] {
	let lowest = 0;
	let found: Lean['sentence'] = null;
	for (const { span } of sentences) {
		const own = leans.filter((_, index) => {
			const start = words[index]?.span[0] ?? -1;
			return start >= span[0] && start < span[1];
		});
		if (mean(own) < lowest) [lowest, found] = [mean(own), span];
	}
	return found;
}

function bestSentences(wordings: readonly (readonly WordingEvidence[])[]): number {
	const cosines = wordings
		.map((each) => Math.max(0, ...each.map(({ sentence_cosine }) => sentence_cosine)))
		.sort((a, b) => b - a);
	return mean(cosines.slice(0, BEST_SENTENCES));
}

function limited(lean: number): number {
	return Math.min(MOST_OF_A_WORD, Math.max(-MOST_OF_A_WORD, lean));
}

function mean(values: readonly number[]): number {
	return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}
