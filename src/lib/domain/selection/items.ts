import type { ConceptEntry, Item } from './choice-index';

/** Those wanted, or all where none is. */
export function preferring(
	items: readonly Item[],
	isWanted: (item: Item) => boolean
): readonly Item[] {
	const wanted = items.filter(isWanted);
	return wanted.length > 0 ? wanted : items;
}

/** The items of least value, in their order; none for none. */
export function lowest(items: readonly Item[], valueOf: (item: Item) => number): readonly Item[] {
	const least = leastOf(items, valueOf);
	return items.filter((item) => valueOf(item) === least);
}

/** The least value of any; ∞ for none. */
export function leastOf<Thing>(
	things: readonly Thing[],
	valueOf: (thing: Thing) => number
): number {
	return things.reduce((least, thing) => Math.min(least, valueOf(thing)), Infinity);
}

/** Each item under every concept of its question. */
export function byConcept(items: readonly Item[]): ReadonlyMap<ConceptEntry, readonly Item[]> {
	const groups = new Map<ConceptEntry, Item[]>();
	for (const item of items)
		for (const concept of item.concepts) {
			const group = groups.get(concept);
			if (group === undefined) groups.set(concept, [item]);
			else group.push(item);
		}
	return groups;
}
