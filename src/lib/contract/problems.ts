import { z } from './schema';

/** An error as RFC 9457 has it, with `error` repeating the detail for older clients. */
export const problem = z
	.object({
		type: z.string(),
		title: z.string(),
		status: z.int(),
		detail: z.string(),
		error: z.string(),
		errors: z.array(z.object({ field: z.string(), message: z.string() })).optional()
	})
	.meta({ id: 'Problem' });
export type Problem = z.infer<typeof problem>;

/** The statuses that the API uses for errors, with their titles. */
export const PROBLEM_TITLES = {
	400: 'Malformed request',
	401: 'Sign-in needed',
	403: 'Not allowed from here',
	404: 'Not found',
	405: 'Method not allowed',
	409: 'Conflict',
	413: 'Too large',
	415: 'Unsupported media type',
	422: 'Invalid field',
	500: 'Something went wrong',
	503: 'Not ready',
	507: 'Out of space'
} as const;
export type ProblemStatus = keyof typeof PROBLEM_TITLES;

/** Header that marks every answer of the API, so that a page of the host is never taken for one. */
export const API_HEADER = 'Mettle-Api';
