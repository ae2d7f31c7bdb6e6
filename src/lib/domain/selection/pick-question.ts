import { drawWeighted, type Random } from '../random';
import { DIFFICULTIES, type Difficulty } from '../types';

/** What selection needs to know of a question. */
export interface Candidate {
	readonly id: string;
	readonly difficulty: Difficulty;
	readonly concepts: readonly string[];
}

/** What is known about the learner, for one topic. */
export interface LearnerView {
	readonly current_difficulty: Difficulty;
	/** Concept → mastery 0–1 and number of attempts; absent when never practised. */
	readonly concepts: ReadonlyMap<string, { readonly mastery: number; readonly attempts: number }>;
	/** Question → epoch milliseconds when it was last shown; absent when never. */
	readonly lastShownMs: ReadonlyMap<string, number>;
}

/** Why a question was chosen, with the figures behind it. */
export type PickReason =
	| {
			readonly kind: 'weak';
			readonly concept: string;
			readonly mastery: number;
			readonly attempts: number;
	  }
	| { readonly kind: 'new'; readonly concept: string }
	| { readonly kind: 'practice'; readonly concept: string; readonly mastery: number };

export interface Pick {
	readonly question_id: string;
	readonly reason: PickReason;
}

const DAY_MS = 24 * 60 * 60 * 1000;
const WEAK_BELOW = 0.6;
/** A concept never practised is as urgent as one at this mastery. */
const UNKNOWN_MASTERY = 0.3;

/**
 * Chooses the next question of a session (design section 5): one not yet asked in it, at the
 * current difficulty or the nearest level that has one, another concept than the last where there
 * is a choice, questions never seen before those seen; among these a draw weighted by
 * (1 − mastery)·(1 + days since seen), so that weak concepts come more often.
 *
 * @param asked ids already asked in this session
 * @param lastConcepts concepts of the question before
 * @returns null when every question has been asked
 */
export function pickQuestion(
	candidates: readonly Candidate[],
	asked: ReadonlySet<string>,
	lastConcepts: readonly string[],
	learner: LearnerView,
	nowMs: number,
	random: Random
): Pick | null {
	const left = candidates.filter((candidate) => !asked.has(candidate.id));
	const atLevel = nearestLevel(left, learner.current_difficulty);
	const otherConcept = preferring(
		atLevel,
		(candidate) => !candidate.concepts.some((concept) => lastConcepts.includes(concept))
	);
	const unseen = preferring(otherConcept, (candidate) => !learner.lastShownMs.has(candidate.id));
	const chosen = drawWeighted(random, unseen, weightOf);
	return chosen === undefined
		? null
		: { question_id: chosen.id, reason: reasonFor(chosen, learner) };

	function weightOf(candidate: Candidate): number {
		const shown = learner.lastShownMs.get(candidate.id);
		const days = shown === undefined ? 0 : Math.max(0, nowMs - shown) / DAY_MS;
		return (1.01 - masteryOf(weakestConcept(candidate, learner), learner)) * (1 + days);
	}
}

/** The questions at the wanted level or, where it has run out, the nearest one; easier first. */
function nearestLevel(candidates: readonly Candidate[], level: Difficulty): readonly Candidate[] {
	const wanted = DIFFICULTIES.indexOf(level);
	const order = DIFFICULTIES.map((name, index) => ({ name, distance: Math.abs(index - wanted) }));
	order.sort((a, b) => a.distance - b.distance);
	for (const { name } of order) {
		const found = candidates.filter((candidate) => candidate.difficulty === name);
		if (found.length > 0) return found;
	}
	return [];
}

function preferring(
	candidates: readonly Candidate[],
	wanted: (candidate: Candidate) => boolean
): readonly Candidate[] {
	const preferred = candidates.filter(wanted);
	return preferred.length > 0 ? preferred : candidates;
}

function masteryOf(concept: string, learner: LearnerView): number {
	return learner.concepts.get(concept)?.mastery ?? UNKNOWN_MASTERY;
}

function weakestConcept(candidate: Candidate, learner: LearnerView): string {
	return candidate.concepts.reduce((weakest, concept) =>
		masteryOf(concept, learner) < masteryOf(weakest, learner) ? concept : weakest
	);
}

function reasonFor(candidate: Candidate, learner: LearnerView): PickReason {
	const concept = weakestConcept(candidate, learner);
	const known = learner.concepts.get(concept);
	if (known === undefined) return { kind: 'new', concept };
	return known.mastery < WEAK_BELOW
		? { kind: 'weak', concept, ...known }
		: { kind: 'practice', concept, mastery: known.mastery };
}
