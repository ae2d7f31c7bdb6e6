import { nextLevel } from '../difficulty/next-level';
import { foldConcepts } from './concepts';
import { foldConfidence } from './confidence';
import { masteryLevel } from './figures';
import { remember } from './trend';
import type { GradedAnswer, MasteryState } from './types';
import { addWeighted, combine, DECAY, DIFFICULTY_WEIGHT } from './weighting';

/** Longest time that one answer is counted with. */
export const MAX_RESPONSE_SECONDS = 3600;

/** A topic never practised: zeros, and the specification's default level. */
export function emptyMastery(topic: string): MasteryState {
	return {
		topic,
		weight_sum: 0,
		semantic_sum: 0,
		keyword_sum: 0,
		weight_square_sum: 0,
		result_square_sum: 0,
		recent: [],
		sessions_attempted: 0,
		latest_session: null,
		mixed_sessions: [],
		questions_attempted: 0,
		correct_count: 0,
		skipped: 0,
		response_seconds_sum: 0,
		last_answer: null,
		last_mastery: 0,
		current_difficulty: 'medium',
		level_locked: false,
		consecutive_good: 0,
		consecutive_poor: 0,
		concepts: {},
		folded_through: null
	};
}

/**
 * A topic after one more graded answer: W ← λW + d, S ← λS + d·semantic, K ← λK + d·keyword, the
 * counters, the concepts, level and streaks (which a mock interview leaves alone). Answers must come in the order in which they were
 * given; `replay.ts` takes care of that.
 *
 * @throws RangeError for a figure outside its range: nothing after it could be trusted
 */
export function foldAnswer(state: MasteryState, answer: GradedAnswer): MasteryState {
	checkRanges(answer);
	const weight = DIFFICULTY_WEIGHT[answer.difficulty];
	const result = combine(answer.semantic, answer.keyword);
	const confidence = foldConfidence(state.confidence, answer);

	return {
		...state,
		...(answer.mock ? {} : nextLevel(state, answer.score)),
		...countSession(state, answer),
		weight_sum: addWeighted(state.weight_sum, weight, 1),
		semantic_sum: addWeighted(state.semantic_sum, weight, answer.semantic),
		keyword_sum: addWeighted(state.keyword_sum, weight, answer.keyword),
		weight_square_sum: DECAY ** 2 * state.weight_square_sum + weight ** 2,
		result_square_sum: addWeighted(state.result_square_sum, weight, result ** 2),
		recent: remember(state.recent, result),
		questions_attempted: state.questions_attempted + 1,
		correct_count: state.correct_count + (answer.correct ? 1 : 0),
		response_seconds_sum:
			state.response_seconds_sum + Math.min(answer.response_seconds, MAX_RESPONSE_SECONDS),
		last_answer: { at_ms: answer.at_ms, offset_minutes: answer.offset_minutes },
		last_mastery: masteryLevel(state),
		concepts: foldConcepts(state.concepts, answer),
		...(confidence === undefined ? {} : { confidence }),
		folded_through: { at_ms: answer.at_ms, id: answer.id }
	};
}

/** A skipped question is counted apart: it moves neither mastery nor streaks. */
export function foldSkipped(state: MasteryState): MasteryState {
	return { ...state, skipped: state.skipped + 1 };
}

/**
 * Both streaks end when a session on another topic starts. One on this topic leaves them alone,
 * and so does one over several topics.
 */
export function foldSessionStarted(
	state: MasteryState,
	session: { readonly topic: string; readonly mixed: boolean }
): MasteryState {
	if (session.mixed || session.topic === state.topic) return state;
	return { ...state, consecutive_good: 0, consecutive_poor: 0 };
}

/** Holds the level where it is, or lets it move again (by the next answer at the earliest). */
export function foldLevelLock(state: MasteryState, locked: boolean): MasteryState {
	return { ...state, level_locked: locked };
}

function countSession(
	state: MasteryState,
	answer: GradedAnswer
): Pick<MasteryState, 'sessions_attempted' | 'latest_session' | 'mixed_sessions'> {
	const { sessions_attempted, latest_session, mixed_sessions } = state;
	if (!answer.first_in_session) return { sessions_attempted, latest_session, mixed_sessions };

	return {
		sessions_attempted: sessions_attempted + 1,
		latest_session:
			latest_session !== null && latest_session > answer.session ? latest_session : answer.session,
		mixed_sessions: answer.mixed ? [...mixed_sessions, answer.session] : mixed_sessions
	};
}

function checkRanges(answer: GradedAnswer): void {
	const ratios = [answer.semantic, answer.keyword, answer.score, ...Object.values(answer.concepts)];
	// Written so that NaN fails too.
	if (!ratios.every((ratio) => ratio >= 0 && ratio <= 1)) {
		throw new RangeError(`answer ${answer.id} has a figure outside 0 to 1`);
	}
	if (!(answer.response_seconds >= 0)) {
		throw new RangeError(`answer ${answer.id} has no valid response time`);
	}
}
