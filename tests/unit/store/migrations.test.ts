import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { describe, expect, test } from 'vitest';
import { bringUpToDate, DERIVED_TABLES, DERIVED_VERSION } from '$lib/store/actions/derived';
import { openIndexedDbStore } from '$lib/store/indexeddb-store';
import { MIGRATIONS } from '$lib/store/migrations/all-migrations';
import { openDatabase } from '$lib/store/open-database';
import { SHAPES } from '$lib/store/schema';
import { expectDerived } from '../../support/derived';
import {
	buildStored,
	dumpStored,
	loadStoredFixtures,
	type StoredFixture
} from '../../support/stored-fixture';

const fixtures = await loadStoredFixtures();
const present = MIGRATIONS.length;

const counts = ({ tables }: StoredFixture) =>
	Object.fromEntries(Object.entries(tables).map(([name, { records }]) => [name, records.length]));

const shapes = ({ tables }: StoredFixture) =>
	Object.fromEntries(
		Object.entries(tables).map(([name, { key, numbered, indexes }]) => [
			name,
			{ key, numbered, indexes }
		])
	);

describe('the migrations', () => {
	test('are numbered from 1 without a gap', () => {
		expect(MIGRATIONS.map(({ version }) => version)).toEqual(MIGRATIONS.map((_, i) => i + 1));
	});

	test('make the tables and indexes that the schema names', async () => {
		const factory = new IDBFactory();
		(await openIndexedDbStore({ indexedDB: factory })).close();

		expect(shapes(await dumpStored(factory))).toEqual(SHAPES);
	});

	test('have a fixture of every version they have led to', () => {
		expect(fixtures.map(({ version }) => version)).toEqual(
			MIGRATIONS.map(({ version }) => version)
		);
	});
});

describe.each(fixtures)('stored data of version $version', (fixture) => {
	const build = async () => {
		const factory = new IDBFactory();
		await buildStored(factory, fixture);
		return factory;
	};

	test('has the tables that the migrations of its day made', async () => {
		const factory = new IDBFactory();
		const migrations = MIGRATIONS.slice(0, fixture.version);
		const database = await openDatabase({ factory: () => factory, migrations, timeoutMs: 1000 });
		database.close();

		expect(shapes(fixture)).toEqual(shapes(await dumpStored(factory)));
	});

	test('opens in the present version with every entry', async () => {
		const factory = await build();

		(await openIndexedDbStore({ indexedDB: factory })).close();

		const after = await dumpStored(factory);
		expect(after.version).toBe(present);
		expect(counts(after)).toMatchObject(counts(fixture));
	});

	test('gives the same mastery when it is computed anew, and its reviews', async () => {
		const store = await openIndexedDbStore({ indexedDB: await build() });
		const masteries = () => store.read(['mastery'], (tx) => tx.all('mastery'));
		const figures = async () => (await masteries()).map(({ recent: _, ...state }) => state);
		const before = await figures();
		expect(before.length).toBeGreaterThan(0);

		await store.write(DERIVED_TABLES, async (tx) => {
			for (const { id } of await tx.all('profiles'))
				expect(await bringUpToDate(tx, id)).toMatchObject({ derived_version: DERIVED_VERSION });
		});

		expect(await figures()).toEqual(before);
		await expectDerived(store);
		await store.read(['mastery', 'reviews'], async (tx) => {
			const stored = await tx.all('mastery');
			const graded = stored.filter((state) => state.questions_attempted > 0);
			for (const { profile_id, topic, concepts, recent, questions_attempted } of graded) {
				expect(recent).toHaveLength(Math.min(10, questions_attempted));
				const reviews = await tx.select('reviews', 'by_topic', { prefix: [profile_id, topic] });
				const ids = (kind: string) =>
					reviews.filter((review) => review.kind === kind).map(({ id }) => id);
				expect(ids('concept').sort()).toEqual(Object.keys(concepts).sort());
				expect(ids('question').length).toBeGreaterThan(0);
			}
		});
	});

	test('goes on numbering sessions after its last', async () => {
		const store = await openIndexedDbStore({ indexedDB: await build() });

		const [last, next] = await store.write(['sessions'], async (tx) => {
			const { id, ...session } = (await tx.all('sessions')).at(-1)!;
			return [id, await tx.addSession(session)];
		});

		expect(next).toBe(last + 1);
	});

	test('stays as it was when an upgrade fails half way, and upgrades later', async () => {
		const factory = await build();
		const before = await dumpStored(factory);
		const upgrade = (lastStep: () => void) =>
			openDatabase({
				factory: () => factory,
				timeoutMs: 1000,
				migrations: [
					...MIGRATIONS,
					{
						version: present + 1,
						async migrate(database, tx) {
							database.createObjectStore('plans', { keyPath: 'id' });
							await tx.objectStore('events').clear();
							lastStep();
						}
					}
				]
			});

		const failing = upgrade(() => {
			throw new Error('A defect.');
		});

		await expect(failing).rejects.toMatchObject({ code: 'upgrade_failed' });
		expect(await dumpStored(factory)).toEqual(before);
		expect((await upgrade(() => {})).version).toBe(present + 1);
	});

	test('is left alone by this version once a newer one has upgraded it', async () => {
		const factory = await build();
		const newer = { version: present + 1, migrate: () => {} };
		const migrations = [...MIGRATIONS, newer];
		(await openDatabase({ factory: () => factory, migrations, timeoutMs: 1000 })).close();
		const before = await dumpStored(factory);

		const opening = openIndexedDbStore({ indexedDB: factory });

		await expect(opening).rejects.toMatchObject({ code: 'newer_version' });
		expect(await dumpStored(factory)).toEqual(before);
	});
});
