import { bandOf } from '$lib/domain/mastery/bands';
import { DIFFICULTIES, type Difficulty } from '$lib/domain/types';
import { m } from '$lib/paraglide/messages';

/** A difficulty in words. */
export function levelName(level: Difficulty): string {
	return { easy: m.level_easy, medium: m.level_medium, hard: m.level_hard }[level]();
}

/** The specification's word for a score, 0–1. */
export function bandName(score: number): string {
	return {
		excellent: m.band_excellent,
		good: m.band_good,
		partial: m.band_partial,
		weak: m.band_weak
	}[bandOf(score)]();
}

/** A level as a plan names it: the API gives it as text, which a later version may widen. */
export function levelTitle(level: string): string {
	const known = DIFFICULTIES.find((difficulty) => difficulty === level);
	return known === undefined ? level : levelName(known);
}
