import { stemOf, stemsOf } from '../grading/normalise';
import { isContentWord } from '../grading/stopwords';
import { sentencesOf, wordsOf } from '../grading/words';
import type { Point, Question, Span } from '../types';

/** A place of the model answer that may become a gap. */
export interface GapPlace {
	/** Number of its first and last word in the text. */
	readonly first: number;
	readonly last: number;
	readonly span: Span;
	/** What else fills it: the key term and its aliases. */
	readonly accepts: readonly string[];
	readonly point: Point | null;
	/** True for a key term, false for another word of the point. */
	readonly is_key: boolean;
	/** How many wordings of the point have the word: what any wording needs is worth asking for. */
	readonly wordings: number;
}

/** A gap of more words would be guessing. */
const MOST_WORDS = 4;
/** Shorter words say little, unless they are key terms. */
const SHORTEST_WORD = 4;

/**
 * Every place of a text that could become a gap: key terms of the question's points where the text
 * has them, and other content words of the points. Never a sentence's first word, and nothing that
 * the rest of the text or the prompt gives away.
 */
export function gapPlaces(question: Question, text: string): GapPlace[] {
	const words = wordsOf(text);
	const stems = words.map((word) => stemOf(word.text));
	const promptStems = new Set(stemsOf(question.prompt));
	const sentenceStarts = new Set(
		sentencesOf(text).map(([start]) => words.findIndex((word) => word.span[0] >= start))
	);

	const saidIn = new Map(
		question.points.map((point) => [point, point.wordings.map((said) => new Set(stemsOf(said)))])
	);

	const places = question.points.flatMap((point) => [
		...point.keywords.flatMap((keyword) => {
			const variants = [keyword.term, ...keyword.aliases];
			return variants.flatMap((variant) =>
				sequencesOf(stemsOf(variant)).map((first) =>
					place(first, stemsOf(variant).length, variants, point, true)
				)
			);
		}),
		...wordsOfPoint(point).map((first) => place(first, 1, [], point, false))
	]);
	const own =
		question.points.length > 0
			? places
			: contentPlaces().map((at) => place(at, 1, [], null, false));
	return distinct(own.filter(isFair));

	function place(
		first: number,
		length: number,
		accepts: readonly string[],
		point: Point | null,
		isKey: boolean
	): GapPlace {
		const last = first + length - 1;
		const span: Span = [words[first]?.span[0] ?? 0, words[last]?.span[1] ?? 0];
		const stem = stems[first] ?? '';
		const said = point === null ? [] : (saidIn.get(point) ?? []);
		const wordings = said.filter((wording) => wording.has(stem)).length;
		return { first, last, span, accepts, point, is_key: isKey, wordings };
	}

	/** Numbers of the words at which a row of stems begins. */
	function sequencesOf(wanted: readonly string[]): number[] {
		if (wanted.length === 0 || wanted.length > MOST_WORDS) return [];
		return stems.flatMap((_, first) =>
			wanted.every((stem, offset) => stems[first + offset] === stem) ? [first] : []
		);
	}

	function wordsOfPoint(point: Point): number[] {
		const said = saidIn.get(point) ?? [];
		return contentPlaces().filter((at) => said.some((wording) => wording.has(stems[at] ?? '')));
	}

	function contentPlaces(): number[] {
		return words.flatMap(({ text: word }, at) =>
			isContentWord(word) && word.length >= SHORTEST_WORD ? [at] : []
		);
	}

	function isFair({ first, last, span }: GapPlace): boolean {
		// Across a comma it would be two phrases.
		if (sentenceStarts.has(first) || /[,;:.!?()]\s/u.test(text.slice(...span))) return false;
		const inside = words
			.slice(first, last + 1)
			.flatMap(({ text: word }, offset) => (isContentWord(word) ? [stems[first + offset]] : []));
		return inside.some(
			(stem) =>
				stem !== undefined &&
				!promptStems.has(stem) &&
				!stems.some((other, at) => other === stem && (at < first || at > last))
		);
	}
}

/** One place each: a key term before a plain word, a longer one before a shorter one. */
function distinct(places: readonly GapPlace[]): GapPlace[] {
	const kept: GapPlace[] = [];
	const length = ({ first, last }: GapPlace) => last - first;
	const byValue = [...places].sort((a, b) =>
		a.is_key === b.is_key ? length(b) - length(a) : Number(b.is_key) - Number(a.is_key)
	);
	for (const place of byValue)
		if (!kept.some((other) => other.first <= place.last && place.first <= other.last))
			kept.push(place);
	return kept;
}
