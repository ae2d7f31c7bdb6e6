import { conceptMastery, isStrong, isWeak } from './concepts';
import { credibleRange } from './credible-range';
import { trendOf, type Trend } from './trend';
import type { ConceptState, MasteryState } from './types';
import { combine, effectiveNumber, meanOf } from './weighting';

/** One concept as the contract shows it. */
export interface ConceptFigures {
	/** 0–1 */
	readonly mastery_level: number;
	readonly attempts: number;
	readonly correct: number;
	readonly is_weak: boolean;
	readonly is_strong: boolean;
	readonly stagnation_count: number;
	/** Unix seconds, with fraction. */
	readonly last_seen: number;
}

/** What follows from a topic's state. Names are the contract's; nothing is rounded. */
export interface MasteryFigures {
	/** 0–1 */
	readonly mastery_level: number;
	readonly semantic_avg: number;
	readonly keyword_avg: number;
	/** Change by the latest graded answer, −1 to 1; 0 before the first. */
	readonly mastery_velocity: number;
	readonly last_mastery: number;
	/** Where the latest answers point; null while there are too few to tell. */
	readonly trend: Trend | null;
	/** Seconds; 0 before the first answer. */
	readonly avg_response_time: number;
	/** Weakest first. */
	readonly weak_concepts: readonly string[];
	/** Strongest first. */
	readonly strong_concepts: readonly string[];
	/** Counts above 0. */
	readonly concept_stagnation: Readonly<Record<string, number>>;
	readonly concept_masteries: Readonly<Record<string, ConceptFigures>>;
	/** Answers counted, and how many of equal weight would say as much. */
	readonly evidence: { readonly answers: number; readonly effective: number };
	/** Range that holds the true level four times in five; 0 to 1 before the first answer. */
	readonly mastery_low: number;
	readonly mastery_high: number;
}

/** The documented figures of a topic (specification, "Understanding Metrics"). */
export function masteryFigures(state: MasteryState): MasteryFigures {
	const mastery_level = masteryLevel(state);
	const answers = state.questions_attempted;
	const effective = effectiveNumber(state.weight_sum, state.weight_square_sum);
	const meanSquare = meanOf(state.result_square_sum, state.weight_sum);
	const range = credibleRange(mastery_level, meanSquare, effective);
	const concepts = Object.entries(state.concepts).map(
		([name, concept]) => [name, conceptFigures(concept)] as const
	);

	return {
		mastery_level,
		semantic_avg: meanOf(state.semantic_sum, state.weight_sum),
		keyword_avg: meanOf(state.keyword_sum, state.weight_sum),
		mastery_velocity: mastery_level - state.last_mastery,
		last_mastery: state.last_mastery,
		trend: trendOf(state.recent),
		avg_response_time: answers > 0 ? state.response_seconds_sum / answers : 0,
		weak_concepts: namesByMastery(
			concepts.filter(([, concept]) => concept.is_weak),
			'weakest first'
		),
		strong_concepts: namesByMastery(
			concepts.filter(([, concept]) => concept.is_strong),
			'strongest first'
		),
		concept_stagnation: Object.fromEntries(
			concepts
				.filter(([, concept]) => concept.stagnation_count > 0)
				.map(([name, concept]) => [name, concept.stagnation_count])
		),
		concept_masteries: Object.fromEntries(concepts),
		evidence: { answers, effective },
		mastery_low: range.low,
		mastery_high: range.high
	};
}

/** Mastery of a topic, 0–1: 0.6 · semantic_avg + 0.4 · keyword_avg; 0 before the first answer. */
export function masteryLevel(state: MasteryState): number {
	return combine(
		meanOf(state.semantic_sum, state.weight_sum),
		meanOf(state.keyword_sum, state.weight_sum)
	);
}

function conceptFigures(concept: ConceptState): ConceptFigures {
	const mastery_level = conceptMastery(concept);

	return {
		mastery_level,
		attempts: concept.attempts,
		correct: concept.correct,
		is_weak: isWeak(mastery_level),
		is_strong: isStrong(mastery_level),
		stagnation_count: concept.stagnation_count,
		last_seen: concept.last_seen_ms / 1000
	};
}

/** Sorted; equals by name, so that the order never depends on how the state came about. */
function namesByMastery(
	concepts: readonly (readonly [string, ConceptFigures])[],
	order: 'weakest first' | 'strongest first'
): string[] {
	const sign = order === 'weakest first' ? 1 : -1;

	return [...concepts]
		.sort(([nameA, a], [nameB, b]) => {
			if (a.mastery_level !== b.mastery_level) return sign * (a.mastery_level - b.mastery_level);
			return nameA < nameB ? -1 : 1;
		})
		.map(([name]) => name);
}
