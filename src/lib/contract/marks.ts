import { utcTime, z } from './schema';

export const MARK_KINDS = ['bookmarked', 'hidden', 'flagged', 'annotated'] as const;

/** What a person noted about a question. */
export const mark = z
	.object({
		question_id: z.string(),
		topic: z.string(),
		/** Markdown. */
		prompt: z.string(),
		bookmarked: z.boolean(),
		/** Not asked any more. */
		hidden: z.boolean(),
		/** Something is wrong with it; for the author of the pack. */
		flagged: z.boolean(),
		/** A note of one's own; for a flagged question also what is wrong. Empty for none. */
		note: z.string(),
		marked_at: utcTime
	})
	.meta({ id: 'Mark' });

export const marksQuery = z.object({ kind: z.enum(MARK_KINDS).optional() });
export const marksResponse = z.object({ marks: z.array(mark) });

export const markRequest = z.strictObject({
	/** The topic the question is in. */
	topic: z.string().min(1).max(200),
	bookmarked: z.boolean().optional(),
	hidden: z.boolean().optional(),
	flagged: z.boolean().optional(),
	note: z.string().max(2000, 'a note has at most 2,000 characters').optional()
});
export const markResponse = z.object({ mark });

/** Whether a question is marked in that way. */
export function isMarkedAs(
	mark: Pick<Mark, 'bookmarked' | 'hidden' | 'flagged' | 'note'>,
	kind: MarkKind
): boolean {
	return kind === 'annotated' ? mark.note !== '' : mark[kind];
}

export type Mark = z.infer<typeof mark>;
export type MarkKind = (typeof MARK_KINDS)[number];
