import { handle } from '$lib/api/handle';
import type { Connections } from '$lib/client/api-client';
import { createApiClient, type Transport } from '$lib/client/call';
import { createTokenKeeper } from '$lib/client/token';
import type { Surroundings } from '$lib/state/surroundings';
import { createTestDeps } from './api-fixture';

/** A page for state classes: real handlers behind it, and everything that can go wrong on the way. */
export interface TestPage {
	readonly surroundings: Surroundings;
	readonly api: Connections['api'];
	/** Monotonic milliseconds, as the page has them. */
	nowMs: number;
	/** The next reply to such a request is lost on its way, after the write is done. */
	lose: { readonly method: string; readonly end: string } | null;
	/** Requests as they were sent: method and path with query. */
	readonly sent: string[];
	/** The person comes back to the page. */
	comeBack: () => void;
	/** Begins a session on databases; its number. */
	startSession(): Promise<string>;
}

export function createTestPage(deps = createTestDeps()): TestPage {
	const transport: Transport = {
		answeredBy: 'page',
		send: async (request) => {
			const { pathname, search } = new URL(request.url);
			page.sent.push(`${request.method} ${pathname}${search}`);
			const response = await handle(request, deps);
			if (request.method !== page.lose?.method || !pathname.endsWith(page.lose.end))
				return response;
			page.lose = null;
			throw new TypeError('the connection was closed');
		}
	};
	const connections: Connections = {
		api: createApiClient({
			root: 'http://mettle.test/',
			// Forbidden storage: the token is kept in memory.
			token: createTokenKeeper(() => {
				throw new DOMException('forbidden', 'SecurityError');
			}),
			transport: () => Promise.resolve(transport),
			inPage: () => Promise.resolve(transport),
			onWritten: () => undefined
		}),
		model: {
			load: () => Promise.resolve({ state: 'idle' }),
			ahead: () => undefined,
			onState: () => () => undefined,
			isStored: () => Promise.resolve(true)
		},
		worker: { onStatus: () => () => undefined, takeUpdate: () => undefined },
		profiles: {
			switchTo: () => Promise.resolve({ ok: true }),
			leaveDeleted: () => Promise.resolve(),
			onLeaving: () => () => undefined,
			onSwitched: () => () => undefined
		},
		onChanged: () => () => undefined
	};
	const page: TestPage = {
		surroundings: () => ({
			connections,
			page: {
				now: () => page.nowMs,
				isVisible: () => true,
				isMetered: () => false,
				onReturn: (listener) => {
					page.comeBack = listener;
					return () => undefined;
				},
				onLeave: () => () => undefined
			}
		}),
		api: connections.api,
		nowMs: 0,
		lose: null,
		sent: [],
		comeBack: () => undefined,
		async startSession() {
			const made = await connections.api.call('POST /api/sessions', {
				body: { session_type: 'technical', topic: 'databases' }
			});
			if (!made.ok) throw new Error(made.problem.detail);
			return String(made.body.session.id);
		}
	};
	return page;
}
