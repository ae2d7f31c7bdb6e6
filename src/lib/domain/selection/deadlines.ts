import type { ConceptEntry, Item, TopicEntry } from './choice-index';
import { byConcept } from './items';

/** Questions after which a concept must come again, for each concept of its topic. */
export const DEADLINE_PER_CONCEPT = 5;
/** Slots that a deadline is met early by, so that one that cannot be used does no harm. */
const SLACK = 2;

/** A concept whose turn it is, with those of its questions that may be asked. */
export interface Pressing {
	readonly entry: ConceptEntry;
	readonly items: readonly Item[];
	/** Shown in the topic since one on this concept. */
	readonly questions: number;
}

/**
 * The concept that takes the next slot because a deadline comes up; null while none does.
 *
 * With k concepts, one last shown as number L is due by number L + 5k. The concepts stand in a
 * queue, earliest deadline first; the one at place p (from 1) can be served as number n + p at
 * the latest when n have been shown. As soon as n + p comes within SLACK of L + 5k for any that
 * can be asked, the first that can be asked is served. Serving the first leaves n + p as it is for
 * all others, and serving any while nothing presses adds at most 1, so no deadline is missed by a
 * concept that could be asked all along (earliest deadline first, Liu & Layland 1973).
 *
 * @param items that may be asked, of this topic
 */
export function pressingConcept(topic: TopicEntry, items: readonly Item[]): Pressing | null {
	const queue = [...topic.concepts.values()].sort(byDeadline);
	const span = DEADLINE_PER_CONCEPT * queue.length;
	const open = byConcept(items);

	const waiting = queue.flatMap((entry, index) => {
		const own = open.get(entry);
		if (own === undefined) return [];
		// Slots to spare before this one is late even if everything before it is served first.
		const spare = entry.lastNumber + span - topic.shownCount - (index + 1);
		return [{ entry, items: own, spare }];
	});
	if (!waiting.some(({ spare }) => spare <= SLACK)) return null;

	// Where the first would repeat the concept of the question before, it waits if it still can.
	const [first, second] = waiting.map((place) => ({
		...place,
		items: place.items.filter((item) => !item.repeatsConcept)
	}));
	const head = waiting[0];
	if (first === undefined || head === undefined) return null;
	const isBlocked = first.items.length === 0;
	if (isBlocked && head.spare > 0 && second !== undefined && second.items.length > 0)
		return pressing(second.entry, second.items);
	return pressing(head.entry, isBlocked ? head.items : first.items);

	function pressing(entry: ConceptEntry, own: readonly Item[]): Pressing {
		return { entry, items: own, questions: topic.shownCount - entry.lastNumber };
	}
}

function byDeadline(a: ConceptEntry, b: ConceptEntry): number {
	if (a.lastNumber !== b.lastNumber) return a.lastNumber - b.lastNumber;
	if (a.lastSeenMs !== b.lastSeenMs) return a.lastSeenMs < b.lastSeenMs ? -1 : 1;
	return a.concept < b.concept ? -1 : 1;
}
