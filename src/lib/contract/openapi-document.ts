import { z } from './schema';

/** A JSON Schema of draft 2020-12, as OpenAPI 3.1 uses it. */
export const jsonSchema = z.record(z.string(), z.unknown());

const content = z.record(
	z.string(),
	z.looseObject({ schema: jsonSchema, example: z.unknown().optional() })
);

const reply = z.looseObject({
	description: z.string(),
	headers: z.record(z.string(), z.unknown()),
	content
});

const operation = z.looseObject({
	operationId: z.string(),
	tags: z.array(z.string()),
	summary: z.string(),
	description: z.string().optional(),
	/** Empty where no token is needed. */
	security: z.array(z.record(z.string(), z.array(z.string()))).optional(),
	parameters: z.array(
		z.looseObject({
			name: z.string(),
			in: z.enum(['path', 'query', 'header']),
			required: z.boolean(),
			description: z.string().optional(),
			schema: jsonSchema,
			example: z.unknown().optional()
		})
	),
	requestBody: z.looseObject({ required: z.boolean(), content }).optional(),
	/** By status; a problem is a reference to one of `components`. */
	responses: z.record(z.string(), reply.partial())
});

/** The part of an OpenAPI 3.1 document that Mettle's has; what is in it follows from the routes. */
export const openApiResponse = z.looseObject({
	openapi: z.string(),
	info: z.looseObject({ title: z.string(), version: z.string(), description: z.string() }),
	tags: z.array(z.object({ name: z.string(), description: z.string() })),
	/** By path, then by method in lower case. */
	paths: z.record(z.string(), z.record(z.string(), operation)),
	components: z.looseObject({
		schemas: z.record(z.string(), jsonSchema),
		responses: z.record(z.string(), reply)
	})
});

export type JsonSchema = z.infer<typeof jsonSchema>;
export type OpenApiDocument = z.infer<typeof openApiResponse>;
export type Operation = z.infer<typeof operation>;
export type Parameter = Operation['parameters'][number];
export type DocumentedReply = z.infer<typeof reply>;
export type Content = z.infer<typeof content>;
