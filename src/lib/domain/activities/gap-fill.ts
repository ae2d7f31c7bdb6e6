import { codePoints } from '../grading/gradable';
import type { Random } from '../random';
import type { Point, Question } from '../types';
import { gapPlaces, type GapPlace } from './gap-places';

/** A stretch of the text as it stands, or a gap: its number from 0, and how many characters long. */
export type GapPart = string | { readonly gap: number; readonly length: number };

/** What belongs into a gap. */
export interface GapKey {
	/** As the model answer has it. */
	readonly wanted: string;
	/** What else counts: the key term and its aliases. */
	readonly accepts: readonly string[];
	/** One line for the learner: why it matters; null for a question without points. */
	readonly why: string | null;
}

/** A model answer with gaps; the key is kept apart, so that the parts can be sent alone. */
export interface GapFill {
	readonly parts: readonly GapPart[];
	readonly key: readonly GapKey[];
}

const FEWEST_GAPS = 3;
const GOOD_NUMBER = { least: 4, most: 8 };
/** About one gap in so many words. */
const WORDS_A_GAP = 12;
/** Words that stay between two gaps, so that no phrase loses two. */
const WORDS_BETWEEN = 4;

/**
 * Makes a gap-fill of a question's first model answer: 4 to 8 gaps (3 where the text has no more
 * room) at the key words of its points, those of the wanted concept first, spread over the points.
 *
 * @param concept whose points come first
 * @param random decides between equals; the same numbers give the same gaps
 * @returns null where the text has no room for three gaps
 */
export function buildGapFill(question: Question, concept: string, random: Random): GapFill | null {
	const text = question.expected[0] ?? '';
	const wanted = Math.round(text.split(/\s+/u).length / WORDS_A_GAP);
	const most = Math.min(GOOD_NUMBER.most, Math.max(GOOD_NUMBER.least, wanted));
	const chosen = choosePlaces(gapPlaces(question, text), question.points, concept, most, random);
	if (chosen.length < FEWEST_GAPS) return null;

	const parts: GapPart[] = [];
	const key: GapKey[] = [];
	let end = 0;
	for (const { span, accepts, point } of chosen) {
		const word = text.slice(...span);
		if (span[0] > end) parts.push(text.slice(end, span[0]));
		parts.push({ gap: key.length, length: codePoints(word) });
		key.push({ wanted: word, accepts, why: point?.why ?? null });
		end = span[1];
	}
	if (end < text.length) parts.push(text.slice(end));
	return { parts, key };
}

/**
 * Key terms, point by point, a round at a time; other words only where there are too few of them.
 *
 * @returns in the order of the text
 */
function choosePlaces(
	places: readonly GapPlace[],
	points: readonly Point[],
	concept: string,
	most: number,
	random: Random
): GapPlace[] {
	const order = (points.length > 0 ? shuffled(points, random) : [null]).sort(
		(a, b) => Number(b?.concept === concept) - Number(a?.concept === concept)
	);
	const chosen: GapPlace[] = [];
	takeFrom(true, most);
	takeFrom(false, GOOD_NUMBER.least);
	return chosen.sort((a, b) => a.first - b.first);

	function takeFrom(isKey: boolean, until: number): void {
		const queues = order.map((point) =>
			shuffled(
				places.filter((place) => place.point === point && place.is_key === isKey),
				random
			).sort((a, b) => (isKey ? 0 : b.wordings - a.wordings))
		);
		while (chosen.length < until && queues.some((queue) => queue.length > 0)) {
			for (const queue of queues) {
				const at = queue.findIndex((place) => chosen.every((other) => isApart(place, other)));
				const place = at < 0 ? undefined : queue[at];
				queue.splice(0, at < 0 ? queue.length : at + 1);
				if (place !== undefined && chosen.length < until) chosen.push(place);
			}
		}
	}
}

function isApart(a: GapPlace, b: GapPlace): boolean {
	return a.first - b.last > WORDS_BETWEEN || b.first - a.last > WORDS_BETWEEN;
}

/** Fisher and Yates. */
function shuffled<Item>(items: readonly Item[], random: Random): Item[] {
	const left = [...items];
	const drawn: Item[] = [];
	while (left.length > 0) drawn.push(...left.splice(Math.floor(random() * left.length), 1));
	return drawn;
}
