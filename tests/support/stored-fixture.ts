import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

const folder = fileURLToPath(new URL('../fixtures/stored/', import.meta.url));

const keyPath = z.union([z.string(), z.array(z.string())]);

/** A whole database as it once was: enough to build it again without the code of its day. */
const storedFixture = z.strictObject({
	format: z.literal('mettle-stored'),
	database: z.literal('mettle'),
	version: z.int().positive(),
	tables: z.record(
		z.string(),
		z.strictObject({
			key: keyPath,
			numbered: z.boolean(),
			indexes: z.record(z.string(), keyPath),
			records: z.array(z.record(z.string(), z.unknown()))
		})
	)
});
export type StoredFixture = z.infer<typeof storedFixture>;

/** Every frozen version there is, oldest first. */
export async function loadStoredFixtures(): Promise<StoredFixture[]> {
	const names = (await readdir(folder)).filter((name) => /^v\d+\.json$/.test(name));
	const fixtures = await Promise.all(
		names.map(async (name) =>
			storedFixture.parse(JSON.parse(await readFile(`${folder}${name}`, 'utf8')))
		)
	);
	return fixtures.sort((a, b) => a.version - b.version);
}

/** Builds the database of a fixture in an empty factory. */
export async function buildStored(
	factory: IDBFactory,
	{ database, version, tables }: StoredFixture
): Promise<void> {
	const request = factory.open(database, version);
	request.addEventListener('upgradeneeded', () => {
		for (const [name, { key, numbered, indexes, records }] of Object.entries(tables)) {
			const table = request.result.createObjectStore(name, {
				keyPath: key,
				autoIncrement: numbered
			});
			for (const [index, path] of Object.entries(indexes)) table.createIndex(index, path);
			for (const record of records) table.add(record);
		}
	});
	(await settled(request)).close();
}

/** Reads a whole database into the form of a fixture, at the version it has. */
export async function dumpStored(factory: IDBFactory): Promise<StoredFixture> {
	const database = await settled(factory.open('mettle'));
	const names = [...database.objectStoreNames];
	const tx = database.transaction(names);
	const tables: Record<string, unknown> = {};
	for (const name of names) {
		const table = tx.objectStore(name);
		const indexes: Record<string, unknown> = {};
		for (const index of table.indexNames) indexes[index] = table.index(index).keyPath;
		const records: unknown = await settled(table.getAll());
		tables[name] = { key: table.keyPath, numbered: table.autoIncrement, indexes, records };
	}
	database.close();
	const { version } = database;
	return storedFixture.parse({ format: 'mettle-stored', database: 'mettle', version, tables });
}

function settled<R>(request: IDBRequest<R>): Promise<R> {
	return new Promise((resolve, reject) => {
		request.addEventListener('success', () => resolve(request.result));
		request.addEventListener('error', () => reject(request.error ?? new Error('No reason given.')));
	});
}
