import type { KeyPart, Selection } from './store';

/** A stretch of keys; an absent bound is open-ended. */
export interface KeyRange {
	lower?: KeyPart;
	/** True: the bound itself is not in the range. */
	lowerOpen: boolean;
	upper?: KeyPart;
	upperOpen: boolean;
}

/** Whether IndexedDB accepts it as a key (of the kinds used here: no dates, no bytes). */
export function isKey(value: unknown): value is KeyPart {
	if (Array.isArray(value)) return value.every(isKey);
	return typeof value === 'string' || (typeof value === 'number' && !Number.isNaN(value));
}

/**
 * IndexedDB's order: numbers before strings before arrays; strings by UTF-16 unit; arrays part by
 * part, the shorter first.
 *
 * @returns negative, 0 or positive, as for `sort`
 */
export function compareKeys(a: KeyPart, b: KeyPart): number {
	if (typeof a === 'object' && typeof b === 'object') {
		for (const [i, part] of a.entries()) {
			const other = b[i];
			if (other === undefined) return 1;
			const order = compareKeys(part, other);
			if (order !== 0) return order;
		}
		return a.length - b.length;
	}
	if (typeof a !== typeof b) return rank(a) - rank(b);
	return a < b ? -1 : a > b ? 1 : 0;
}

/** The keys that a selection asks for, or null when no key can satisfy it. */
export function rangeOf({ prefix, after, before }: Selection): KeyRange | null {
	const range: KeyRange = { lowerOpen: false, upperOpen: false };
	if (prefix !== undefined) {
		range.lower = prefix;
		// An array sorts after every string and number, so `[...prefix, []]` lies just beyond all
		// keys that begin with the prefix.
		range.upper = typeof prefix === 'object' ? [...prefix, []] : prefix;
		range.upperOpen = typeof prefix === 'object';
	}
	if (after !== undefined && (range.lower === undefined || compareKeys(after, range.lower) >= 0)) {
		range.lower = after;
		range.lowerOpen = true;
	}
	if (
		before !== undefined &&
		(range.upper === undefined || compareKeys(before, range.upper) <= 0)
	) {
		range.upper = before;
		range.upperOpen = true;
	}
	return isEmpty(range) ? null : range;
}

function isEmpty({ lower, lowerOpen, upper, upperOpen }: KeyRange): boolean {
	if (lower === undefined || upper === undefined) return false;
	const order = compareKeys(lower, upper);
	return order > 0 || (order === 0 && (lowerOpen || upperOpen));
}

function rank(key: KeyPart): number {
	return typeof key === 'number' ? 0 : typeof key === 'string' ? 1 : 2;
}
