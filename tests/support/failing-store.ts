import { StoreError, type ReadTx, type Store, type WriteTx } from '$lib/store/store';

export interface FailingOptions {
	/** What the operation throws; a full device where not given. */
	error?: Error;
	/** Whether only the Nth operation fails, or that one and all after it. */
	lasting?: 'once' | 'from then on';
	/** Whether reading calls count (and can fail) too. */
	counting?: 'everything' | 'writes';
}

export interface FailingStore extends Store {
	/** Operations so far, failed ones included. */
	readonly operations: number;
	/** Whether the fault has struck. False after an action: it has fewer than N operations. */
	readonly struck: boolean;
}

/**
 * The store with a fault: its Nth operation fails, counted from 1 over all transactions. Each call
 * inside a transaction is an operation, and so is each commit of a write. As in the real store, a
 * failed operation takes its whole transaction with it, even when the work catches its error.
 *
 * To fail every step of an action: run it for N = 1, 2, 3 … until `struck` stays false.
 */
export function failNthOperation(
	store: Store,
	n: number,
	options: FailingOptions = {}
): FailingStore {
	const { lasting = 'once', counting = 'everything' } = options;
	const error = options.error ?? new StoreError('quota', 'The device is out of space.');
	let operations = 0;
	let struck = false;

	/** Throws where it is this operation's turn to fail. */
	const count = () => {
		operations += 1;
		if (operations < n || (lasting === 'once' && operations > n)) return;
		struck = true;
		throw error;
	};

	/** Wraps the calls of one transaction; `check` throws when one of them has failed. */
	const guard = () => {
		let isDoomed = false;
		const run = async <R>(kind: 'read' | 'write', call: () => Promise<R>): Promise<R> => {
			if (isDoomed) throw error;
			try {
				if (kind === 'write' || counting === 'everything') count();
			} catch (reason) {
				isDoomed = true;
				throw reason;
			}
			return call();
		};
		const check = () => {
			if (isDoomed) throw error;
		};
		return { run, check };
	};
	type Run = ReturnType<typeof guard>['run'];

	return {
		get operations() {
			return operations;
		},
		get struck() {
			return struck;
		},
		persistent: store.persistent,
		read: (tables, work) =>
			store.read(tables, async (tx) => {
				const { run, check } = guard();
				const result = await work(failingReads(tx, run));
				check();
				return result;
			}),
		write: (tables, work) =>
			store.write(tables, async (tx) => {
				const { run, check } = guard();
				const result = await work(failingWrites(tx, run));
				check();
				count();
				return result;
			}),
		close: () => store.close()
	};

	function failingReads(tx: ReadTx, run: Run): ReadTx {
		return {
			get: (table, key) => run('read', () => tx.get(table, key)),
			all: (table) => run('read', () => tx.all(table)),
			select: (table, index, selection) => run('read', () => tx.select(table, index, selection)),
			count: (table, index, selection) => run('read', () => tx.count(table, index, selection))
		};
	}

	function failingWrites(tx: WriteTx, run: Run): WriteTx {
		return {
			...failingReads(tx, run),
			put: (table, value) => run('write', () => tx.put(table, value)),
			add: (table, value) => run('write', () => tx.add(table, value)),
			addSession: (value) => run('write', () => tx.addSession(value)),
			delete: (table, key) => run('write', () => tx.delete(table, key))
		};
	}
}
