import { Validator } from '@seriousme/openapi-schema-validator';
import { describe, expect, test } from 'vitest';
import { EXAMPLES } from '$lib/contract/examples';
import { openApiDocument } from '$lib/contract/openapi';
import { openApiResponse } from '$lib/contract/openapi-document';
import { ROUTES, type RouteKey, type RouteSpec } from '$lib/contract/routes';

const document = openApiDocument('/', '1.2.3');
const routes = Object.keys(ROUTES).filter((key): key is RouteKey => key in ROUTES);

describe('the OpenAPI document', () => {
	test('is valid OpenAPI 3.1', async () => {
		const validator = new Validator();
		const result = await validator.validate(structuredClone(document));

		expect(result.errors ?? []).toEqual([]);
		expect(result.valid).toBe(true);
		expect(validator.version).toBe('3.1');
	});

	test('parses as the contract says of itself', () => {
		expect(openApiResponse.safeParse(document).error?.issues ?? []).toEqual([]);
	});

	test('has every route of the table and no other', () => {
		const documented = Object.entries(document.paths).flatMap(([path, operations]) =>
			Object.keys(operations).map(
				(method) => `${method.toUpperCase()} ${path.replaceAll(/\{(\w+)\}/gu, ':$1')}`
			)
		);
		expect(documented.sort()).toEqual([...routes].sort());
	});

	test('names the site below which its paths lie', () => {
		expect(openApiDocument('/a/b/', '1')['servers']).toEqual([{ url: '/a/b' }]);
		expect(document['servers']).toEqual([{ url: '/' }]);
	});

	test('refers to nothing that is not there, and keeps nothing that is referred to nowhere', () => {
		const text = JSON.stringify(document);
		const refs = new Set(
			[...text.matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/gu)].map((m) => m[1])
		);
		expect([...refs].sort()).toEqual(Object.keys(document.components.schemas));
	});
});

describe.each(routes)('%s', (route) => {
	const spec: RouteSpec = ROUTES[route];
	const example = EXAMPLES[route];

	test('has an example that its own schemas accept', () => {
		expect(example).toBeDefined();
		const reply = Object.values(spec.replies)[0];
		expect(reply?.safeParse(example.reply).error?.issues ?? []).toEqual([]);
		// Parsing drops what is not documented: nothing may be lost.
		expect(reply?.parse(example.reply)).toEqual(example.reply);
		if (spec.body !== undefined)
			expect(spec.body.safeParse(example.body).error?.issues ?? []).toEqual([]);
		if (spec.query !== undefined)
			expect(spec.query.safeParse(example.query ?? {}).error?.issues ?? []).toEqual([]);
	});
});
