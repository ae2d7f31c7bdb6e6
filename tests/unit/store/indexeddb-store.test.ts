import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { expect, test } from 'vitest';
import { openIndexedDbStore } from '$lib/store/indexeddb-store';
import { storeExam } from '../../support/store-exam';

storeExam('the store in IndexedDB', () => openIndexedDbStore({ indexedDB: new IDBFactory() }));

test('says that it outlives the page', async () => {
	const store = await openIndexedDbStore({ indexedDB: new IDBFactory() });

	expect(store.persistent).toBe(true);
	store.close();
});
