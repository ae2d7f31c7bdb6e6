import { jsonSchema, type JsonSchema } from './openapi-document';
import { z } from './schema';

const WITHIN = '#/$defs/';
const SHARED = '#/components/schemas/';

/**
 * Turns zod schemas into JSON Schemas. Those with an id of their own are kept aside, once, and
 * referred to from wherever they occur.
 */
export interface JsonSchemas {
	/** What may be sent: fields with a default can be left out. */
	ofInput(schema: z.ZodType): JsonSchema;
	/** What comes: these fields and no others. */
	ofOutput(schema: z.ZodType): JsonSchema;
	/** The schemas kept aside, by name, in the order of the alphabet. */
	shared(): Record<string, JsonSchema>;
}

export function createJsonSchemas(): JsonSchemas {
	const shared = new Map<string, JsonSchema>();
	const convert = (schema: z.ZodType, io: 'input' | 'output'): JsonSchema => {
		const {
			$schema: _,
			$defs = {},
			...rest
		} = z.toJSONSchema(schema, { target: 'draft-2020-12', io });
		for (const [name, definition] of Object.entries($defs))
			shared.set(name, withSharedRefs(definition));
		return withSharedRefs(rest);
	};
	return {
		ofInput: (schema) => convert(schema, 'input'),
		ofOutput: (schema) => convert(schema, 'output'),
		shared: () => Object.fromEntries([...shared].sort(([a], [b]) => (a < b ? -1 : 1)))
	};
}

/** The same schema with its references pointing to where the shared ones are in the document. */
function withSharedRefs(schema: object): JsonSchema {
	const json: unknown = JSON.parse(JSON.stringify(schema), (key, value: unknown) =>
		key === '$ref' && typeof value === 'string' ? value.replace(WITHIN, SHARED) : value
	);
	return jsonSchema.parse(json);
}
