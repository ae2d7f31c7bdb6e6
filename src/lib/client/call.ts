import { API_HEADER, PROBLEM_TITLES, type Problem } from '$lib/contract/problems';
import type { RouteKey, RouteReply } from '$lib/contract/routes';
import type { ApiClient, CallOptions, CallResult } from './api-client';
import type { TokenKeeper } from './token';

/** Sends a request to whoever answers the API now. */
export interface Transport {
	readonly answeredBy: 'service-worker' | 'page';
	send(request: Request): Promise<Response>;
}

export interface CallDeps {
	/** Address of the site's root, ending in a slash. */
	readonly root: string;
	readonly token: TokenKeeper;
	/** The service worker where it controls this page, else the handlers in the page. */
	transport(): Promise<Transport>;
	/** The handlers in the page, for an answer that was not the API's. */
	inPage(): Promise<Transport>;
	/** Told after every write that succeeded. */
	onWritten(route: RouteKey): void;
}

const TOKEN_ROUTE = 'POST /api/auth/token' satisfies RouteKey;
const WITHOUT_TOKEN: readonly RouteKey[] = [TOKEN_ROUTE, 'GET /api/health'];

/** Typed calls by route, with token, idempotency key and errors as values. */
export function createApiClient(deps: CallDeps): ApiClient {
	let answeredBy: ApiClient['answeredBy'] = null;
	let signingIn: Promise<string | null> | null = null;

	return {
		get answeredBy() {
			return answeredBy;
		},
		call
	};

	async function call<K extends RouteKey>(
		route: K,
		options: CallOptions<K> = {}
	): Promise<CallResult<K>> {
		const key = options.idempotencyKey ?? randomKey();
		try {
			let response = await send(route, options, key, await tokenFor(route, false));
			if (response.status === 401 && !WITHOUT_TOKEN.includes(route))
				response = await send(route, options, key, await tokenFor(route, true));
			return await readResult(route, response);
		} catch (error) {
			if (error instanceof DOMException && error.name === 'AbortError') throw error;
			return { ok: false, status: 503, problem: unreachable(error) };
		}
	}

	async function send<K extends RouteKey>(
		route: K,
		options: CallOptions<K>,
		key: string,
		token: string | null
	): Promise<Response> {
		const make = () => buildRequest(deps.root, route, options, key, token);
		const transport = await deps.transport();
		const response = await transport.send(make());
		answeredBy = transport.answeredBy;
		if (response.headers.get(API_HEADER) !== null) return response;

		// The host answered: no service worker stood between. The page does it itself.
		const inPage = await deps.inPage();
		answeredBy = inPage.answeredBy;
		return inPage.send(make());
	}

	async function tokenFor(route: RouteKey, renew: boolean): Promise<string | null> {
		if (WITHOUT_TOKEN.includes(route)) return null;
		const kept = deps.token.read();
		if (kept !== null && !renew) return kept;
		signingIn ??= signIn().finally(() => {
			signingIn = null;
		});
		return signingIn;
	}

	async function signIn(): Promise<string | null> {
		const response = await send(TOKEN_ROUTE, { body: {} }, randomKey(), null);
		const result = await readResult(TOKEN_ROUTE, response);
		if (!result.ok) return null;
		deps.token.keep(result.body.token);
		return result.body.token;
	}

	async function readResult<K extends RouteKey>(
		route: K,
		response: Response
	): Promise<CallResult<K>> {
		const body: unknown = await response.json();
		if (!response.ok)
			// The header says that the API wrote it, and the API writes problems only.
			return { ok: false, status: response.status, problem: body as Problem };
		if (!route.startsWith('GET ')) deps.onWritten(route);
		// Written by this very build's handlers, whose types come from the same table.
		// eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- the compiler cannot follow K
		const reply = { status: response.status, body } as RouteReply<K>;
		return { ok: true, ...reply };
	}
}

function buildRequest<K extends RouteKey>(
	root: string,
	route: K,
	{ params, query, body, signal, keepalive }: CallOptions<K>,
	key: string,
	token: string | null
): Request {
	const [method = 'GET', path = ''] = route.split(' ');
	const filled = Object.entries<string>(params ?? {}).reduce(
		(text, [name, value]) => text.replace(`:${name}`, encodeURIComponent(value)),
		path.slice(1)
	);
	const url = new URL(filled, root);
	for (const [name, value] of Object.entries(query ?? {}))
		if (typeof value === 'string' || typeof value === 'number')
			url.searchParams.set(name, String(value));

	const headers = new Headers();
	if (token !== null) headers.set('Authorization', `Bearer ${token}`);
	if (method !== 'GET') headers.set('Idempotency-Key', key);
	if (body !== undefined) headers.set('Content-Type', 'application/json');
	return new Request(url, {
		method,
		headers,
		...(body === undefined ? {} : { body: JSON.stringify(body) }),
		...(signal === undefined ? {} : { signal }),
		...(keepalive === undefined ? {} : { keepalive })
	});
}

/** 128 random bits in hex; `randomUUID` would need a secure context. */
function randomKey(): string {
	return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
		byte.toString(16).padStart(2, '0')
	).join('');
}

function unreachable(error: unknown): Problem {
	const detail = `Mettle could not be reached on this device (${error instanceof Error ? error.message : String(error)}). Your text is kept; try again, or reload the page.`;
	return { type: 'about:blank', title: PROBLEM_TITLES[503], status: 503, detail, error: detail };
}
