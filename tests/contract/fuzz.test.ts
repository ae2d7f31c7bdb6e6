import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { OpenApiDocument, Operation } from '$lib/contract/openapi-document';
import { createTestDeps, readPacks } from '../support/api-fixture';
import { checkDocumented, type Answer } from '../support/documented';
import { mountOnPort, type HttpMount } from '../support/http-mount';
import { ANY_JSON, nearlyOf, valuesOf } from '../support/schema-values';

/*
 * Requests made from the document alone, right and wrong, over HTTP: whatever is asked, the answer
 * is a documented one, and never an error of the server's own.
 */
const SEED = 20_260_303;
const RUNS = process.env['METTLE_LONG'] === '1' ? 20_000 : 600;

interface FuzzRequest {
	readonly method: string;
	readonly path: string;
	readonly body: string | null;
	readonly type: string;
	readonly isSignedIn: boolean;
	readonly key: string | null;
}

let mount: HttpMount;
let token = '';
let known: Readonly<Record<string, string>>;
const tally = new Map<string, number>();

beforeAll(async () => {
	mount = await mountOnPort(createTestDeps());
	token = (await ask('POST', 'api/auth/token', {})).body.token;
	const { session, question } = (
		await ask('POST', 'api/sessions', {
			session_type: 'technical',
			topic: 'databases',
			question_count: 50
		})
	).body;
	const expected = readPacks()
		.flatMap((pack) => pack.questions)
		.find(({ id }) => id === question.id)?.expected[0];
	const answered = await ask('POST', `api/sessions/${String(session.id)}/answers`, {
		question_id: question.id,
		answer: expected
	});
	const plan = await ask('POST', 'api/profile/action_plans', {});
	known = {
		'/api/sessions/{id}': String(session.id),
		'/api/answers/{id}': answered.body.answer.id,
		'/api/profile/action_plans/{id}': plan.body.action_plan.id,
		'{topic}': 'databases',
		'{question_id}': question.id,
		question_id: answered.body.next_question.id
	};
});

afterAll(() => mount.close());

test(
	'requests made from the document get documented answers and no 5xx',
	{ timeout: 10_000 + RUNS * 50 },
	async () => {
		const document = (await ask('GET', 'api/openapi.json')).body as OpenApiDocument;
		const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
			Object.entries(methods).map(([method, operation]) => ({ path, method, operation }))
		);
		const requests = fc.oneof(
			...operations.map(({ path, method, operation }) =>
				requestsOf(path, method.toUpperCase(), operation)
			)
		);
		await fc.assert(
			fc.asyncProperty(requests, async (request) => {
				const answer = await send(request);
				checkDocumented(answer);
				expect(answer.status).toBeLessThan(500);
			}),
			{ seed: SEED, numRuns: RUNS }
		);
		console.log(`fuzz: ${String(RUNS)} requests, ${JSON.stringify(Object.fromEntries(tally))}`);
		expect(tally.get('200') ?? 0).toBeGreaterThan(RUNS / 10);
		expect(tally.get('422') ?? 0).toBeGreaterThan(RUNS / 20);
	}
);

function requestsOf(path: string, method: string, operation: Operation): fc.Arbitrary<FuzzRequest> {
	const filled = pathsOf(path);
	const query = queriesOf(operation);
	return fc.record({
		method: fc.constant(method),
		path: fc.tuple(filled, query).map(([below, search]) => `${below.slice(1)}${search}`),
		body: bodiesOf(operation),
		type: fc.oneof(
			{ weight: 19, arbitrary: fc.constant('application/json') },
			{ weight: 1, arbitrary: fc.constant('text/plain') }
		),
		// Signing out or deleting the profile would end the run for all that follows.
		isSignedIn: ['DELETE /api/auth/token', 'DELETE /api/profile'].includes(`${method} ${path}`)
			? fc.constant(false)
			: fc.oneof(
					{ weight: 19, arbitrary: fc.constant(true) },
					{ weight: 1, arbitrary: fc.constant(false) }
				),
		key: fc.oneof(
			{ weight: 9, arbitrary: fc.constant(null) },
			{ weight: 1, arbitrary: fc.constantFrom('a', 'b', 'x'.repeat(201)) }
		)
	});
}

