import type { MasteryState } from '../mastery/types';
import { isAtLeast } from '../rounding';
import { DIFFICULTIES, type Difficulty } from '../types';

/** The part of a topic's state that decides how hard its next questions are. */
export type LevelState = Pick<
	MasteryState,
	'current_difficulty' | 'level_locked' | 'consecutive_good' | 'consecutive_poor'
>;

/** Score from which an answer is good, 0–1. */
export const GOOD_SCORE = 0.7;
/** Score below which an answer is poor, 0–1. */
export const POOR_SCORE = 0.5;
/** Good (or poor) answers in a row that move the level by one. */
export const STREAK_TO_MOVE = 3;

/**
 * Level and streaks after an answer (specification, "Difficulty Progression"). An answer between
 * poor and good ends both streaks. At the last level, and while locked, the streaks go on counting
 * and the level stays.
 *
 * @param score 0–1
 */
export function nextLevel(state: LevelState, score: number): LevelState {
	const isGood = isAtLeast(score, GOOD_SCORE);
	const isPoor = !isAtLeast(score, POOR_SCORE);
	const consecutive_good = isGood ? state.consecutive_good + 1 : 0;
	const consecutive_poor = isPoor ? state.consecutive_poor + 1 : 0;
	const { current_difficulty, level_locked } = state;

	const next = levelAfter(current_difficulty, consecutive_good, consecutive_poor);
	if (level_locked || next === current_difficulty) {
		return { current_difficulty, level_locked, consecutive_good, consecutive_poor };
	}

	return { current_difficulty: next, level_locked, consecutive_good: 0, consecutive_poor: 0 };
}

function levelAfter(current: Difficulty, good: number, poor: number): Difficulty {
	const step = good >= STREAK_TO_MOVE ? 1 : poor >= STREAK_TO_MOVE ? -1 : 0;
	return DIFFICULTIES[DIFFICULTIES.indexOf(current) + step] ?? current;
}
