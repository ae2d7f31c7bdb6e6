import { unwrap } from 'idb';
import { readCalls, writeCalls, type Mode, type Transaction } from './indexeddb-calls';
import { MIGRATIONS } from './migrations/all-migrations';
import { openDatabase, type DatabaseFactory, type MettleDatabase } from './open-database';
import { runTransaction, type Ending } from './run-transaction';
import { isClosedConnection, toStoreError } from './storage-faults';
import { StoreError, type Store, type TableName } from './store';
import { guardReads, guardWrites, TransactionGuard } from './transaction-guard';

export interface IndexedDbOptions {
	/**
	 * Another tab upgrades (or, with null, deletes) the database. This connection has been closed
	 * for it; the next transaction opens a new one and may find `newer_version`.
	 */
	onVersionChange?: (newVersion: number | null) => void;
	/** An older tab keeps this version from opening; it goes on by itself if that tab lets go. */
	onBlocked?: () => void;
	/** The browser dropped the connection; the next transaction opens a new one. */
	onTerminated?: () => void;
	/** Limit for an opening, in milliseconds. */
	timeoutMs?: number;
	/** Stands in for the browser's own. */
	indexedDB?: DatabaseFactory;
}

/**
 * Opens the store that outlives the page.
 *
 * @throws StoreError newer_version, blocked, timeout, upgrade_failed, quota or unavailable; nothing
 * stored is ever deleted because of it
 */
export async function openIndexedDbStore(options: IndexedDbOptions = {}): Promise<Store> {
	const store = new IndexedDbStore(options);
	await store.open();
	return store;
}

class IndexedDbStore implements Store {
	readonly persistent = true;
	/** One connection for all; null until the next transaction needs one. */
	#connection: Promise<MettleDatabase> | null = null;
	#isClosed = false;
	readonly #options: IndexedDbOptions;

	constructor(options: IndexedDbOptions) {
		this.#options = options;
	}

	read: Store['read'] = async (tables, work) => {
		const tx = await this.#begin((database) => database.transaction([...tables], 'readonly'));
		const guard = new TransactionGuard(tables);
		const calls = guardReads(guard, readCalls(tx));
		return runTransaction(guard, watch(tx, tables, guard), () => work(calls));
	};

	write: Store['write'] = async (tables, work) => {
		const tx = await this.#begin((database) =>
			database.transaction([...tables], 'readwrite', { durability: 'strict' })
		);
		const guard = new TransactionGuard(tables);
		const calls = guardWrites(guard, writeCalls(tx));
		return runTransaction(guard, watch(tx, tables, guard), () => work(calls));
	};

	/** The present connection, or a new one. */
	open(): Promise<MettleDatabase> {
		if (this.#isClosed) {
			return Promise.reject(new StoreError('unavailable', 'This store has been closed.'));
		}
		if (this.#connection !== null) return this.#connection;
		const opening = this.#connect(() => this.#forget(opening));
		this.#connection = opening;
		// After a failure the next transaction tries again.
		opening.catch(() => this.#forget(opening));
		return opening;
	}

	close(): void {
		this.#isClosed = true;
		void this.#connection?.then((database) => database.close()).catch(() => {});
		this.#connection = null;
	}

	async #connect(onLost: () => void): Promise<MettleDatabase> {
		const { onVersionChange, onBlocked, onTerminated, timeoutMs = 5000, indexedDB } = this.#options;
		const database = await openDatabase({
			factory: () => indexedDB ?? globalThis.indexedDB,
			migrations: MIGRATIONS,
			timeoutMs,
			onBlocked
		});
		database.addEventListener('versionchange', ({ newVersion }) => {
			database.close();
			onLost();
			onVersionChange?.(newVersion);
		});
		database.addEventListener('close', () => {
			onLost();
			onTerminated?.();
		});
		return database;
	}

	/** Begins a transaction; over a connection that died unnoticed, once more over a new one. */
	async #begin<M extends Mode>(
		start: (database: MettleDatabase) => Transaction<M>
	): Promise<Transaction<M>> {
		const connection = this.open();
		const database = await connection;
		try {
			return start(database);
		} catch (error) {
			if (!isClosedConnection(error)) throw toStoreError(error);
			this.#forget(connection);
		}
		const reopened = await this.open();
		try {
			return start(reopened);
		} catch (error) {
			throw toStoreError(error);
		}
	}

	#forget(connection: Promise<MettleDatabase>): void {
		if (this.#connection === connection) this.#connection = null;
	}
}

/**
 * Follows a transaction to its end and refuses work that waits for anything else.
 *
 * IndexedDB commits a transaction as soon as it has nothing to do, even in the middle of work that
 * is waiting for something else. So whenever no call is under way a probe keeps it busy: if the
 * probe comes back and the work has neither ended nor asked for anything, it is waiting elsewhere,
 * and everything can still be taken back.
 */
function watch<M extends Mode>(
	tx: Transaction<M>,
	[table]: readonly TableName[],
	guard: TransactionGuard
): Ending {
	const raw = unwrap(tx);
	// idb's own promise for the end rejects before the abort is complete; `ended` is used instead.
	tx.done.catch(() => {});
	const ended = new Promise<{ error: unknown } | null>((resolve) => {
		raw.addEventListener('complete', () => resolve(null));
		raw.addEventListener('abort', () =>
			resolve({ error: raw.error ?? new DOMException('Aborted.', 'AbortError') })
		);
	});

	let probes = 0;
	const probe = () => {
		if (table === undefined || guard.failure !== null || !guard.isWaitingElsewhere) return;
		try {
			// No key is an empty array, so this looks up nothing.
			raw.objectStore(table).count([]).onsuccess = () => {
				probes -= 1;
				if (probes === 0 && guard.isWaitingElsewhere) guard.refuse();
			};
			probes += 1;
		} catch {
			// The browser has ended the transaction: `ended` knows why.
		}
	};
	guard.onIdle = probe;
	probe();

	return {
		async commit() {
			const failure = await ended;
			if (failure !== null) throw toStoreError(failure.error);
		},
		async rollback() {
			try {
				raw.abort();
			} catch {
				// The browser has ended it already.
			}
			await ended;
		}
	};
}
