import { http, type HttpHandler } from 'msw';
import { setupServer } from 'msw/node';
import type { Deps } from '$lib/api/deps';
import { handle } from '$lib/api/handle';
import { createTestDeps } from './api-fixture';

const ORIGIN = 'http://mettle.test';

/** The whole contract as msw handlers, for tests of whatever is built on it. */
export function mswHandlers(deps: Deps, origin = ORIGIN): HttpHandler[] {
	return [http.all(`${origin}${deps.base}api/*`, ({ request }) => handle(request, deps))];
}

/** A Mettle site for the tests of a program that talks to one. */
export interface ContractServer {
	/** Address of the site, ending in a slash; `fetch(`${url}api/health`)` is answered. */
	readonly url: string;
	/** What the handlers reach: a store in memory, a clock that moves a minute a request. */
	readonly deps: Deps;
	/** Ends it: requests go to the network again. */
	close(): void;
}

/**
 * Answers the whole contract in this process, from memory, with the product's own handlers and
 * packs. Grades are by words instead of by the model: an expected answer, given back word for word,
 * scores 1. The same requests get the same answers in every run.
 *
 * @param parts whatever is to be another than usual, such as `embedder` or `base`
 */
export function createContractServer(parts: Partial<Deps> = {}, origin = ORIGIN): ContractServer {
	const deps = createTestDeps(parts);
	const server = setupServer(...mswHandlers(deps, origin));
	server.listen({ onUnhandledRequest: 'bypass' });
	return { url: `${origin}${deps.base}`, deps, close: () => server.close() };
}
