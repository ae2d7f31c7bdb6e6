import { clip } from './points';

/**
 * Half width per fifth of the scale: a first estimate, narrow at both ends and wide in the middle,
 * not measured yet (docs/grading.md).
 */
const HALF_WIDTHS = [0.15, 0.2, 0.25, 0.25, 0.2] as const;

/** How sure a score is: the range in which a careful human's grade probably lies. */
export function scoreBand(score: number): { score_low: number; score_high: number } {
	const half = HALF_WIDTHS[Math.min(4, Math.floor(clip(score) * 5))] ?? 0.25;
	return { score_low: clip(score - half), score_high: clip(score + half) };
}
