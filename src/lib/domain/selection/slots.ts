import { drawWeighted, type Random } from '../random';
import type { ConceptEntry, Item } from './choice-index';
import { byConcept, lowest } from './items';
import { wasMissedBefore } from './question-order';
import { drawWeight, standingOf, type Standing } from './standing';

/** What a slot is for. */
export type Slot = 'focus' | 'explore' | 'maintain';

/** The slots of every five questions of a topic (design section 5: three, one and one). */
const ROW = ['focus', 'explore', 'focus', 'maintain', 'focus'] as const satisfies readonly Slot[];

/** @param shownCount questions shown in the topic so far */
export function slotAt(shownCount: number): Slot {
	return ROW[shownCount % ROW.length] ?? 'focus';
}

/** The concept a slot goes to, with its questions that may be asked, and where it stands. */
export interface SlotChoice {
	readonly entry: ConceptEntry;
	readonly items: readonly Item[];
	readonly standing: Standing;
}

interface Open extends SlotChoice {
	readonly isFocus: boolean;
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
	// What is weak is asked at any level; where it is free which concept comes, the level decides.
	const eligible = slot === 'focus' ? items : lowest(items, (item) => item.levelRank);
	const open: readonly Open[] = [...byConcept(eligible)].map(([entry, own]) => {
		const standing = standingOf(entry, nowMs);
		const isFocus =
			['weak', 'stagnating', 'fading'].includes(standing) ||
			own.some((item) => wasMissedBefore(item, nowMs));
		return { entry, items: own, standing, isFocus };
	});
	const focus = open.filter(({ isFocus }) => isFocus);
	const fresh = open.filter(({ standing }) => standing === 'new');
	const uncertain = open.filter(({ standing }) => standing === 'uncertain');
	const others = open.filter(({ isFocus, standing }) => !isFocus && standing !== 'new');

	const choose = {
		focus: () => draw(focus) ?? draw(fresh) ?? draw(uncertain) ?? longestUnseen(open),
		explore: () =>
			draw(fresh) ??
			draw(fewestAttempts(open.filter(({ standing }) => standing !== 'strong'))) ??
			longestUnseen(open),
		maintain: () => longestUnseen(others) ?? draw(focus) ?? longestUnseen(open)
	}[slot];
	const chosen = choose();
	if (chosen === undefined) throw new RangeError('a slot was to be filled from no question');
	return chosen;

	/** By weight, among those that have a question at the best level that any of them has. */
	function draw(choices: readonly Open[]): Open | undefined {
		const atLevel = new Set(
			lowest(
				choices.flatMap((choice) => choice.items),
				(item) => item.levelRank
			)
		);
		const possible = choices.filter((choice) => choice.items.some((item) => atLevel.has(item)));
		return drawWeighted(random, possible, ({ entry }) => drawWeight(entry, nowMs));
	}
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

function fewestAttempts(choices: readonly Open[]): readonly Open[] {
	const attempts = ({ entry }: Open) => entry.view?.attempts ?? 0;
	const least = choices.reduce((least, choice) => Math.min(least, attempts(choice)), Infinity);
	return choices.filter((choice) => attempts(choice) === least);
}
