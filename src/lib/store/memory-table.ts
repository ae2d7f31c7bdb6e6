import { compareKeys, isKey, type KeyRange } from './key-range';
import type { KeyPath } from './schema';
import { StoreError, type KeyPart } from './store';

/** One line of a table or index; in a table both keys are the same. */
interface Entry<V> {
	key: KeyPart;
	primary: KeyPart;
	value: V;
}

interface Shape {
	key: KeyPath;
	indexes: Readonly<Record<string, KeyPath>>;
}

/** A table with its indexes, each kept sorted as IndexedDB sorts; its values are private copies. */
export class MemoryTable<V extends object> {
	/** The number given last, as IndexedDB's key generator counts. */
	lastNumber = 0;
	readonly #rows: Entry<V>[] = [];
	readonly #indexes: ReadonlyMap<string, { path: KeyPath; entries: Entry<V>[] }>;
	readonly #keyPath: KeyPath;

	constructor(shape: Shape) {
		this.#keyPath = shape.key;
		this.#indexes = new Map(
			Object.entries(shape.indexes).map(([name, path]) => [name, { path, entries: [] }])
		);
	}

	get(key: KeyPart): V | undefined {
		const row = this.#rows[positionOf(this.#rows, key, key)];
		return row !== undefined && compareKeys(row.key, key) === 0 ? row.value : undefined;
	}

	all(): V[] {
		return this.#rows.map(({ value }) => value);
	}

	/** Values of an index within a range, in order. */
	range(index: string, range: KeyRange): V[] {
		const entries = this.#indexes.get(index)?.entries;
		if (entries === undefined) throw new DOMException(`No index ${index}`, 'NotFoundError');
		const { lower, lowerOpen, upper, upperOpen } = range;
		const start = lower === undefined ? 0 : firstAt(entries, lower, lowerOpen);
		const end = upper === undefined ? entries.length : firstAt(entries, upper, !upperOpen);
		return entries.slice(start, end).map(({ value }) => value);
	}

	/** @throws StoreError `exists` when the value's key is taken */
	add(value: V): void {
		if (this.get(this.keyOf(value)) !== undefined) {
			throw new StoreError('exists', 'An entry with this key exists already.');
		}
		this.put(value);
	}

	put(value: V): void {
		const key = this.keyOf(value);
		this.delete(key);
		if (typeof key === 'number') this.lastNumber = Math.max(this.lastNumber, Math.floor(key));
		insert(this.#rows, { key, primary: key, value });
		for (const { path, entries } of this.#indexes.values()) {
			const indexKey = extractKey(value, path);
			// As in IndexedDB, a value without a proper key is simply not in the index.
			if (isKey(indexKey)) insert(entries, { key: indexKey, primary: key, value });
		}
	}

	delete(key: KeyPart): void {
		const value = this.get(key);
		if (value === undefined) return;
		remove(this.#rows, key, key);
		for (const { path, entries } of this.#indexes.values()) {
			const indexKey = extractKey(value, path);
			if (isKey(indexKey)) remove(entries, indexKey, key);
		}
	}

	/** @throws DOMException DataError, as IndexedDB does, when the value has no proper key */
	keyOf(value: V): KeyPart {
		const key = extractKey(value, this.#keyPath);
		if (isKey(key)) return key;
		throw new DOMException('The value has no valid key.', 'DataError');
	}
}

function extractKey(value: object, path: KeyPath): unknown {
	return typeof path === 'string'
		? Reflect.get(value, path)
		: path.map((field): unknown => Reflect.get(value, field));
}

function insert<V>(entries: Entry<V>[], entry: Entry<V>): void {
	entries.splice(positionOf(entries, entry.key, entry.primary), 0, entry);
}

function remove<V>(entries: Entry<V>[], key: KeyPart, primary: KeyPart): void {
	entries.splice(positionOf(entries, key, primary), 1);
}

/** Where the entry is, or would have to be: entries of one key are ordered by primary key. */
function positionOf<V>(entries: readonly Entry<V>[], key: KeyPart, primary: KeyPart): number {
	return firstWhere(entries, (entry) => {
		const order = compareKeys(entry.key, key);
		return order > 0 || (order === 0 && compareKeys(entry.primary, primary) >= 0);
	});
}

/** The first entry at a key, or beyond it. */
function firstAt<V>(entries: readonly Entry<V>[], key: KeyPart, isBeyond: boolean): number {
	return firstWhere(entries, (entry) => compareKeys(entry.key, key) >= (isBeyond ? 1 : 0));
}

/** Binary search over entries for which the test is first false, then true. */
function firstWhere<V>(entries: readonly V[], test: (entry: V) => boolean): number {
	let low = 0;
	let high = entries.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		const entry = entries[middle];
		if (entry !== undefined && test(entry)) high = middle;
		else low = middle + 1;
	}
	return low;
}
