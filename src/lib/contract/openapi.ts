import { API_HEADER, problem, PROBLEM_TITLES, type ProblemStatus } from './problems';
import { ROUTE_GROUPS, ROUTES, type RouteKey, type RouteSpec } from './routes';
import { EXAMPLES, type RouteExample } from './examples';
import { z } from './schema';

type Json = Readonly<Record<string, unknown>>;
type Direction = 'input' | 'output';

/**
 * The API as an OpenAPI 3.1 document, made from the route table: whatever a route takes, gives and
 * refuses is said there once.
 *
 * @param base path of the site, beginning and ending with a slash
 */
export function openApiDocument(base: string, version: string) {
	const paths: Record<string, Record<string, Json>> = {};
	for (const route of routeKeys()) {
		const [method = '', path = ''] = route.split(' ');
		const template = path.replaceAll(/:(\w+)/gu, '{$1}');
		paths[template] = { ...paths[template], [method.toLowerCase()]: operation(route, path) };
	}
	return {
		openapi: '3.1.0',
		info: {
			title: 'Mettle',
			version,
			summary: 'Practise for technical interviews; answered on this device, without a server.',
			description: `Every answer carries the header ${API_HEADER}. Errors are problems as RFC 9457 has them. A write may carry an Idempotency-Key: the same key and body again give the same reply.`,
			license: { name: 'MIT', identifier: 'MIT' }
		},
		servers: [{ url: base === '/' ? '/' : base.slice(0, -1) }],
		tags: ROUTE_GROUPS.map((name) => ({ name })),
		security: [{ bearer: [] }],
		paths,
		components: {
			securitySchemes: {
				bearer: {
					type: 'http',
					scheme: 'bearer',
					description: 'A token of POST /api/auth/token: 256 random bits, bound to one profile.'
				}
			},
			schemas: { Problem: jsonSchema(problem, 'output') }
		}
	};
}

/** Problems that a route can answer with: its own, and those that follow from what it takes. */
export function problemsOf(route: RouteKey): ProblemStatus[] {
	const spec: RouteSpec = ROUTES[route];
	const writes = !route.startsWith('GET ');
	const statuses = new Set<ProblemStatus>([500, 503, ...(spec.problems ?? [])]);
	if (spec.auth) statuses.add(401);
	if (route.includes(':') || writes) statuses.add(400);
	if (spec.query !== undefined || spec.body !== undefined) statuses.add(422);
	if (writes) for (const status of [409, 413, 507] as const) statuses.add(status);
	if (spec.body !== undefined) statuses.add(415);
	return [...statuses].sort((a, b) => a - b);
}

function operation(route: RouteKey, path: string): Json {
	const spec: RouteSpec = ROUTES[route];
	const example: RouteExample<RouteKey> = EXAMPLES[route] ?? {};
	return {
		operationId: operationId(route),
		tags: [spec.group],
		summary: spec.summary,
		...(spec.description === undefined ? {} : { description: spec.description }),
		...(spec.auth ? {} : { security: [] }),
		parameters: [
			...pathParameters(path, example.params ?? {}),
			...queryParameters(spec.query),
			...(route.startsWith('GET ') ? [] : [IDEMPOTENCY_KEY])
		],
		...(spec.body === undefined
			? {}
			: {
					requestBody: {
						required: true,
						content: { 'application/json': media(spec.body, 'input', example.body) }
					}
				}),
		responses: {
			...Object.fromEntries(
				Object.entries(spec.replies).map(([status, body], index) => [
					status,
					{
						description: status === '202' ? 'Kept; graded when the model is ready' : 'Done',
						headers: API_HEADERS,
						content: {
							'application/json': media(body, 'output', index === 0 ? example.reply : undefined)
						}
					}
				])
			),
			...Object.fromEntries(
				problemsOf(route).map((status) => [String(status), problemReply(status, path)])
			)
		}
	};
}

const API_HEADERS = {
	[API_HEADER]: { description: 'Marks an answer of the API', schema: { const: '1' } }
};

const IDEMPOTENCY_KEY = {
	name: 'Idempotency-Key',
	in: 'header',
	required: false,
	description: 'Send the same key to repeat a write whose reply got lost.',
	schema: { type: 'string', minLength: 1, maxLength: 200, pattern: '^[!-~]+$' }
};

function problemReply(status: ProblemStatus, path: string): Json {
	const more: Record<string, Json> = {};
	if (status === 401)
		more['WWW-Authenticate'] = { description: 'How to sign in', schema: { const: 'Bearer' } };
	if (status === 503)
		more['Retry-After'] = { description: 'Seconds to wait', schema: { type: 'string' } };
	return {
		description: PROBLEM_TITLES[status],
		headers: { ...API_HEADERS, ...more },
		content: {
			'application/problem+json': {
				schema: { $ref: '#/components/schemas/Problem' },
				example: {
					type: 'about:blank',
					title: PROBLEM_TITLES[status],
					status,
					detail: `What is wrong with the request to ${path}, and what to do.`,
					error: `What is wrong with the request to ${path}, and what to do.`
				}
			}
		}
	};
}

function pathParameters(path: string, examples: Readonly<Record<string, string>>): Json[] {
	return [...path.matchAll(/:(\w+)/gu)].map(([, name = '']) => ({
		name,
		in: 'path',
		required: true,
		schema: { type: 'string', minLength: 1 },
		...(examples[name] === undefined ? {} : { example: examples[name] })
	}));
}

function queryParameters(query: z.ZodObject | undefined): Json[] {
	if (query === undefined) return [];
	return Object.entries(query.shape).map(([name, schema]) => {
		// A default means that it may be left out.
		const optional = z.safeParse(schema, undefined).success;
		return {
			name,
			in: 'query',
			required: !optional,
			schema: jsonSchema(schema as z.ZodType, 'output')
		};
	});
}

function media(schema: z.ZodType, direction: Direction, example: unknown): Json {
	return { schema: jsonSchema(schema, direction), ...(example === undefined ? {} : { example }) };
}

function jsonSchema(schema: z.ZodType, io: Direction): Json {
	const { $schema: _, ...rest } = z.toJSONSchema(schema, { target: 'draft-2020-12', io });
	return rest;
}

/** Such as `get_sessions_id_answers`. */
function operationId(route: RouteKey): string {
	return route
		.toLowerCase()
		.replace('/api', '')
		.replaceAll(/[^a-z0-9]+/gu, '_');
}

function routeKeys(): RouteKey[] {
	return Object.keys(ROUTES).filter((key): key is RouteKey => key in ROUTES);
}
