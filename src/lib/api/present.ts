import type { z } from '$lib/contract/schema';
import type { answerKey, GradeResponse } from '$lib/contract/grade';
import type { Mark } from '$lib/contract/marks';
import type { TopicMastery } from '$lib/contract/mastery';
import type { Profile } from '$lib/contract/profile';
import type {
	AnsweredQuestion,
	AnswerVersion,
	RecordedAnswer,
	SessionItem,
	Summary
} from '$lib/contract/sessions';
import { pointGain } from '$lib/domain/grading/point-gain';
import type { Grade } from '$lib/domain/grading/types';
import { masteryFigures } from '$lib/domain/mastery/figures';
import type { MasteryState } from '$lib/domain/mastery/types';
import { roundHalfUp } from '$lib/domain/rounding';
import type { Settings } from '$lib/contract/settings';
import type { Question, Rubric } from '$lib/domain/types';
import { outcomeOf, type AnswerHistory, type Override } from '$lib/store/actions/answer-history';
import type { EventOf, QuestionSnapshot } from '$lib/store/event-records';
import type {
	MarkRecord,
	ProfileRecord,
	SessionRecord,
	SettingsRecord,
	SlotRecord,
	SummaryRecord
} from '$lib/store/records';

/** Stored records in the contract's shapes. Rounding happens here and nowhere else. */

export function ratio3(value: number): number {
	return roundHalfUp(value, 3);
}

function maybeRatio(value: number | null): number | null {
	return value === null ? null : ratio3(value);
}

/** UTC in the documented form, seconds and no zone suffix. */
export function utc(atMs: number): string {
	return new Date(atMs).toISOString().slice(0, 19);
}

export function presentProfile(profile: ProfileRecord): Profile {
	return {
		id: profile.id,
		name: profile.name,
		created_at: utc(profile.created.at_ms),
		interview_date: profile.interview_date,
		minutes_a_day: profile.minutes_a_day,
		target_topics: profile.target_topics === undefined ? null : [...profile.target_topics]
	};
}

export function presentMastery(state: MasteryState): TopicMastery {
	const figures = masteryFigures(state);
	return {
		topic: state.topic,
		mastery_level: ratio3(figures.mastery_level),
		semantic_avg: ratio3(figures.semantic_avg),
		keyword_avg: ratio3(figures.keyword_avg),
		sessions_attempted: state.sessions_attempted,
		questions_attempted: state.questions_attempted,
		correct_count: state.correct_count,
		avg_response_time: roundHalfUp(figures.avg_response_time, 1),
		current_difficulty: state.current_difficulty,
		level_locked: state.level_locked,
		mastery_velocity: ratio3(figures.mastery_velocity),
		trend: figures.trend,
		consecutive_good: state.consecutive_good,
		consecutive_poor: state.consecutive_poor,
		weak_concepts: [...figures.weak_concepts],
		strong_concepts: [...figures.strong_concepts],
		concept_stagnation: { ...figures.concept_stagnation },
		concept_masteries: Object.fromEntries(
			Object.entries(figures.concept_masteries).map(([name, concept]) => [
				name,
				{ ...concept, mastery_level: ratio3(concept.mastery_level) }
			])
		),
		last_mastery: ratio3(figures.last_mastery),
		last_session_date: state.last_answer === null ? null : utc(state.last_answer.at_ms),
		skipped: state.skipped,
		evidence: {
			answers: figures.evidence.answers,
			effective: roundHalfUp(figures.evidence.effective, 1)
		},
		mastery_low: ratio3(figures.mastery_low),
		mastery_high: ratio3(figures.mastery_high)
	};
}

/**
 * @param question the graded question as its pack has it now; undefined when the pack is gone, then
 * a point's `why` stands for its wording
 */
export function presentGrade(
	grade: Grade,
	question: Pick<Rubric, 'points'> | undefined
): GradeResponse {
	const wordings = new Map(question?.points.map((point) => [point.id, point.wordings[0]]));
	return {
		score: ratio3(grade.score),
		score_low: ratio3(grade.score_low),
		score_high: ratio3(grade.score_high),
		semantic_similarity: maybeRatio(grade.semantic_similarity),
		keyword_coverage: ratio3(grade.keyword_coverage),
		cosine: maybeRatio(grade.cosine),
		novel_cosine: maybeRatio(grade.novel_cosine),
		alignment: maybeRatio(grade.alignment),
		raw: {
			semantic_similarity: maybeRatio(grade.raw.semantic_similarity),
			keyword_coverage: ratio3(grade.raw.keyword_coverage)
		},
		correct: grade.correct,
		band: grade.band,
		state: grade.state,
		points: grade.points.map((point) => ({
			id: point.id,
			concept: point.concept,
			state: point.state,
			coverage: ratio3(point.coverage),
			weight: ratio3(point.weight),
			gain: ratio3(pointGain(grade, point, question)),
			why: point.why,
			wording: wordings.get(point.id) ?? point.why,
			spans: point.spans.map(([start, end]): [number, number] => [start, end]),
			...(point.mixed_up === undefined ? {} : { mixed_up: point.mixed_up })
		})),
		keywords: grade.keywords.map(({ term, found, span }) => ({
			term,
			found,
			span: span === null ? null : [span[0], span[1]]
		})),
		flags: grade.flags.map((flag) => ({ ...flag, cap: maybeRatio(flag.cap) })),
		grader: grade.grader,
		model: grade.model
	};
}

