import { unwrap, wrap, type IDBPTransaction } from 'idb';
import { rangeOf, type KeyRange } from './key-range';
import type { MettleSchema } from './schema';
import { toStoreError } from './storage-faults';
import {
	StoreError,
	type IndexName,
	type ReadTx,
	type Selection,
	type TableName,
	type Value,
	type WriteTx
} from './store';

export type Mode = 'readonly' | 'readwrite';
export type Transaction<M extends Mode> = IDBPTransaction<MettleSchema, TableName[], M>;

/** The reading calls over one transaction. */
export function readCalls<M extends Mode>(tx: Transaction<M>): ReadTx {
	return {
		get: (table, key) => reported(tx, () => tx.objectStore(table).get(key)),
		all: (table) => reported(tx, () => tx.objectStore(table).getAll()),
		select: (table, index, selection) => reported(tx, () => select(tx, table, index, selection)),
		count: (table, index, selection) =>
			reported(tx, async () => {
				const range = rangeOf(selection);
				if (range === null) return 0;
				const found = await tx.objectStore(table).index(index).count(idbRange(range));
				return Math.min(found, selection.limit ?? found);
			})
	};
}

/** All calls over one transaction. */
export function writeCalls(tx: Transaction<'readwrite'>): WriteTx {
	return {
		...readCalls(tx),
		put: (table, value) =>
			reported(tx, async () => {
				await tx.objectStore(table).put(value);
			}),
		add: (table, value) =>
			reported(tx, async () => {
				await tx.objectStore(table).add(value);
			}),
		addSession: (value) =>
			reported(tx, async () => {
				// Unwrapped, because to idb's types a session has its number before it gets one.
				const id = await wrap(unwrap(tx.objectStore('sessions')).add(value));
				if (typeof id === 'number') return id;
				throw new StoreError('unavailable', 'The database gave a session no number.');
			}),
		delete: (table, key) => reported(tx, () => tx.objectStore(table).delete(key))
	};
}

async function select<M extends Mode, T extends TableName>(
	tx: Transaction<M>,
	table: T,
	name: IndexName<T>,
	selection: Selection
): Promise<Value<T>[]> {
	const { direction = 'next', limit } = selection;
	const range = rangeOf(selection);
	// To IndexedDB a limit of 0 means no limit.
	if (range === null || limit === 0) return [];
	const index = tx.objectStore(table).index(name);
	if (direction === 'next') return index.getAll(idbRange(range), limit);
	if (limit === undefined) return (await index.getAll(idbRange(range))).reverse();

	const found: Value<T>[] = [];
	let cursor = await index.openCursor(idbRange(range), 'prev');
	while (cursor !== null) {
		found.push(cursor.value);
		if (found.length === limit) break;
		cursor = await cursor.continue();
	}
	return found;
}

function idbRange({ lower, lowerOpen, upper, upperOpen }: KeyRange): IDBKeyRange | null {
	if (lower === undefined)
		return upper === undefined ? null : IDBKeyRange.upperBound(upper, upperOpen);
	if (upper === undefined) return IDBKeyRange.lowerBound(lower, lowerOpen);
	return IDBKeyRange.bound(lower, upper, lowerOpen, upperOpen);
}

/** Runs one call; its failure comes as StoreError, with the transaction's own reason if it has one. */
async function reported<M extends Mode, R>(tx: Transaction<M>, call: () => Promise<R>): Promise<R> {
	try {
		return await call();
	} catch (error) {
		// An aborted transaction tells each of its calls "aborted" and keeps the reason to itself.
		const isEcho = error instanceof Error && error.name === 'AbortError';
		throw toStoreError(isEcho ? (tx.error ?? error) : error);
	}
}
