import { EXAMPLES } from './examples';
import type { AnyExample } from './examples/example';
import { createJsonSchemas, type JsonSchemas } from './json-schemas';
import type { DocumentedReply, OpenApiDocument, Operation, Parameter } from './openapi-document';
import { API_HEADER, problem, PROBLEM_TITLES, type ProblemStatus } from './problems';
import { ROUTES, type RouteGroup, type RouteKey, type RouteSpec } from './routes';
import { z } from './schema';

const GROUPS: Readonly<Record<RouteGroup, string>> = {
	Mastery: 'How well each topic is known, and forgetting it.',
	Sessions: 'Practising: sessions, their answers, and what came of them.',
	Answers: 'Answers already given: search, correct, edit, take back.',
	Plans: 'What to practise next, and why.',
	Questions: 'Topics, packs, and what was noted about a question.',
	Profile: 'People on this device, their tokens and settings.',
	Data: 'Everything recorded, as a file.',
	System: 'How the app is doing, and this document.'
};

/**
 * The API as an OpenAPI 3.1 document, made from the route table: whatever a route takes, gives and
 * refuses is said there once.
 *
 * @param base path of the site, beginning and ending with a slash
 */
export function openApiDocument(base: string, version: string): OpenApiDocument {
	const schemas = createJsonSchemas();
	const responses = problemReplies(schemas);
	const paths: OpenApiDocument['paths'] = {};
	for (const route of routeKeys()) {
		const [method = '', path = ''] = route.split(' ');
		const template = path.replaceAll(/:(\w+)/gu, '{$1}');
		paths[template] = {
			...paths[template],
			[method.toLowerCase()]: operation(route, path, schemas)
		};
	}
	return {
		openapi: '3.1.0',
		info: {
			title: 'Mettle',
			version,
			summary: 'Practise for technical interviews; answered on this device, without a server.',
			description: `Every answer carries the header ${API_HEADER}. Errors are problems as RFC 9457 has them. A write may carry an Idempotency-Key: the same key and body again give the same reply. Another method on a known path is refused with 405 and Allow, an unknown path with 404.`,
			license: { name: 'MIT', identifier: 'MIT' }
		},
		servers: [{ url: base === '/' ? '/' : base.slice(0, -1) }],
		tags: Object.entries(GROUPS).map(([name, description]) => ({ name, description })),
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
			schemas: schemas.shared(),
			responses
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

function operation(route: RouteKey, path: string, schemas: JsonSchemas): Operation {
	const spec: RouteSpec = ROUTES[route];
	const example: AnyExample = EXAMPLES[route];
	const responses: Operation['responses'] = {};
	for (const [index, [status, body]] of Object.entries(spec.replies).entries())
		responses[status] = {
			description: REPLY_DESCRIPTIONS[status] ?? 'Done',
			headers: API_HEADERS,
			content: {
				'application/json': {
					schema: schemas.ofOutput(body),
					...(index === 0 ? { example: example.reply } : {})
				}
			}
		};
	for (const status of problemsOf(route))
		responses[status] = { $ref: `#/components/responses/${problemName(status)}` };
	return {
		operationId: operationId(route),
		tags: [spec.group],
		summary: spec.summary,
		...(spec.description === undefined ? {} : { description: spec.description }),
		...(spec.auth ? {} : { security: [] }),
		parameters: [
			...pathParameters(path, example),
			...queryParameters(spec.query, example, schemas),
			...(route.startsWith('GET ') ? [] : [IDEMPOTENCY_KEY])
		],
		...(spec.body === undefined
			? {}
			: {
					requestBody: {
						// Nothing sent is read as an empty object.
						required: !spec.body.safeParse({}).success,
						content: {
							'application/json': {
								schema: schemas.ofInput(spec.body),
								...(example.body === undefined ? {} : { example: example.body })
							}
						}
					}
				}),
		responses
	};
}

const REPLY_DESCRIPTIONS: Readonly<Record<string, string>> = {
	201: 'Made',
	202: 'Kept; graded when the model is ready'
};

const API_HEADERS = {
	[API_HEADER]: { description: 'Marks an answer of the API', schema: { const: '1' } }
};

const IDEMPOTENCY_KEY: Parameter = {
	name: 'Idempotency-Key',
	in: 'header',
	required: false,
	description: 'Send the same key to repeat a write whose reply got lost.',
	schema: { type: 'string', minLength: 1, maxLength: 200, pattern: '^[!-~]+$' }
};

function problemName(status: string | number): string {
	return `Problem${String(status)}`;
}

function problemReplies(schemas: JsonSchemas): Record<string, DocumentedReply> {
	const schema = schemas.ofOutput(problem);
	const detail = 'What is wrong with the request, and what to do.';
	return Object.fromEntries(
		Object.entries(PROBLEM_TITLES).map(([status, title]) => [
			problemName(status),
			{
				description: title,
				headers: { ...API_HEADERS, ...PROBLEM_HEADERS[status] },
				content: {
					'application/problem+json': {
						schema,
						example: {
							type: 'about:blank',
							title,
							status: Number(status),
							detail,
							error: detail
						}
					}
				}
			}
		])
	);
}

const PROBLEM_HEADERS: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
	401: { 'WWW-Authenticate': { description: 'How to sign in', schema: { const: 'Bearer' } } },
	405: { Allow: { description: 'The methods of this path', schema: { type: 'string' } } },
	503: { 'Retry-After': { description: 'Seconds to wait', schema: { type: 'string' } } }
};

function pathParameters(path: string, { params }: AnyExample): Parameter[] {
	return [...path.matchAll(/:(\w+)/gu)].map(([, name = '']) => ({
		name,
		in: 'path',
		required: true,
		schema: { type: 'string', minLength: 1 },
		...(params?.[name] === undefined ? {} : { example: params[name] })
	}));
}

function queryParameters(
	query: z.ZodObject | undefined,
	example: AnyExample,
	schemas: JsonSchemas
): Parameter[] {
	if (query === undefined) return [];
	const { properties = {}, required = [] } = fields.parse(schemas.ofInput(query));
	return Object.entries(properties).map(([name, schema]) => ({
		name,
		in: 'query',
		required: required.includes(name),
		schema,
		...(example.query?.[name] === undefined ? {} : { example: example.query[name] })
	}));
}

const fields = z.object({
	properties: z.record(z.string(), z.record(z.string(), z.unknown())).optional(),
	required: z.array(z.string()).optional()
});

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
