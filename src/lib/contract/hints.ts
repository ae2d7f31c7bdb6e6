import { count, ratio, z } from './schema';

/** What an open question shows of its hints. */
export const hintFields = {
	/** Hints shown so far, in order. */
	hints: z.array(z.string()),
	hints_left: count,
	/** The most that the answer can score after the next hint; null where none is left. */
	next_cap: ratio.nullable()
};

export const hintRequest = z.strictObject({ question_id: z.string().min(1) });

export const hintResponse = z.object({
	hint: z.string(),
	/** Its number, from 1, and how many the question has. */
	number: count,
	of: count,
	/** The most that the answer can score now. */
	cap: ratio,
	/** The same after the next hint; null where none is left. */
	next_cap: ratio.nullable()
});
