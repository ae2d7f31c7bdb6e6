import type { PointGrade } from '../grading/types';
import { isAtLeast, isHigher } from '../rounding';
import type { ConceptState, GradedAnswer } from './types';
import { addWeighted, DIFFICULTY_WEIGHT, meanOf } from './weighting';

/** A concept is weak below this mastery, 0–1. */
export const WEAK_BELOW = 0.6;
/** A concept is strong from this mastery on, 0–1. */
export const STRONG_FROM = 0.8;

/** From so many answers without a rise a concept that is not strong stagnates. */
export const STAGNATES_FROM = 2;

/** Mastery of a concept, 0–1. */
export function conceptMastery(concept: ConceptState): number {
	return meanOf(concept.evidence_sum, concept.weight_sum);
}

export function isWeak(mastery: number): boolean {
	return !isAtLeast(mastery, WEAK_BELOW);
}

export function isStrong(mastery: number): boolean {
	return isAtLeast(mastery, STRONG_FROM);
}

/**
 * What an answer says about each concept of its question, 0–1: half the coverage of the concept's
 * points (by weight), half the score of the whole answer; the score alone for a concept that no
 * point belongs to.
 *
 * @param points as graded; empty for a question without a point list
 * @param score of the answer, 0–1
 * @param concepts of the question
 */
export function conceptEvidence(
	points: readonly Pick<PointGrade, 'concept' | 'coverage' | 'weight'>[],
	score: number,
	concepts: readonly string[]
): Record<string, number> {
	const names = new Set([...concepts, ...points.map((point) => point.concept)]);

	// Built from entries: a concept may be called `__proto__`, and assignment would lose it.
	return Object.fromEntries(
		[...names].map((name) => {
			const own = points.filter((point) => point.concept === name);
			const weight = own.reduce((sum, point) => sum + point.weight, 0);
			const covered = own.reduce((sum, point) => sum + point.weight * point.coverage, 0);
			return [name, weight > 0 ? (covered / weight + score) / 2 : score];
		})
	);
}

/** All concepts of a topic after an answer; those it does not touch stay as they are. */
export function foldConcepts(
	concepts: Readonly<Record<string, ConceptState>>,
	answer: GradedAnswer
): Record<string, ConceptState> {
	const touched = Object.entries(answer.concepts).map(([name, evidence]) => {
		const before = Object.hasOwn(concepts, name) ? concepts[name] : undefined;
		return [name, foldConcept(before, answer, evidence)] as const;
	});

	return { ...concepts, ...Object.fromEntries(touched) };
}

function foldConcept(
	before: ConceptState | undefined,
	answer: GradedAnswer,
	evidence: number
): ConceptState {
	const weight = DIFFICULTY_WEIGHT[answer.difficulty];
	const after: ConceptState = {
		weight_sum: addWeighted(before?.weight_sum ?? 0, weight, 1),
		evidence_sum: addWeighted(before?.evidence_sum ?? 0, weight, evidence),
		attempts: (before?.attempts ?? 0) + 1,
		correct: (before?.correct ?? 0) + (answer.correct ? 1 : 0),
		stagnation_count: 0,
		last_seen_ms: answer.at_ms
	};
	if (before === undefined) return after;

	return { ...after, stagnation_count: stagnationAfter(before, after) };
}

/**
 * Attempts since the mastery last rose. Whether a concept is strong is judged after the attempt:
 * one that falls out of strong begins to stagnate, one that stays strong keeps its count.
 */
function stagnationAfter(before: ConceptState, after: ConceptState): number {
	const mastery = conceptMastery(after);
	if (isHigher(mastery, conceptMastery(before))) return 0;

	return isStrong(mastery) ? before.stagnation_count : before.stagnation_count + 1;
}
