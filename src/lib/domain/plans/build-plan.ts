import { masteryFigures, masteryLevel } from '../mastery/figures';
import { GOOD_SCORE } from '../difficulty/next-level';
import type { MasteryState } from '../mastery/types';
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
const SESSION_MINUTES = 10;
/** One more good (or poor) answer moves the level. */
const STREAK_BEFORE_MOVE = 2;

/** The action plan that follows from mastery, by rule: weakest first (specification, "Action Plans"). */
export function buildPlan(states: readonly MasteryState[]): Plan {
	const practised = states
		.filter((state) => state.questions_attempted > 0)
		.sort((a, b) => masteryLevel(a) - masteryLevel(b));
	const focus = practised.filter((state) => masteryLevel(state) < FOCUS_BELOW);

	return {
		topics_to_focus: focus.map((state) => ({
			topic: state.topic,
			mastery: masteryLevel(state),
			reason: `Mastery is ${figure(masteryLevel(state))} after ${answers(state.questions_attempted)}; solid begins at ${figure(FOCUS_BELOW)}.`
		})),
		weak_concepts: weakConcepts(practised),
		recommended_sessions: focus.map((state) => ({
			session_type: 'technical',
			topic: state.topic,
			minutes: SESSION_MINUTES,
			reason: `A technical session at level ${state.current_difficulty} asks its weak concepts first.`
		})),
		difficulty_adjustments: practised.flatMap(adjustment)
	};
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
						`Mastery is ${figure(mastery_level)} after ${answers(attempts)}` +
						(stagnation_count > 0
							? `, and the last ${String(stagnation_count)} did not raise it.`
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
			`${String(state.consecutive_good)} good answers in a row; one more of ${figure(GOOD_SCORE)} or better moves the level up.`
		);
	if (down !== undefined && state.consecutive_poor >= STREAK_BEFORE_MOVE)
		return move(
			down,
			`${String(state.consecutive_poor)} weak answers in a row; one more moves the level down, to rebuild the basics.`
		);
	return [];
}

function figure(value: number): string {
	return value.toFixed(2);
}

function answers(count: number): string {
	return `${String(count)} ${count === 1 ? 'answer' : 'answers'}`;
}
