import { drawWeighted, type Random } from '../random';
import type { ConceptEntry, Item } from './choice-index';
import { byConcept, leastOf } from './items';
import type { SlotReason } from './reasons';
import { drawWeight, standingOf, type Standing } from './standing';

/** What a slot is for. */
export type Slot = 'focus' | 'explore' | 'maintain';

/** The slots of every five questions of a topic (design section 5: three, one and one). */
const ROW = ['focus', 'explore', 'focus', 'maintain', 'focus'] as const satisfies readonly Slot[];

/** @param shownCount questions shown in the topic so far */
export function slotAt(shownCount: number): Slot {
	return ROW[shownCount % ROW.length] ?? 'focus';
}

/** A concept that may be given a slot, with those of its questions that may be asked. */
interface Open {
	readonly entry: ConceptEntry;
	readonly items: readonly Item[];
	readonly standing: Standing;
}

/** The concept a slot goes to, its questions, and what it is given it for. */
export interface SlotChoice {
	readonly entry: ConceptEntry;
	readonly items: readonly Item[];
	readonly kind: SlotReason;
}

/**
 * The concept for a slot. A slot that finds none of its own kind goes to the next best one, so
 * that a session does not end while there is a question.
 *
 * @param items at least one
 */
export function fillSlot(
	slot: Slot,
	items: readonly Item[],
	nowMs: number,
	random: Random
): SlotChoice {
	const open = [...byConcept(items)].map(([entry, own]): Open => {
		return { entry, items: own, standing: standingOf(entry, nowMs) };
	});
	const at = (...standings: readonly Standing[]) =>
		atBestLevel(open.filter(({ standing }) => standings.includes(standing)));
	const draw = (choices: readonly Open[]) =>
		drawWeighted(random, choices, ({ entry }) => drawWeight(entry, nowMs));

	const focus = () => given(draw(at('stagnating', 'weak', 'fading')));
	const fresh = () => given(draw(at('new')));
	const uncertain = (choices: readonly Open[]) => given(draw(choices), 'uncertain');
	const longest = (choices: readonly Open[]) => given(longestUnseen(choices), 'maintenance');

	const choose = {
		focus: () => focus() ?? fresh() ?? uncertain(at('uncertain')) ?? longest(at('strong')),
		explore: () =>
			fresh() ??
			uncertain(fewestAttempts(at('stagnating', 'weak', 'fading', 'uncertain'))) ??
			longest(at('strong')),
		maintain: () => longest(at('uncertain', 'strong')) ?? focus() ?? fresh()
	}[slot];
	const chosen = choose();
	if (chosen === undefined) throw new RangeError('a slot was to be filled from no question');
	return chosen;
}

/** Those that have a question at the level nearest to the learner's that any of them has. */
function atBestLevel(choices: readonly Open[]): readonly Open[] {
	const levels = choices.map(({ items }) => leastOf(items, (item) => item.levelRank));
	const best = leastOf(levels, (level) => level);
	return choices.filter((_, index) => levels[index] === best);
}

/** @param kind where it is not what the concept's standing says */
function given(choice: Open | undefined, kind?: SlotReason): SlotChoice | undefined {
	if (choice === undefined) return undefined;
	const { entry, items, standing } = choice;
	return { entry, items, kind: kind ?? (standing === 'strong' ? 'maintenance' : standing) };
}

function longestUnseen(choices: readonly Open[]): Open | undefined {
	return choices.reduce<Open | undefined>(
		(longest, choice) =>
			longest === undefined || choice.entry.lastSeenMs < longest.entry.lastSeenMs
				? choice
				: longest,
		undefined
	);
}

/** Those whose band is widest: it narrows with every answer. */
function fewestAttempts(choices: readonly Open[]): readonly Open[] {
	const attempts = ({ entry }: Open) => entry.view?.attempts ?? 0;
	const least = leastOf(choices, attempts);
	return choices.filter((choice) => attempts(choice) === least);
}
