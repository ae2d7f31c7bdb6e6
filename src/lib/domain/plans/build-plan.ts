import { GOOD_SCORE } from '../difficulty/next-level';
import { hasFewAnswers } from '../mastery/bands';
import { masteryFigures, masteryLevel } from '../mastery/figures';
import type { MasteryState } from '../mastery/types';
import { isAtLeast, twoDecimals } from '../rounding';
import { READING_SECONDS } from '../session-time';
import { DIFFICULTIES, type Difficulty, type SessionType } from '../types';

/** What to practise next, each entry with its reason in plain words; masteries 0–1, unrounded. */
export interface Plan {
	readonly topics_to_focus: readonly { topic: string; mastery: number; reason: string }[];
	readonly weak_concepts: readonly {
		topic: string;
		concept: string;
		mastery: number;
		attempts: number;
		reason: string;
	}[];
	readonly recommended_sessions: readonly {
		session_type: SessionType;
		topic: string;
		minutes: number;
		reason: string;
	}[];
	readonly difficulty_adjustments: readonly {
		topic: string;
		from: Difficulty;
		to: Difficulty;
		reason: string;
	}[];
}

/** A topic below this mastery is to be focused on: "solid" begins here (specification). */
const FOCUS_BELOW = 0.7;
/** Most weak concepts a plan names: more would be no plan. */
const MOST_CONCEPTS = 5;
/** Questions that the minutes of a session are reckoned with: what a new profile asks. */
const SESSION_QUESTIONS = 5;
/** Whatever the answers took, a session is planned with no less and no more minutes than these. */
const FEWEST_MINUTES = 5;
const MOST_MINUTES = 60;
/** Weak concepts that a recommendation names. */
const MOST_NAMED = 3;
/** One more good (or poor) answer moves the level. */
const STREAK_BEFORE_MOVE = 2;

/** The title of a topic's concept, as a person knows it. */
export type ConceptTitle = (topic: string, concept: string) => string;

/** The action plan that follows from mastery, by rule: weakest first (specification, "Action Plans"). */
export function buildPlan(states: readonly MasteryState[], conceptTitle: ConceptTitle): Plan {
	const practised = states
		.filter((state) => state.questions_attempted > 0)
		.sort((a, b) => masteryLevel(a) - masteryLevel(b));
	const focus = practised.filter((state) => !isAtLeast(masteryLevel(state), FOCUS_BELOW));

	return {
		topics_to_focus: focus.map((state) => ({
			topic: state.topic,
			mastery: masteryLevel(state),
			reason: `Mastery is ${twoDecimals(masteryLevel(state))} after ${answers(state.questions_attempted)}; solid begins at ${twoDecimals(FOCUS_BELOW)}.`
		})),
		weak_concepts: weakConcepts(practised),
		recommended_sessions: recommendations(practised, conceptTitle),
		difficulty_adjustments: practised.flatMap(adjustment)
	};
}

/**
 * Which sessions to have, the weakest topic first: one for every topic that is not solid, has weak
 * concepts or too few answers to tell; where there is none of these, one for the lowest topic, to
 * keep it up. All are technical sessions: they raise a topic, where a mock interview measures it.
 */
function recommendations(
	practised: readonly MasteryState[],
	conceptTitle: ConceptTitle
): Plan['recommended_sessions'] {
	const session = (state: MasteryState, reason: string) => ({
		session_type: 'technical' as const,
		topic: state.topic,
		minutes: sessionMinutes(state),
		reason
	});
	const needed = practised.flatMap((state) => {
		const reason = whyPractise(state, conceptTitle);
		return reason === null ? [] : [session(state, reason)];
	});
	const [lowest] = practised;
	if (needed.length > 0 || lowest === undefined) return needed;
	return [
		session(
			lowest,
			`Nothing is weak. Mastery is lowest here, at ${twoDecimals(masteryLevel(lowest))}; a technical session at level ${lowest.current_difficulty} keeps it up.`
		)
	];
}

/** The strongest reason to practise a topic; null where there is none. */
function whyPractise(state: MasteryState, conceptTitle: ConceptTitle): string | null {
	const level = masteryLevel(state);
	const { concept_masteries, weak_concepts } = masteryFigures(state);
	if (weak_concepts.length > 0) {
		const named = weak_concepts
			.slice(0, MOST_NAMED)
			.map(
				(name) =>
					`${conceptTitle(state.topic, name)} (${twoDecimals(concept_masteries[name]?.mastery_level ?? 0)})`
			);
		const more = weak_concepts.length - named.length;
		return (
			`A technical session at level ${state.current_difficulty} asks its weak concepts first: ` +
			`${named.join(', ')}${more > 0 ? ` and ${String(more)} more` : ''}.`
		);
	}
	if (!isAtLeast(level, FOCUS_BELOW))
		return `No concept is weak, but mastery is ${twoDecimals(level)}; a technical session at level ${state.current_difficulty} brings it towards ${twoDecimals(FOCUS_BELOW)}.`;
	if (hasFewAnswers(state.questions_attempted))
		return `Mastery is ${twoDecimals(level)}, but after only ${answers(state.questions_attempted)}; a technical session tells whether it holds.`;
	return null;
}

/** Whole minutes that a session is likely to take, by how long the answers took so far. */
function sessionMinutes(state: MasteryState): number {
	const { avg_response_time } = masteryFigures(state);
	const minutes = Math.ceil((SESSION_QUESTIONS * (avg_response_time + READING_SECONDS)) / 60);
	return Math.min(MOST_MINUTES, Math.max(FEWEST_MINUTES, minutes));
}

function weakConcepts(states: readonly MasteryState[]): Plan['weak_concepts'] {
	return states
		.flatMap((state) => {
			const { concept_masteries } = masteryFigures(state);
			return Object.entries(concept_masteries)
				.filter(([, concept]) => concept.is_weak)
				.map(([concept, { mastery_level, attempts, stagnation_count }]) => ({
					topic: state.topic,
					concept,
					mastery: mastery_level,
					attempts,
					reason:
						`Mastery is ${twoDecimals(mastery_level)} after ${answers(attempts)}` +
						(stagnation_count > 0
							? `, and the last ${lastOnes(stagnation_count)} did not raise it.`
							: '.')
				}));
		})
		.sort((a, b) => a.mastery - b.mastery)
		.slice(0, MOST_CONCEPTS);
}

function adjustment(state: MasteryState): Plan['difficulty_adjustments'][number][] {
	const index = DIFFICULTIES.indexOf(state.current_difficulty);
	const up = DIFFICULTIES[index + 1];
	const down = DIFFICULTIES[index - 1];
	const move = (to: Difficulty, reason: string) => [
		{ topic: state.topic, from: state.current_difficulty, to, reason }
	];
	if (state.level_locked) return [];
	if (up !== undefined && state.consecutive_good >= STREAK_BEFORE_MOVE)
		return move(
			up,
			`${String(state.consecutive_good)} good answers in a row; one more of ${twoDecimals(GOOD_SCORE)} or better moves the level up.`
		);
	if (down !== undefined && state.consecutive_poor >= STREAK_BEFORE_MOVE)
		return move(
			down,
			`${String(state.consecutive_poor)} weak answers in a row; one more moves the level down, to rebuild the basics.`
		);
	return [];
}

/** Follows "the last": "one", "3". */
function lastOnes(count: number): string {
	return count === 1 ? 'one' : String(count);
}

function answers(count: number): string {
	return `${String(count)} ${count === 1 ? 'answer' : 'answers'}`;
}
