import type { Difficulty } from '../types';
import type { Confidence, ConfidenceTally } from './confidence';

/** Running sums of one concept within a topic; ratios 0–1. */
export interface ConceptState {
	/** Σ λ^k·d over its answers: the weight behind the number. */
	weight_sum: number;
	/** Σ λ^k·d·evidence. */
	evidence_sum: number;
	attempts: number;
	correct: number;
	stagnation_count: number;
	/** Epoch milliseconds of the latest answer that touched it. */
	last_seen_ms: number;
}

/**
 * Everything stored about a person's mastery of a topic: a fold over the answers. Sums keep full
 * precision; the documented figures are derived from them (`masteryFigures`).
 */
export interface MasteryState {
	topic: string;
	/** W, S, K of design section 4. */
	weight_sum: number;
	semantic_sum: number;
	keyword_sum: number;
	/** Σ (λ^k·d)², for the effective number of answers. */
	weight_square_sum: number;
	/** Σ λ^k·d·(0.6·semantic + 0.4·keyword)², for the spread around the level. */
	result_square_sum: number;
	/** 0.6·semantic + 0.4·keyword of the newest answers, oldest first, at most ten. */
	recent: number[];
	sessions_attempted: number;
	/**
	 * Greatest ULID among the sessions counted: a greater one is certainly new, the same one is
	 * counted already. Null before the first.
	 */
	latest_session: string | null;
	/** ULIDs of sessions over several topics that count here, so that a total counts each once. */
	mixed_sessions: string[];
	questions_attempted: number;
	correct_count: number;
	skipped: number;
	response_seconds_sum: number;
	/** Instant and local offset of the latest answer; null before the first. */
	last_answer: { at_ms: number; offset_minutes: number } | null;
	/** `mastery_level` before the latest graded answer, 0–1; 0 until there are two. */
	last_mastery: number;
	current_difficulty: Difficulty;
	level_locked: boolean;
	consecutive_good: number;
	consecutive_poor: number;
	concepts: Record<string, ConceptState>;
	/** How sure and how right; left out before the first rated answer. */
	confidence?: ConfidenceTally;
	/** The last event folded in, so that one that arrives late is noticed. */
	folded_through: { at_ms: number; id: string } | null;
}

/** A graded answer as mastery sees it. */
export interface GradedAnswer {
	/** ULID; with `at_ms` it gives the order of folding. */
	readonly id: string;
	/** When it was given, whenever it was graded. */
	readonly at_ms: number;
	readonly offset_minutes: number;
	readonly difficulty: Difficulty;
	readonly semantic: number;
	readonly keyword: number;
	readonly score: number;
	readonly correct: boolean;
	/** How sure the person said they were; left out: not rated. */
	readonly confidence?: Confidence;
	readonly response_seconds: number;
	/** Concept → evidence 0–1 for it (its points' coverage blended with the score). */
	readonly concepts: Readonly<Record<string, number>>;
	/** ULID of its session. */
	readonly session: string;
	/** True for a session over several topics. */
	readonly mixed: boolean;
	/** Given in a mock interview, which leaves level and streaks alone. */
	readonly mock: boolean;
	/** True for the first graded answer of its session in this topic since its last reset. */
	readonly first_in_session: boolean;
}
