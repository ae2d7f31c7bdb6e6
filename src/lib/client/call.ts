import { API_HEADER, PROBLEM_TITLES, type Problem } from '$lib/contract/problems';
import type { RouteKey, RouteReply } from '$lib/contract/routes';
import type { ApiClient, CallOptions, CallResult } from './api-client';
import { createRawSender } from './raw-call';
import { createSignIn, isSomebodyElse, TOKEN_ROUTE, type SignIn } from './sign-in';
import type { SignedIn, TokenKeeper } from './token';

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
	onWritten(route: string): void;
	/** Told before the page speaks for another profile, and after. */
	onLeaving?(): void;
	onSwitched?(): void;
}

/** The client with whom it signs in as. */
export interface SigningClient extends ApiClient {
	readonly signIn: SignIn;
}

const WITHOUT_TOKEN: readonly RouteKey[] = [TOKEN_ROUTE, 'GET /api/health'];

/** Typed calls by route, with token, idempotency key and errors as values. */
export function createApiClient(deps: CallDeps): SigningClient {
	let answeredBy: ApiClient['answeredBy'] = null;
	const signIn = createSignIn({
		keeper: deps.token,
		ask,
		onLeaving: () => deps.onLeaving?.(),
		onSwitched: () => deps.onSwitched?.()
	});

	return {
		get answeredBy() {
			return answeredBy;
		},
		root: deps.root,
		signIn,
		call,
		send: createRawSender(deps, () => call('GET /api/profile'))
	};

	async function call<K extends RouteKey>(
		route: K,
		options: CallOptions<K> = {}
	): Promise<CallResult<K>> {
		const key = options.idempotencyKey ?? randomKey();
		return orUnreachable(async () => {
			const isOpen = WITHOUT_TOKEN.includes(route);
			const as = isOpen ? null : await whoAsks();
			let response = await send(route, options, key, as?.token ?? null);
			if (response.status === 401 && !isOpen) {
				const renewed = await signIn.renew(as);
				// What was meant for one profile must not happen in another.
				if (as === null || renewed === null || !isSomebodyElse(as, renewed))
					response = await send(route, options, key, renewed?.token ?? null);
			}
			return readResult(route, response);
		});
	}

	/** One request as somebody, without signing in again when it is refused. */
	function ask<K extends RouteKey>(
		route: K,
		options: CallOptions<K>,
		token: string | null
	): Promise<CallResult<K>> {
		return orUnreachable(async () =>
			readResult(route, await send(route, options, randomKey(), token))
		);
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

	/** Whoever is signed in is known before anything is waited for: a switch must not come between. */
	function whoAsks(): SignedIn | null | Promise<SignedIn | null> {
		return deps.token.read() ?? signIn.current();
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

async function orUnreachable<K extends RouteKey>(
	ask: () => Promise<CallResult<K>>
): Promise<CallResult<K>> {
	try {
		return await ask();
	} catch (error) {
		if (error instanceof DOMException && error.name === 'AbortError') throw error;
		return { ok: false, status: 503, problem: unreachable(error) };
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
