import { wrap, type IDBPDatabase } from 'idb';
import type { Migration } from './migrations/migration';
import { DATABASE_NAME, type MettleSchema } from './schema';
import { toStoreError } from './storage-faults';
import { StoreError } from './store';

export type MettleDatabase = IDBPDatabase<MettleSchema>;
export type DatabaseFactory = Pick<IDBFactory, 'open'>;

export interface OpenOptions {
	/** Called for the factory only now, because merely naming it may throw where it is forbidden. */
	factory: () => DatabaseFactory | undefined;
	migrations: readonly Migration[];
	/** Limit for an open that shows no sign of life, in milliseconds. */
	timeoutMs: number;
	/** Another tab holds an older version; opening goes on by itself if that tab lets go in time. */
	onBlocked?: (() => void) | undefined;
}

/** An upgrade under way is a sign of life: it may take as many times longer. */
const UPGRADE_PATIENCE = 12;

/**
 * Opens the database and brings it to the version of the last migration.
 *
 * @throws StoreError newer_version, blocked, timeout, upgrade_failed, quota or unavailable; whichever
 * it is, the data is as it was before
 */
export async function openDatabase(options: OpenOptions): Promise<MettleDatabase> {
	const request = requestOpen(options);
	const wait = new OpenWait(options);

	request.addEventListener('blocked', () => {
		wait.isBlocked = true;
		options.onBlocked?.();
	});
	request.addEventListener('upgradeneeded', ({ oldVersion }) => {
		wait.extend();
		void upgrade(request, options.migrations, oldVersion).catch((error: unknown) => {
			wait.upgradeFailure = { error };
			abort(request.transaction);
		});
	});
	request.addEventListener('success', () => {
		// Nobody waits for it any more: held open, it would block the next upgrade.
		if (wait.isOver) request.result.close();
	});

	try {
		return await Promise.race([opened(request), wait.limit]);
	} catch (error) {
		throw wait.reason(error);
	} finally {
		wait.end();
	}
}

function requestOpen({ factory, migrations }: OpenOptions): IDBOpenDBRequest {
	try {
		const found = factory();
		if (found === undefined) throw new StoreError('unavailable', 'This browser has no IndexedDB.');
		return found.open(DATABASE_NAME, migrations.at(-1)?.version);
	} catch (error) {
		throw toStoreError(error);
	}
}

function opened(request: IDBOpenDBRequest): Promise<MettleDatabase> {
	return new Promise((resolve, reject) => {
		request.addEventListener('success', () => {
			// The one place where the untyped database gets its schema: the migrations made it so.
			resolve(wrap(request.result) as unknown as MettleDatabase);
		});
		request.addEventListener('error', () => {
			reject(request.error ?? new StoreError('unavailable', 'Opening failed without a reason.'));
		});
	});
}

async function upgrade(
	request: IDBOpenDBRequest,
	migrations: readonly Migration[],
	oldVersion: number
): Promise<void> {
	if (request.transaction === null) throw new StoreError('unavailable', 'No upgrade transaction.');
	const database = wrap(request.result);
	// idb types a bare transaction as read-only; this one is of the kind `upgradeneeded` brings.
	const tx = wrap(request.transaction) as unknown as Parameters<Migration['migrate']>[1];
	// What the browser ends by itself is reported by the open request.
	tx.done.catch(() => {});
	for (const migration of migrations) {
		if (migration.version > oldVersion) await migration.migrate(database, tx);
	}
}

function abort(tx: IDBTransaction | null): void {
	try {
		tx?.abort();
	} catch {
		// It has ended already, and the open request says how.
	}
}

/** How long an opening may still take, and why it came to nothing. */
class OpenWait {
	isBlocked = false;
	isOver = false;
	upgradeFailure: { error: unknown } | null = null;
	readonly limit: Promise<never>;
	#timer: ReturnType<typeof setTimeout> | undefined;
	#reject: (error: unknown) => void = () => {};
	readonly #timeoutMs: number;

	constructor({ timeoutMs }: OpenOptions) {
		this.#timeoutMs = timeoutMs;
		this.limit = new Promise<never>((_, reject) => (this.#reject = reject));
		this.#start(timeoutMs);
	}

	extend(): void {
		this.isBlocked = false;
		this.#start(this.#timeoutMs * UPGRADE_PATIENCE);
	}

	end(): void {
		clearTimeout(this.#timer);
	}

	reason(error: unknown): unknown {
		if (this.upgradeFailure === null) return toStoreError(error);
		const cause = toStoreError(this.upgradeFailure.error);
		if (cause instanceof StoreError && cause.code === 'quota') return cause;
		return new StoreError(
			'upgrade_failed',
			'The data could not be brought to this version; nothing was changed.',
			{ cause }
		);
	}

	#start(limitMs: number): void {
		clearTimeout(this.#timer);
		if (this.isOver) return;
		this.#timer = setTimeout(() => {
			this.isOver = true;
			this.#reject(
				this.isBlocked
					? new StoreError('blocked', 'Another tab with an older version holds the data open.')
					: new StoreError('timeout', `The database did not open within ${String(limitMs)} ms.`)
			);
		}, limitMs);
	}
}