export function presentOverride({ point, said, wording, at_ms }: Override) {
	return { point, said, ...(wording === undefined ? {} : { wording }), at: utc(at_ms) };
}

/** What a profile may choose; what the app keeps for itself stays out. */
export function presentSettings({
	question_count,
	show_timer,
	ask_confidence = true
}: SettingsRecord): Settings {
	return { question_count, show_timer, ask_confidence };
}

/** Everything that became of an answer, oldest first. */
export function presentHistory({ events }: AnswerHistory): AnswerVersion[] {
	return events.flatMap((event): AnswerVersion[] => {
		const at = utc(event.at_ms);
		switch (event.kind) {
			case 'answer_given':
				return [{ at, what: 'given', text: event.text }];
			case 'answer_edited':
				return [{ at, what: 'edited', text: event.text }];
			case 'point_overridden':
				return [{ at, what: 'corrected', point: event.point, said: event.said }];
			case 'answer_undone':
				return [{ at, what: 'undone' }];
			case 'answer_restored':
				return [{ at, what: 'restored' }];
			case 'answer_graded':
				return [
					{
						at,
						what: event.cause === 'regraded' ? 'regraded' : 'graded',
						score: ratio3(event.grade.score),
						grader: event.grade.grader,
						model: event.grade.model
					}
				];
			case 'session_started':
			case 'hint_shown':
			case 'follow_up_given':
			case 'question_shown':
			case 'session_completed':
			case 'activity_done':
			case 'activity_declined':
			case 'mastery_reset':
			case 'reset_undone':
			case 'level_locked':
			case 'question_marked':
			case 'plan_saved':
			case 'plan_removed':
				return [];
		}
	});
}

export function presentMark({ profile_id: _, at_ms, ...mark }: MarkRecord): Mark {
	return { ...mark, marked_at: utc(at_ms) };
}

export function presentKey(question: Question | undefined): z.infer<typeof answerKey> | null {
	return question === undefined
		? null
		: {
				expected: [...question.expected],
				explanation: question.explanation,
				follow_ups: [...question.follow_ups]
			};
}

/** @param most questions that can come at all; left out: as many as the session wants */
export function presentQuestion(
	question: QuestionSnapshot | Question,
	session: SessionRecord,
	slot: SlotRecord,
	topicTitle: string,
	most = session.question_count
): AnsweredQuestion {
	return {
		id: question.id,
		topic: question.topic,
		topic_title: topicTitle,
		difficulty: question.difficulty,
		kind: question.kind,
		prompt: question.prompt,
		number: session.slots.indexOf(slot) + 1,
		of: Math.max(Math.min(session.question_count, most), session.slots.length)
	};
}

/** An answer as it is now, with its latest text. */
export function presentAnswer(history: AnswerHistory): RecordedAnswer {
	return presentGiven(history.given, outcomeOf(history), history.text);
}

export function presentGiven(
	given: EventOf<'answer_given'>,
	state: RecordedAnswer['state'],
	text = given.text
): RecordedAnswer {
	return {
		id: given.id,
		state,
		text,
		response_time: roundHalfUp(given.response_seconds, 1),
		confidence: given.confidence ?? null,
		answered_at: utc(given.at_ms)
	};
}

export function presentSession(session: SessionRecord): SessionItem {
	const done = session.completed_at_ms !== null;
	return {
		id: session.id,
		session_type: session.session_type,
		topic: session.topic,
		score: done ? percent1(session.summary?.score ?? null) : null,
		duration: Math.round(session.duration_seconds),
		created_at: utc(session.created_at_ms),
		completed_at: session.completed_at_ms === null ? null : utc(session.completed_at_ms)
	};
}

export function presentSummary(summary: SummaryRecord): Summary {
	return {
		...summary,
		score: percent1(summary.score),
		strengths: [...summary.strengths],
		to_fix: summary.to_fix.map((item) => ({ ...item })),
		mastery_before: ratio3(summary.mastery_before),
		mastery_after: ratio3(summary.mastery_after)
	};
}

export function percent1(value: number | null): number | null {
	return value === null ? null : roundHalfUp(value, 1);
}
