import fc from 'fast-check';
import type { JsonSchema } from '$lib/contract/openapi-document';

/** Anything JSON can say. */
export const ANY_JSON: fc.Arbitrary<unknown> = fc.jsonValue({ maxDepth: 2 });

/** Values that a JSON Schema of the document allows; for the keywords that the document uses. */
export function valuesOf(schema: JsonSchema): fc.Arbitrary<unknown> {
	const choices = schema['enum'];
	if (Array.isArray(choices)) return fc.constantFrom(...choices.map((value: unknown) => value));
	if ('const' in schema) return fc.constant(schema['const']);
	const either = schema['anyOf'];
	if (Array.isArray(either)) return fc.oneof(...either.map((part) => valuesOf(recordOf(part))));
	const number = (key: string, other: number) => {
		const value = schema[key];
		return typeof value === 'number' ? value : other;
	};
	switch (schema['type']) {
		case 'boolean':
			return fc.boolean();
		case 'integer':
			return fc.integer({
				min: Math.max(number('minimum', -1e6), -1e6),
				max: Math.min(number('maximum', 1e6), 1e6)
			});
		case 'number':
			return fc.double({ min: number('minimum', -1e6), max: number('maximum', 1e6), noNaN: true });
		case 'string':
			return schema['format'] === 'date'
				? fc
						.date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
						.map((date) => date.toISOString().slice(0, 10))
				: fc.string({
						unit: 'binary',
						minLength: number('minLength', 0),
						maxLength: Math.min(number('maxLength', 60), 60)
					});
		case 'array':
			return fc.array(valuesOf(recordOf(schema['items'])), {
				minLength: number('minItems', 0),
				maxLength: 3
			});
		case 'object':
			return objectsOf(schema);
		default:
			return ANY_JSON;
	}
}

/** An object of the schema in which one field is left out, replaced by anything, or added. */
export function nearlyOf(schema: JsonSchema): fc.Arbitrary<unknown> {
	const names = Object.keys(recordOf(schema['properties']));
	return fc
		.tuple(valuesOf(schema), fc.constantFrom(...names, 'surplus'), fc.option(ANY_JSON))
		.map(([value, name, other]) =>
			Object.fromEntries([
				...Object.entries(recordOf(value)).filter(([known]) => known !== name),
				...(other === null ? [] : [[name, other] as const])
			])
		);
}

function objectsOf(schema: JsonSchema): fc.Arbitrary<unknown> {
	const properties = Object.entries(recordOf(schema['properties'])).map(
		([name, value]) => [name, valuesOf(recordOf(value))] as const
	);
	const required = schema['required'];
	return fc.record(Object.fromEntries(properties), {
		requiredKeys: Array.isArray(required) ? required.filter((name) => typeof name === 'string') : []
	});
}

function recordOf(value: unknown): JsonSchema {
	return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
}
