import { beforeEach, describe } from 'vitest';
import type { Store } from '$lib/store/store';
import { examineAtomicity } from './store-exam/atomicity';
import { examineEntries } from './store-exam/entries';
import { examineSelections } from './store-exam/selections';
import { examineWaiting } from './store-exam/waiting';

/** Gives a part of the exam the store of the test that runs. */
export type StoreOfTest = () => Store;

/**
 * What every store must do, whatever it keeps its data in.
 *
 * @param open gives a new, empty store for each test
 */
export function storeExam(name: string, open: () => Promise<Store>): void {
	describe(name, () => {
		let store: Store | undefined;
		beforeEach(async () => {
			store = await open();
			return () => store?.close();
		});
		const ofTest = () => {
			if (store === undefined) throw new Error('The store is there only while a test runs.');
			return store;
		};

		examineEntries(ofTest);
		examineSelections(ofTest);
		examineAtomicity(ofTest);
		examineWaiting(ofTest);
	});
}
