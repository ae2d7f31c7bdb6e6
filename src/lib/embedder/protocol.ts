import { z } from 'zod';
import type {
	Evidence,
	ExpectedEvidence,
	TermMatch,
	TextEvidence,
	WordingEvidence,
	WordMatch
} from '$lib/domain/grading/types';
import { UNAVAILABLE_CODES, type ModelState, type RubricTexts } from './embedder';

// Compiled checks need `eval`, which the content policy forbids.
z.config({ jitless: true });

/** Rises with every change of the messages: a worker of an older build is not talked to. */
export const PROTOCOL_VERSION = 3;

const id = z.int().nonnegative();
const span = z.readonly(z.tuple([z.number(), z.number()]));
const texts = list(z.string());
const keywords = list(z.object({ term: z.string(), aliases: texts }));

export const rubricSchema = z.object({
	prompt: z.string(),
	expected: texts,
	points: list(
		z.object({
			id: z.string(),
			concept: z.string(),
			weight: z.number(),
			wordings: texts,
			keywords,
			why: z.string()
		})
	),
	keywords,
	misconceptions: list(
		z.object({
			id: z.string(),
			confuses: z.string(),
			wordings: texts,
			why: z.string()
		})
	),
	counterexamples: z.exactOptional(texts)
}) satisfies z.ZodType<RubricTexts>;

const wordMatch = z.object({
	word: z.string(),
	cosine: z.number(),
	same: z.boolean(),
	span: z.nullable(span)
}) satisfies z.ZodType<WordMatch>;

const textEvidence = z.object({
	cosine: z.number(),
	novel_cosine: z.number(),
	words: list(wordMatch)
}) satisfies z.ZodType<TextEvidence>;

const termMatch = z.object({
	term: z.string(),
	weight: z.number(),
	cosine: z.number(),
	span: z.nullable(span)
}) satisfies z.ZodType<TermMatch>;

const expectedEvidence = z.object({
	...textEvidence.shape,
	terms: list(termMatch),
	novel_terms: z.int().nonnegative(),
	content_cosine: z.number(),
	novel_content_cosine: z.number()
}) satisfies z.ZodType<ExpectedEvidence>;

const wordingEvidence = z.object({
	...textEvidence.shape,
	sentence_cosine: z.number(),
	sentence: z.nullable(span)
}) satisfies z.ZodType<WordingEvidence>;

export const evidenceSchema = z.object({
	model: z.string(),
	expected: list(expectedEvidence),
	points: list(list(wordingEvidence)),
	misconceptions: list(list(wordingEvidence)),
	prompt_cosine: z.exactOptional(z.number()),
	lean: z.exactOptional(z.nullable(z.object({ value: z.number(), sentence: z.nullable(span) }))),
	windows: z.int().nonnegative()
}) satisfies z.ZodType<Evidence>;

/** State of a model as a message: what a worker can say of itself. */
export const modelStateSchema = z.discriminatedUnion('state', [
	z.object({ state: z.literal('idle') }),
	z.object({
		state: z.literal('loading'),
		loaded_bytes: z.number().nonnegative(),
		total_bytes: z.number().positive(),
		again: z.exactOptional(z.boolean())
	}),
	z.object({ state: z.literal('ready'), model: z.string(), threads: z.int().positive() }),
	z.object({
		state: z.literal('unavailable'),
		reason: z.string(),
		code: z.exactOptional(z.enum(UNAVAILABLE_CODES))
	})
]) satisfies z.ZodType<ModelState>;

/** Messages to the worker. */
export const toWorkerSchema = z.discriminatedUnion('type', [
	/** Fetch the files, start the runtime, warm up. The first message of a worker. */
	z.object({
		type: z.literal('load'),
		version: z.literal(PROTOCOL_VERSION),
		/** Address of the model's folder, ending in a slash. */
		folder: z.string(),
		wasm_paths: z.object({ mjs: z.string(), wasm: z.string() }),
		threads: z.int().positive()
	}),
	/** Embed a rubric's texts in the background. */
	z.object({ type: z.literal('prepare'), rubric: rubricSchema }),
	/** Measure an answer; answered by `measured` or `failed` with the same id. */
	z.object({ type: z.literal('measure'), id, rubric: rubricSchema, answer: z.string() }),
	/** Embed a draft ahead; a newer one drops it. */
	z.object({ type: z.literal('ahead'), text: z.string() }),
	/** Nobody waits for this measure any more. */
	z.object({ type: z.literal('abort'), id }),
	/** Give the memory back; the last message of a worker. */
	z.object({ type: z.literal('dispose') })
]);
export type ToWorker = z.infer<typeof toWorkerSchema>;

/** Messages from the worker. Errors travel as data, for classes do not survive the crossing. */
export const fromWorkerSchema = z.discriminatedUnion('type', [
	z.object({ type: z.literal('state'), state: modelStateSchema }),
	/** Milliseconds that the answer's own passes and the comparison took. */
	z.object({
		type: z.literal('measured'),
		id,
		evidence: evidenceSchema,
		milliseconds: z.number().nonnegative()
	}),
	/** A measure that threw: a defect, or memory that ran out. */
	z.object({ type: z.literal('failed'), id, message: z.string() })
]);
export type FromWorker = z.infer<typeof fromWorkerSchema>;

/** An array that neither side of the crossing changes. */
function list<T extends z.ZodType>(item: T) {
	return z.readonly(z.array(item));
}
