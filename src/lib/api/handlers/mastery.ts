import type { TopicMastery } from '$lib/contract/mastery';
import { masteryLevel } from '$lib/domain/mastery/figures';
import type { MasteryState } from '$lib/domain/mastery/types';
import { emptyMastery } from '$lib/domain/mastery/update';
import { LEVEL_TABLES, lockLevel } from '$lib/store/actions/level';
import type { LocalInstant } from '$lib/domain/calendar-days';
import { retrievability } from '$lib/scheduling/fsrs';
import { readAllMastery, readMastery } from '$lib/store/actions/mastery';
import { readTopicReviews } from '$lib/store/actions/reviews';
import { RESET_TABLES, resetMastery, undoableResets, undoResets } from '$lib/store/actions/reset';
import { ApiError } from '../api-error';
import type { ReviewRecord } from '$lib/store/records';
import { stampOf, writeOnce, type Handler } from '../context';
import { presentMastery, ratio3, utc } from '../present';

export const progress: Handler<'GET /api/user/progress'> = async ({ profile }, { store }) => {
	const all = await store.read(['mastery'], (tx) => readAllMastery(tx, profile.id));
	// A topic whose questions were only skipped has no mastery to average.
	const practised = all.filter((state) => state.questions_attempted > 0);
	const total = practised.reduce((sum, state) => sum + masteryLevel(state), 0);
	return {
		status: 200,
		body: {
			topics: Object.fromEntries(practised.map((state) => [state.topic, topicProgress(state)])),
			overall: {
				avg_mastery: practised.length === 0 ? 0 : ratio3(total / practised.length),
				total_sessions: countSessions(practised),
				topics_count: practised.length
			}
		}
	};
};

export const topicMastery: Handler<'GET /api/adaptive/mastery/:topic'> = async (
	{ params, profile, now },
	{ store }
) => {
	const [state, reviews] = await store.read(['mastery', 'reviews'], (tx) =>
		Promise.all([
			readMastery(tx, profile.id, params.topic),
			readTopicReviews(tx, profile.id, params.topic)
		])
	);
	const mastery = presentMastery(state ?? emptyMastery(params.topic));
	return {
		status: 200,
		body: {
			mastery: {
				...mastery,
				concept_masteries: withReviews(mastery.concept_masteries, reviews, now)
			},
			exists: state !== undefined && state.questions_attempted > 0
		}
	};
};

export const setLevelLock: Handler<'PUT /api/adaptive/level/:topic'> = (context, deps) =>
	writeOnce<'PUT /api/adaptive/level/:topic'>(context, deps, LEVEL_TABLES, async (tx) => {
		const { params, body, profile, now } = context;
		const state = await readMastery(tx, profile.id, params.topic);
		if (state === undefined || state.questions_attempted === 0)
			throw new ApiError(
				409,
				`There is no answer in "${params.topic}" yet, so its level has not moved; answer a question first.`
			);
		const after =
			state.level_locked === body.locked
				? state
				: await lockLevel(tx, stampOf(profile, now, deps), params.topic, body.locked);
		return { status: 200, body: { mastery: presentMastery(after) } };
	});

export const resetTopics: Handler<'POST /api/user/reset_mastery'> = (context, deps) =>
	writeOnce<'POST /api/user/reset_mastery'>(context, deps, RESET_TABLES, async (tx) => {
		const { body, profile, now } = context;
		const { createId } = stampOf(profile, now, deps);
		const topics_reset = await resetMastery(tx, profile.id, body.topic, now, createId);
		return {
			status: 200,
			body: { success: true, message: resetMessage(topics_reset), topics_reset }
		};
	});

export const listResets: Handler<'GET /api/user/resets'> = async ({ profile }, { store }) => {
	const resets = await store.read(['events', 'mastery'], (tx) => undoableResets(tx, profile.id));
	return {
		status: 200,
		body: { resets: resets.map(({ topic, at_ms }) => ({ topic, reset_at: utc(at_ms) })) }
	};
};

export const undoReset: Handler<'POST /api/user/undo_reset'> = (context, deps) =>
	writeOnce<'POST /api/user/undo_reset'>(context, deps, RESET_TABLES, async (tx) => {
		const { body, profile, now } = context;
		const { createId } = stampOf(profile, now, deps);
		const topics_restored = await undoResets(tx, profile.id, body.topic, now, createId);
		const message =
			topics_restored.length === 0
				? 'There is no reset to undo: none was made, or the topic was practised since.'
				: `Mastery is back for: ${topics_restored.join(', ')}.`;
		return { status: 200, body: { success: true, message, topics_restored } };
	});

/** Concepts with when each is to be asked again. */
function withReviews(
	concepts: TopicMastery['concept_masteries'],
	reviews: readonly ReviewRecord[],
	now: LocalInstant
): TopicMastery['concept_masteries'] {
	const known = new Map(
		reviews.filter((review) => review.kind === 'concept').map((review) => [review.id, review])
	);
	return Object.fromEntries(
		Object.entries(concepts).map(([name, concept]) => {
			const review = known.get(name);
			if (review === undefined) return [name, concept];
			return [
				name,
				{
					...concept,
					due_at: utc(review.due_ms),
					retrievability: ratio3(retrievability(review, now))
				}
			];
		})
	);
}

function resetMessage(topics: readonly string[]): string {
	if (topics.length === 0) return 'There was no mastery to reset. Your session history is kept.';
	return `Mastery was reset for: ${topics.join(', ')}. Your session history is kept.`;
}

function topicProgress(state: MasteryState) {
	const mastery = presentMastery(state);
	return {
		mastery: mastery.mastery_level,
		sessions_attempted: mastery.sessions_attempted,
		questions_attempted: mastery.questions_attempted,
		correct_count: mastery.correct_count,
		last_session_date: mastery.last_session_date,
		semantic_avg: mastery.semantic_avg,
		keyword_avg: mastery.keyword_avg,
		weak_concepts: mastery.weak_concepts,
		strong_concepts: mastery.strong_concepts,
		current_difficulty: mastery.current_difficulty,
		mastery_velocity: mastery.mastery_velocity
	};
}

/** Distinct sessions: one over several topics counts once, however many topics it touched. */
function countSessions(states: readonly MasteryState[]): number {
	const single = states.reduce(
		(sum, state) => sum + state.sessions_attempted - state.mixed_sessions.length,
		0
	);
	return single + new Set(states.flatMap((state) => state.mixed_sessions)).size;
}
