import { z } from 'zod';
import { DIFFICULTIES, SESSION_TYPES } from '$lib/domain/types';

// The page's policy forbids code made from strings, which zod's fast path would try.
z.config({ jitless: true });

export { z };

/** 0–1, rounded half up to 3 decimals in responses. */
export const ratio = z.number().min(0).max(1).describe('0–1, three decimals');
/** A session's score, 0–100, one decimal. */
export const percent = z.number().min(0).max(100).describe('0–100, one decimal');
export const count = z.int().nonnegative();
/** Seconds. */
export const seconds = z.number().nonnegative().describe('Seconds');
/** UTC in the documented form, without a zone suffix. */
export const utcTime = z
	.string()
	.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}$/)
	.describe('UTC, such as 2026-03-03T14:30:00');
export const ulid = z.string().length(26);
export const difficulty = z.enum(DIFFICULTIES);
export const sessionType = z.enum(SESSION_TYPES);
export const span = z.tuple([count, count]);