function pathsOf(template: string): fc.Arbitrary<string> {
	const [, name] = /\{(\w+)\}/u.exec(template) ?? [];
	if (name === undefined) return fc.constant(template);
	const root = template.slice(0, template.indexOf('}') + 1);
	const existing = known[root] ?? known[`{${name}}`] ?? 'none';
	const part = fc.oneof(
		{ weight: 3, arbitrary: fc.constant(encodeURIComponent(existing)) },
		{
			weight: 1,
			arbitrary: fc
				.string({ unit: 'grapheme', minLength: 1 })
				// A dot alone is a step in the path, not a part of it.
				.filter((text) => !/^\.{1,2}$/u.test(text))
				.map(encodeURIComponent)
		},
		{ weight: 1, arbitrary: fc.constantFrom('0', '-1', '1e3', '999', '%E0%A4', '9'.repeat(30)) }
	);
	return part.map((value) => template.replace(/\{\w+\}/u, value));
}

function queriesOf({ parameters }: Operation): fc.Arbitrary<string> {
	const inQuery = parameters.filter((parameter) => parameter.in === 'query');
	if (inQuery.length === 0) return fc.constant('');
	const values = inQuery.map(({ name, schema }) =>
		fc
			.oneof(
				{ weight: 3, arbitrary: valuesOf(schema) },
				{ weight: 1, arbitrary: ANY_JSON },
				{ weight: 3, arbitrary: fc.constant(undefined) }
			)
			.map((value): [string, string][] =>
				value === undefined
					? []
					: [[name, typeof value === 'string' ? value : JSON.stringify(value)]]
			)
	);
	return fc.tuple(...values).map((pairs) => `?${new URLSearchParams(pairs.flat()).toString()}`);
}

function bodiesOf({ requestBody }: Operation): fc.Arbitrary<string | null> {
	const schema = requestBody?.content['application/json']?.schema;
	if (schema === undefined) return fc.constantFrom(null, '{}');
	const right = valuesOf(schema);
	const reachable = right.map((value) => withKnown(value));
	return fc.oneof(
		{ weight: 3, arbitrary: right.map((value) => JSON.stringify(value)) },
		{ weight: 3, arbitrary: reachable.map((value) => JSON.stringify(value)) },
		{ weight: 3, arbitrary: nearlyOf(schema).map((value) => JSON.stringify(value)) },
		{ weight: 1, arbitrary: ANY_JSON.map((value) => JSON.stringify(value)) },
		{ weight: 1, arbitrary: fc.string() }
	);
}

/** The same with values that mean something here, so that handlers get further. */
function withKnown(value: unknown): unknown {
	if (typeof value !== 'object' || value === null) return value;
	return {
		...value,
		...('topic' in value ? { topic: 'databases' } : {}),
		...('question_id' in value ? { question_id: known['question_id'] } : {}),
		...('session_type' in value ? { session_type: 'technical' } : {}),
		...('point' in value ? { point: 'first-nf' } : {})
	};
}

async function send(request: FuzzRequest): Promise<Answer & { readonly body: any }> {
	const { method, path, body, type, isSignedIn, key } = request;
	const response = await fetch(`${mount.url}${path}`, {
		method,
		headers: {
			...(isSignedIn ? { Authorization: `Bearer ${token}` } : {}),
			...(body === null ? {} : { 'Content-Type': type }),
			...(key === null ? {} : { 'Idempotency-Key': key })
		},
		...(body === null || method === 'GET' ? {} : { body })
	});
	const status = String(response.status);
	tally.set(status, (tally.get(status) ?? 0) + 1);
	return {
		method,
		path,
		status: response.status,
		headers: response.headers,
		body: await response.json()
	};
}

function ask(method: string, path: string, body?: object) {
	return send({
		method,
		path,
		body: body === undefined ? null : JSON.stringify(body),
		type: 'application/json',
		isSignedIn: token !== '',
		key: null
	});
}
