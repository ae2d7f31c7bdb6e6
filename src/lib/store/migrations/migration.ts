import type { IDBPDatabase, IDBPTransaction } from 'idb';

/**
 * One step from a version of the database to the next. Names are written out and never taken from
 * the present schema: a step must do the same in ten years as on the day it was released.
 */
export interface Migration {
	/** Version it leads to: 1, 2, 3 … without a gap. */
	readonly version: number;
	/** May await requests of `tx` and nothing else. What it throws leaves the data as it was. */
	migrate(
		database: IDBPDatabase,
		tx: IDBPTransaction<unknown, string[], 'versionchange'>
	): void | Promise<void>;
}
