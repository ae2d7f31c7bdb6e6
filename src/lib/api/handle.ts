import { ROUTES, type RouteKey, type RouteSpec } from '$lib/contract/routes';
import type { z } from '$lib/contract/schema';
import { ApiError, type FieldError } from './api-error';
import { authorize } from './authorize';
import type { Idempotency, Reply } from './context';
import type { Deps } from './deps';
import { dispatch } from './handlers';
import { sha256Hex } from './hash';
import { jsonResponse, problemResponse } from './respond';
import { findRoute, isWrite } from './router';

/** Largest body, in UTF-16 code units: room for the longest answer, escaped. */
const MAX_BODY_LENGTH = 1_000_000;
const MAX_KEY_LENGTH = 200;

/**
 * Answers a request to the API. Never rejects: whatever goes wrong becomes a problem response, and
 * a failed request has changed nothing.
 */
export async function handle(request: Request, deps: Deps): Promise<Response> {
	try {
		const url = new URL(request.url);
		const path = url.pathname.startsWith(deps.base)
			? url.pathname.slice(deps.base.length)
			: url.pathname;
		const { route, params } = findRoute(request.method, path);
		const spec: RouteSpec = ROUTES[route];
		const profile = spec.auth ? await authorize(request, deps) : undefined;
		const query =
			spec.query === undefined ? {} : check(spec.query, Object.fromEntries(url.searchParams));
		const text = isWrite(request.method) ? await readBody(request) : '';
		const body = spec.body === undefined ? undefined : check(spec.body, parseBody(request, text));
		const idempotency = isWrite(request.method) ? readKey(request, route, path, text) : null;

		const reply = await dispatch(
			route,
			{ params, query, body, profile, request, now: deps.clock(), idempotency },
			deps
		);
		return jsonResponse(reply.status, bodyOf(reply));
	} catch (error) {
		return problemResponse(error);
	}
}

/** Whether a request is the API's, for whoever mounts it. */
export function isApiPath(pathname: string, base: string): boolean {
	return pathname === `${base}api` || pathname.startsWith(`${base}api/`);
}

function bodyOf(reply: Reply<RouteKey>): string {
	return 'repeated' in reply ? reply.repeated : JSON.stringify(reply.body);
}

async function readBody(request: Request): Promise<string> {
	const announced = Number(request.headers.get('Content-Length') ?? '0');
	if (announced > 4 * MAX_BODY_LENGTH) throw tooLarge();
	const text = await request.text();
	if (text.length > MAX_BODY_LENGTH) throw tooLarge();
	return text;
}

function parseBody(request: Request, text: string): unknown {
	if (text.trim() === '') return {};
	const type = (request.headers.get('Content-Type') ?? '').split(';')[0]?.trim().toLowerCase();
	if (type !== 'application/json')
		throw new ApiError(415, 'Send the body as JSON, with "Content-Type: application/json".');
	try {
		return JSON.parse(text);
	} catch (error) {
		if (!(error instanceof SyntaxError)) throw error;
		throw new ApiError(400, `The body is not valid JSON: ${error.message}`);
	}
}

function check<T>(schema: z.ZodType<T>, value: unknown): T {
	const result = schema.safeParse(value);
	if (result.success) return result.data;
	const errors = result.error.issues.map((issue): FieldError => ({
		field: issue.path.join('.') || 'body',
		message: issue.message
	}));
	throw new ApiError(422, errors.map(({ field, message }) => `${field}: ${message}`).join('; '), {
		errors
	});
}

function readKey(
	request: Request,
	route: RouteKey,
	path: string,
	text: string
): Idempotency | null {
	const key = request.headers.get('Idempotency-Key');
	if (key === null) return null;
	if (key.trim() === '' || key.length > MAX_KEY_LENGTH)
		throw new ApiError(400, `An Idempotency-Key has 1 to ${String(MAX_KEY_LENGTH)} characters.`);
	return { key, requestHash: sha256Hex(JSON.stringify([route, path, text])) };
}

function tooLarge(): ApiError {
	return new ApiError(413, 'The body is too large; an answer may have up to 50,000 characters.');
}
