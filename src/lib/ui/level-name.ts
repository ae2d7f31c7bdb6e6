import type { Difficulty } from '$lib/domain/types';
import { m } from '$lib/paraglide/messages';

/** A difficulty in words. */
export function levelName(level: Difficulty): string {
	return { easy: m.level_easy, medium: m.level_medium, hard: m.level_hard }[level]();
}
