import Ajv2020, { type ValidateFunction } from 'ajv/dist/2020.js';
import { ApiError } from '$lib/api/api-error';
import { findRoute } from '$lib/api/router';
import { openApiDocument, problemsOf } from '$lib/contract/openapi';
import { API_HEADER, PROBLEM_TITLES } from '$lib/contract/problems';
import { ROUTES, type RouteKey } from '$lib/contract/routes';

/** An answer as it came, whoever gave it. */
export interface Answer {
	readonly method: string;
	/** Below the site's base, without a slash before it; a query may follow. */
	readonly path: string;
	readonly status: number;
	readonly headers: Headers;
	readonly body: unknown;
}

const DOCUMENT = openApiDocument('/', 'test');
const ajv = new Ajv2020({ strict: false, allErrors: true });
ajv.addFormat('date', /^\d{4}-\d{2}-\d{2}$/u);
ajv.addSchema({ ...DOCUMENT, $id: 'mettle:openapi' });
const validators = new Map<string, ValidateFunction>();

/**
 * Checks an answer against the OpenAPI document: its status is documented for its route, its body
 * has what the document says and no more, and its headers are those of the API.
 *
 * @throws Error that says what is not documented
 */
export function checkDocumented(answer: Answer): void {
	const { status, headers } = answer;
	const route = routeOf(answer);
	const isProblem = status >= 400;
	const what = `${answer.method} ${answer.path} → ${String(status)}`;
	if (headers.get(API_HEADER) !== '1') throw new Error(`${what}: without ${API_HEADER}`);
	const type = isProblem ? 'application/problem+json' : 'application/json';
	if (headers.get('Content-Type') !== type)
		throw new Error(`${what}: Content-Type is ${String(headers.get('Content-Type'))}`);

	if (isProblem) checkProblem(answer, what);
	if (route === null) {
		if (![400, 404, 405].includes(status)) throw new Error(`${what}: there is no such route`);
		if (status === 405 && headers.get('Allow') === null) throw new Error(`${what}: without Allow`);
		return;
	}
	const documented = statusesOf(route);
	if (!documented.includes(status))
		throw new Error(`${what}: not documented; ${route} has ${documented.join(', ')}`);
	if (!isProblem) checkBody(answer, pointerOf(route, status), what);
}

/** Every status that the document has for a route. */
function statusesOf(route: RouteKey): number[] {
	return [...Object.keys(ROUTES[route].replies).map(Number), ...problemsOf(route)];
}

function checkProblem(answer: Answer, what: string): void {
	const { status, headers, body } = answer;
	checkBody(answer, '/components/schemas/Problem', what);
	if (typeof body !== 'object' || body === null) throw new Error(`${what}: no problem`);
	const { title, error, detail, status: told }: Record<string, unknown> = { ...body };
	const known = Object.entries(PROBLEM_TITLES).find(([number]) => Number(number) === status);
	if (told !== status || title !== known?.[1] || error !== detail)
		throw new Error(`${what}: ${JSON.stringify(body)} is not the problem of its status`);
	if (status === 401 && headers.get('WWW-Authenticate') !== 'Bearer')
		throw new Error(`${what}: without WWW-Authenticate`);
	if (status === 503 && headers.get('Retry-After') === null)
		throw new Error(`${what}: without Retry-After`);
}

function checkBody({ body }: Answer, pointer: string, what: string): void {
	let validate = validators.get(pointer);
	if (validate === undefined) {
		validate = ajv.compile({ $ref: `mettle:openapi#${pointer}` });
		validators.set(pointer, validate);
	}
	if (!validate(body))
		throw new Error(`${what}: ${ajv.errorsText(validate.errors)} in ${JSON.stringify(body)}`);
}

function pointerOf(route: RouteKey, status: number): string {
	const [method = '', path = ''] = route.split(' ');
	const parts = [
		'paths',
		path.replaceAll(/:(\w+)/gu, '{$1}'),
		method.toLowerCase(),
		'responses',
		String(status),
		'content',
		'application/json',
		'schema'
	];
	return parts
		.map((part) => `/${encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'))}`)
		.join('');
}

function routeOf({ method, path }: Answer): RouteKey | null {
	try {
		return findRoute(method, path.split('?')[0] ?? '').route;
	} catch (error) {
		if (!(error instanceof ApiError)) throw error;
		return null;
	}
}
