import { z } from 'zod';
import { UNAVAILABLE_CODES, type Measurement } from './embedder';
import { evidenceSchema, modelStateSchema, rubricSchema } from './protocol';

/**
 * What a service worker, which cannot start a worker itself, asks an open page: every request that
 * wants an answer carries a port, and the page says at once on it that it has been heard.
 */
export const toPageSchema = z.discriminatedUnion('type', [
	z.object({ type: z.literal('mettle-prepare'), rubric: rubricSchema }),
	z.object({ type: z.literal('mettle-measure'), rubric: rubricSchema, answer: z.string() }),
	z.object({ type: z.literal('mettle-state') })
]);
export type ToPage = z.infer<typeof toPageSchema>;

const measurementSchema = z.discriminatedUnion('kind', [
	z.object({ kind: z.literal('evidence'), evidence: evidenceSchema }),
	z.object({ kind: z.literal('not_ready'), retry_after_seconds: z.number().nonnegative() }),
	z.object({
		kind: z.literal('unavailable'),
		reason: z.string(),
		code: z.exactOptional(z.enum(UNAVAILABLE_CODES))
	})
]) satisfies z.ZodType<Measurement>;

/** What comes back over the port. */
export const fromPageSchema = z.discriminatedUnion('type', [
	z.object({ type: z.literal('heard') }),
	z.object({ type: z.literal('measured'), measurement: measurementSchema }),
	z.object({ type: z.literal('state'), state: modelStateSchema })
]);
export type FromPage = z.infer<typeof fromPageSchema>;

/** What a page tells the service worker about the worker itself. */
export const toServiceWorkerSchema = z.discriminatedUnion('type', [
	z.object({ type: z.literal('SKIP_WAITING') }),
	z.object({ type: z.literal('CLAIM') })
]);
