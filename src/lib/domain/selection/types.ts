import type { Difficulty } from '../types';

/** What selection needs to know of a question. */
export interface Candidate {
	readonly id: string;
	readonly topic: string;
	readonly difficulty: Difficulty;
	/** Ids within the topic, at least one. */
	readonly concepts: readonly string[];
}

/** What is known of a question that has been shown. */
export interface SeenQuestion {
	readonly last_shown_ms: number;
	/** Its place in the count of questions shown in its topic, 1-based; 0 where not known. */
	readonly shown_number: number;
	readonly times_shown: number;
	/** 0–1; null when never graded. */
	readonly last_score: number | null;
	/** The last answer was rated "sure" and was wrong. */
	readonly sure_miss: boolean;
	/** Epoch ms from which its review is due; null without one. */
	readonly due_ms: number | null;
}

/** What is known of a concept that has been practised. */
export interface ConceptView {
	/** 0–1 */
	readonly mastery: number;
	readonly attempts: number;
	readonly stagnation_count: number;
	readonly last_seen_ms: number;
	/** Epoch ms from which its review is due; null: none planned. */
	readonly due_ms: number | null;
	/** Epoch ms until which plain questions on it rest after another activity; null: it does not. */
	readonly rests_until_ms: number | null;
}

export interface TopicView {
	readonly topic: string;
	readonly current_difficulty: Difficulty;
	/** Questions shown in it so far, those of this session included. */
	readonly shown_count: number;
	/** A concept that is absent was never practised. */
	readonly concepts: ReadonlyMap<string, ConceptView>;
}

/** The learner as selection sees them. */
export interface LearnerView {
	/** A topic that is absent was never practised: its level is medium. */
	readonly topics: ReadonlyMap<string, TopicView>;
	/** By question id; absent when never shown. */
	readonly seen: Pick<ReadonlyMap<string, SeenQuestion>, 'get'>;
}

/** One slot of the session so far, in order. */
export interface AskedQuestion {
	readonly question_id: string;
	/** Graded below .6, or skipped. */
	readonly missed: boolean;
}

/** What a session is about: everything, only what was missed, or only what is due. */
export const FOCUSES = ['adaptive', 'missed', 'due'] as const;
export type Focus = (typeof FOCUSES)[number];

/** What a choice was made for. */
interface Target {
	readonly topic: string;
	readonly concept: string;
}

/** Why a question was chosen, with the figures behind it: masteries and scores 0–1. */
export type ChoiceReason = Target &
	(
		| { readonly kind: 'sure_miss'; readonly last_score: number | null }
		| { readonly kind: 'missed_today' }
		| { readonly kind: 'missed_before'; readonly last_score: number }
		| { readonly kind: 'weak'; readonly mastery: number; readonly attempts: number }
		| { readonly kind: 'stagnating'; readonly mastery: number; readonly stagnation_count: number }
		/** @see days: since the review of the concept fell due, with fraction */
		| { readonly kind: 'fading'; readonly mastery: number; readonly days: number }
		| { readonly kind: 'new' }
		| { readonly kind: 'uncertain'; readonly mastery: number; readonly attempts: number }
		/** days: since it was last seen, with fraction */
		| { readonly kind: 'maintenance'; readonly mastery: number; readonly days: number }
		/** questions: shown in the topic since one on this concept */
		| { readonly kind: 'deadline'; readonly questions: number }
		/** days: since the review of the question fell due, with fraction */
		| { readonly kind: 'due'; readonly days: number }
	);

export interface Choice {
	readonly question_id: string;
	readonly reason: ChoiceReason;
}
