/** Cache Storage in memory, with what the product calls of it, and a look inside for tests. */
export function createCacheStorage() {
	const stores = new Map<string, Map<string, Response>>();

	return {
		open(name: string): Promise<Cache> {
			const store = stores.get(name) ?? new Map<string, Response>();
			stores.set(name, store);
			return Promise.resolve(createCache(store));
		},
		names: (): string[] => [...stores.keys()],
		/** Addresses kept in all caches. */
		keys: (): string[] => [...stores.values()].flatMap((store) => [...store.keys()])
	};
}

function createCache(store: Map<string, Response>): Cache {
	const unused = () => Promise.reject(new Error('Not part of this cache'));
	return {
		match: (request) => Promise.resolve(store.get(addressOf(request))?.clone()),
		async put(request, response) {
			const body = await response.arrayBuffer();
			store.set(addressOf(request), new Response(body, { headers: response.headers }));
		},
		delete: (request) => Promise.resolve(store.delete(addressOf(request))),
		add: unused,
		addAll: unused,
		keys: unused,
		matchAll: unused
	};
}

function addressOf(request: RequestInfo | URL): string {
	return request instanceof Request ? request.url : String(request);
}
