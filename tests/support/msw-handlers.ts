import { http, type HttpHandler } from 'msw';
import type { Deps } from '$lib/api/deps';
import { handle } from '$lib/api/handle';

/** The whole contract as msw handlers, for tests of whatever is built on it. */
export function mswHandlers(deps: Deps, origin = 'http://mettle.test'): HttpHandler[] {
	return [http.all(`${origin}${deps.base}api/*`, ({ request }) => handle(request, deps))];
}
