import { IDBFactory } from 'fake-indexeddb';

/** An empty IndexedDB that keeps hold of every connection it hands out. */
export function observedFactory(): {
	factory: IDBFactory;
	/** Connections in the order in which they opened. */
	connections: IDBDatabase[];
} {
	const factory = new IDBFactory();
	const connections: IDBDatabase[] = [];
	const open = factory.open.bind(factory);
	factory.open = (name, version) => {
		const request = open(name, version);
		request.addEventListener('success', () => connections.push(request.result));
		return request;
	};
	return { factory, connections };
}
