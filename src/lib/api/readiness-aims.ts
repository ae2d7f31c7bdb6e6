import { conceptMastery } from '$lib/domain/mastery/concepts';
import { masteryFigures } from '$lib/domain/mastery/figures';
import type { MasteryState } from '$lib/domain/mastery/types';
import { localDay } from '$lib/domain/calendar-days';
import type { Memory, TopicAim } from '$lib/domain/readiness/types';
import { READING_SECONDS } from '$lib/domain/session-time';
import type { PackIndexEntry } from '$lib/packs/load-packs';
import type { Instant } from '$lib/store/event-records';
import type { SessionRecord } from '$lib/store/records';

/** Seconds that an answer takes where none has been given yet. */
const USUAL_ANSWER_SECONDS = 120;

interface TopicSources {
	readonly topic: string;
	/** Undefined where its questions are not on this device. */
	readonly entry: PackIndexEntry | undefined;
	/** Undefined where it was never practised. */
	readonly mastery: MasteryState | undefined;
	/** How well each concept is remembered; one that is not in it has no known forgetting curve. */
	readonly memories: ReadonlyMap<string, Memory>;
}

/** A topic as the plan up to an interview is made from it. */
export function topicAim(
	{ topic, entry, mastery, memories }: TopicSources,
	now: Instant
): TopicAim {
	const figures = mastery === undefined ? null : masteryFigures(mastery);
	const attempts = figures?.evidence.answers ?? 0;
	const answerSeconds =
		figures === null || attempts === 0 ? USUAL_ANSWER_SECONDS : figures.avg_response_time;
	return {
		topic,
		title: entry?.title ?? topic,
		available: entry !== undefined,
		mastery: figures?.mastery_level ?? 0,
		low: figures?.mastery_low ?? 0,
		high: figures?.mastery_high ?? 1,
		attempts,
		secondsPerQuestion: answerSeconds + READING_SECONDS,
		concepts: (entry?.concepts ?? []).map(({ id, title }) => {
			const state = new Map(Object.entries(mastery?.concepts ?? {})).get(id);
			return {
				concept: id,
				title,
				mastery: state === undefined ? 0 : conceptMastery(state),
				attempts: state?.attempts ?? 0,
				correct: state?.correct ?? 0,
				stagnation: state?.stagnation_count ?? 0,
				lastDay: state === undefined ? null : localDay(state.last_seen_ms, now.offset_minutes),
				memory: memories.get(id) ?? null
			};
		})
	};
}

/** Seconds that sessions took: answering, and reading each answered question. */
export function practiceSeconds(sessions: readonly SessionRecord[]): number {
	return sessions.reduce(
		(sum, { duration_seconds, slots }) =>
			sum +
			duration_seconds +
			READING_SECONDS * slots.filter((slot) => slot.answer_id !== null).length,
		0
	);
}
