import { rangeOf } from './key-range';
import { MemoryTable } from './memory-table';
import { runTransaction } from './run-transaction';
import { SHAPES } from './schema';
import {
	StoreError,
	type ReadTx,
	type Store,
	type TableName,
	type Value,
	type WriteTx
} from './store';
import { guardReads, guardWrites, TransactionGuard } from './transaction-guard';

type MemoryTables = { [T in TableName]: MemoryTable<Value<T>> };

/** A store that lives as long as the page: for tests, and where the browser forbids storage. */
export function createMemoryStore(): Store {
	return new MemoryStore();
}

class MemoryStore implements Store {
	readonly persistent = false;
	readonly #tables = createTables();
	/** Resolves when the last transaction begun has ended: they run one after the other. */
	#last: Promise<unknown> = Promise.resolve();
	#isClosed = false;

	read: Store['read'] = (tables, work) =>
		this.#next(tables, (guard) => {
			const calls = guardReads(guard, readCalls(this.#tables));
			return runTransaction(guard, { commit: done, rollback: done }, () => work(calls));
		});

	write: Store['write'] = (tables, work) =>
		this.#next(tables, (guard) => {
			const undo: (() => void)[] = [];
			const calls = guardWrites(guard, writeCalls(this.#tables, undo));
			const rollback = () => {
				for (const step of undo.reverse()) step();
				return done();
			};
			return runTransaction(guard, { commit: done, rollback }, () => work(calls));
		});

	close(): void {
		this.#isClosed = true;
	}

	#next<R>(tables: readonly TableName[], run: (guard: TransactionGuard) => Promise<R>): Promise<R> {
		if (this.#isClosed) {
			return Promise.reject(new StoreError('unavailable', 'This store has been closed.'));
		}
		const result = this.#last.then(async () => {
			const guard = new TransactionGuard(tables);
			// Its calls take no turn of the event loop, so work that needs one waits for something else,
			// which IndexedDB would refuse as well.
			const timer = setTimeout(() => {
				if (guard.isWaitingElsewhere) guard.refuse();
			}, 0);
			return run(guard).finally(() => clearTimeout(timer));
		});
		this.#last = result.catch(() => {});
		return result;
	}
}

function readCalls(tables: MemoryTables): ReadTx {
	return {
		get: async (table, key) => structuredClone(tables[table].get(key)),
		all: async (table) => structuredClone(tables[table].all()),
		select: async (table, index, selection) => {
			const range = rangeOf(selection);
			const found = range === null ? [] : tables[table].range(index, range);
			if (selection.direction === 'prev') found.reverse();
			return structuredClone(found.slice(0, selection.limit));
		},
		count: async (table, index, selection) => {
			const range = rangeOf(selection);
			const found = range === null ? 0 : tables[table].range(index, range).length;
			return Math.min(found, selection.limit ?? found);
		}
	};
}

/** @param undo receives, per change, the step that takes it back */
function writeCalls(tables: MemoryTables, undo: (() => void)[]): WriteTx {
	/** Changes one entry of a table, remembering how it was. */
	const change = <T extends TableName>(
		table: MemoryTable<Value<T>>,
		key: Parameters<MemoryTable<Value<T>>['get']>[0],
		act: () => void
	) => {
		const before = table.get(key);
		const { lastNumber } = table;
		undo.push(() => {
			if (before === undefined) table.delete(key);
			else table.put(before);
			table.lastNumber = lastNumber;
		});
		act();
	};
	return {
		...readCalls(tables),
		put: async (name, value) => {
			const table = tables[name];
			const copy = structuredClone(value);
			change(table, table.keyOf(copy), () => table.put(copy));
		},
		add: async (name, value) => {
			const table = tables[name];
			const copy = structuredClone(value);
			change(table, table.keyOf(copy), () => table.add(copy));
		},
		addSession: async (value) => {
			const table = tables.sessions;
			const id = table.lastNumber + 1;
			const copy = { ...structuredClone(value), id };
			change(table, id, () => table.add(copy));
			return id;
		},
		delete: async (name, key) => {
			const table = tables[name];
			change(table, key, () => table.delete(key));
		}
	};
}

function createTables(): MemoryTables {
	return {
		profiles: new MemoryTable(SHAPES.profiles),
		tokens: new MemoryTable(SHAPES.tokens),
		sessions: new MemoryTable(SHAPES.sessions),
		events: new MemoryTable(SHAPES.events),
		mastery: new MemoryTable(SHAPES.mastery),
		reviews: new MemoryTable(SHAPES.reviews),
		waiting: new MemoryTable(SHAPES.waiting),
		seen: new MemoryTable(SHAPES.seen),
		marks: new MemoryTable(SHAPES.marks),
		wordings: new MemoryTable(SHAPES.wordings),
		regrades: new MemoryTable(SHAPES.regrades),
		replies: new MemoryTable(SHAPES.replies),
		drafts: new MemoryTable(SHAPES.drafts),
		device: new MemoryTable(SHAPES.device)
	};
}

async function done(): Promise<void> {}
