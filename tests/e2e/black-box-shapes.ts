import {
	change,
	count,
	flag,
	level,
	listOf,
	mapOf,
	names,
	orNull,
	ratio,
	score,
	seconds,
	shape,
	text,
	time
} from './black-box';

/** The responses of the specification, field by field. */

const concept = shape({
	mastery_level: ratio,
	attempts: count,
	correct: count,
	is_weak: flag,
	is_strong: flag,
	stagnation_count: count
});

export const progress = shape({
	topics: mapOf(
		shape({
			mastery: ratio,
			sessions_attempted: count,
			questions_attempted: count,
			correct_count: count,
			last_session_date: time,
			semantic_avg: ratio,
			keyword_avg: ratio,
			weak_concepts: names,
			strong_concepts: names,
			current_difficulty: level,
			mastery_velocity: change
		})
	),
	overall: shape({ avg_mastery: ratio, total_sessions: count, topics_count: count })
});

export const mastery = shape({
	mastery: shape({
		topic: text,
		mastery_level: ratio,
		semantic_avg: ratio,
		keyword_avg: ratio,
		sessions_attempted: count,
		questions_attempted: count,
		correct_count: count,
		avg_response_time: seconds,
		current_difficulty: level,
		mastery_velocity: change,
		consecutive_good: count,
		consecutive_poor: count,
		weak_concepts: names,
		strong_concepts: names,
		concept_stagnation: mapOf(count),
		concept_masteries: mapOf(concept),
		last_mastery: ratio,
		last_session_date: orNull(time)
	}),
	exists: flag
});

const session = {
	id: count,
	session_type: text,
	topic: text,
	score,
	duration: count,
	created_at: time,
	completed_at: orNull(time)
};
export const sessions = shape({ sessions: listOf(shape(session)) });

const withFeedback = listOf(
	shape({ ...session, feedback: shape({ answered: count, correct: count, score }) })
);
export const dashboard = shape({
	interview_sessions: withFeedback,
	debugging_sessions: withFeedback,
	stats: shape({ total_sessions: count, questions_attempted: count, correct_count: count })
});

export const debuggingHistory = shape({
	history: listOf(shape(session)),
	challenges_completed: count,
	performance_summary: shape({ sessions: count, challenges: count, solved: count }),
	concepts_practiced: names
});

export const actionPlans = shape({
	action_plans: listOf(
		shape({
			topics_to_focus: listOf(shape({ topic: text, mastery: ratio, reason: text })),
			weak_concepts: listOf(shape({ topic: text, concept: text, mastery: ratio, reason: text })),
			recommended_sessions: listOf(shape({ session_type: text, topic: text, reason: text })),
			difficulty_adjustments: listOf(shape({ topic: text, from: level, to: level, reason: text }))
		})
	)
});
