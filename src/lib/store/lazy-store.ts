import type { Store } from './store';

/**
 * A store that is opened by its first transaction. A failed opening is not kept: the next
 * transaction tries again, and rejects with what went wrong until one succeeds.
 */
export function createLazyStore(open: () => Promise<Store>): Store {
	let opening: Promise<Store> | null = null;
	let persistent = true;

	function opened(): Promise<Store> {
		opening ??= open().then((store) => {
			persistent = store.persistent;
			return store;
		});
		opening.catch(() => {
			opening = null;
		});
		return opening;
	}

	return {
		read: async (tables, work) => (await opened()).read(tables, work),
		write: async (tables, work) => (await opened()).write(tables, work),
		get persistent() {
			return persistent;
		},
		close() {
			void opening?.then((store) => store.close());
			opening = null;
		}
	};
}
