import type { Difficulty } from '../types';

/** λ: what is left of an answer's weight after each later one; the last nine or so carry it all. */
export const DECAY = 0.8;

/** d: how much an answer counts by the difficulty of its question. */
export const DIFFICULTY_WEIGHT = {
	easy: 0.8,
	medium: 1,
	hard: 1.2
} as const satisfies Record<Difficulty, number>;

/** A running sum after one more answer: Σ ← λΣ + d·value. */
export function addWeighted(sum: number, weight: number, value: number): number {
	return DECAY * sum + weight * value;
}

/** Weighted mean of ratios, 0–1; 0 where nothing has been counted yet. */
export function meanOf(sum: number, weightSum: number): number {
	return weightSum > 0 ? sum / weightSum : 0;
}

/**
 * How many answers of equal weight would say as much: (Σw)² / Σw². Grows towards 9 for λ = 0.8.
 * 0 before the first answer.
 */
export function effectiveNumber(weightSum: number, weightSquareSum: number): number {
	return weightSquareSum > 0 ? weightSum ** 2 / weightSquareSum : 0;
}

/** The documented combination: 0.6 · semantic + 0.4 · keyword; 0–1 for ratios. */
export function combine(semantic: number, keyword: number): number {
	return 0.6 * semantic + 0.4 * keyword;
}
