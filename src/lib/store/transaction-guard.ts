import { StoreError, type ReadTx, type TableName, type WriteTx } from './store';

/** Watches one transaction: its first failure, and whether its work waits for anything else. */
export class TransactionGuard {
	/** Set by the first call that failed: from then on nothing of the transaction may be stored. */
	failure: { error: unknown } | null = null;
	/** Rejects once the work is refused; never resolves. */
	readonly refused: Promise<never>;
	/** Called whenever the last call under way has ended. */
	onIdle: () => void = () => {};

	#settled = false;
	#calls = 0;
	#lastCall = 'no call at all';
	readonly #pending = new Set<Promise<unknown>>();
	readonly #tables: ReadonlySet<TableName>;
	#reject: (error: unknown) => void = () => {};

	constructor(tables: readonly TableName[]) {
		this.#tables = new Set(tables);
		this.refused = new Promise<never>((_, reject) => (this.#reject = reject));
		this.refused.catch(() => {});
	}

	/** Passes a call on, unless the transaction is over or has failed. */
	run<R>(name: string, table: TableName, call: () => Promise<R>): Promise<R> {
		this.#calls += 1;
		this.#lastCall = `call ${String(this.#calls)}, ${name}(${table})`;
		const answer = this.#pass(table, call);
		this.#pending.add(answer);
		const end = () => {
			this.#pending.delete(answer);
			if (this.#pending.size === 0) this.onIdle();
		};
		// Also marks a call that nobody awaits as handled: its failure rejects the transaction.
		answer.then(end, end);
		return answer;
	}

	/** True while the work has neither ended nor a call under way. */
	get isWaitingElsewhere(): boolean {
		return !this.#settled && this.#pending.size === 0;
	}

	/** Gives the work up because it awaited something else. */
	refuse(): void {
		const error = new StoreError(
			'inactive',
			`The work on ${[...this.#tables].join(', ')} awaited something other than its transaction ` +
				`after ${this.#lastCall}. Await hashes, timers, fetches, the model and other ` +
				'transactions before it or after it.'
		);
		this.failure ??= { error };
		this.#reject(error);
	}

	/** No call is accepted after this; resolves when those under way have ended. */
	async settle(): Promise<void> {
		this.#settled = true;
		await Promise.allSettled(this.#pending);
	}

	async #pass<R>(table: TableName, call: () => Promise<R>): Promise<R> {
		if (this.failure !== null) throw this.failure.error;
		if (this.#settled) {
			throw new StoreError('inactive', `${this.#lastCall} came after its transaction had ended.`);
		}
		try {
			if (!this.#tables.has(table)) {
				throw new RangeError(`The table ${table} was not named when the transaction began.`);
			}
			return await call();
		} catch (error) {
			this.failure ??= { error };
			throw error;
		}
	}
}

/** The same calls, each passing through the guard. */
export function guardReads(guard: TransactionGuard, calls: ReadTx): ReadTx {
	return {
		get: (table, key) => guard.run('get', table, () => calls.get(table, key)),
		all: (table) => guard.run('all', table, () => calls.all(table)),
		select: (table, index, selection) =>
			guard.run('select', table, () => calls.select(table, index, selection)),
		count: (table, index, selection) =>
			guard.run('count', table, () => calls.count(table, index, selection))
	};
}

/** The same calls, each passing through the guard. */
export function guardWrites(guard: TransactionGuard, calls: WriteTx): WriteTx {
	return {
		...guardReads(guard, calls),
		put: (table, value) => guard.run('put', table, () => calls.put(table, value)),
		add: (table, value) => guard.run('add', table, () => calls.add(table, value)),
		addSession: (value) => guard.run('addSession', 'sessions', () => calls.addSession(value)),
		delete: (table, key) => guard.run('delete', table, () => calls.delete(table, key))
	};
}
