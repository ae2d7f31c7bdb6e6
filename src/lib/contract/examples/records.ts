import type { FollowUp, GivenFollowUp } from '../follow-up';
import type { GradeResponse } from '../grade';
import type { Mark } from '../marks';
import type { TopicMastery } from '../mastery';
import type { ActionPlan, SavedPlan } from '../plans';
import type { Profile } from '../profile';
import type {
	HistorySession,
	OpenQuestion,
	Override,
	RecordedAnswer,
	SessionItem,
	SessionWithFeedback,
	Summary
} from '../sessions';

/** What the examples of several routes show: one person on one evening. */

export const PROFILE: Profile = {
	id: '01KJTBV5T0M8Q2W4X6Y8Z0A1B2',
	name: 'Me',
	created_at: '2026-02-20T18:05:11',
	interview_date: '2026-03-31',
	minutes_a_day: 20,
	target_topics: null
};

export const SESSION: SessionItem = {
	id: 145,
	session_type: 'technical',
	topic: 'databases',
	score: 78.5,
	duration: 600,
	created_at: '2026-03-03T14:30:00',
	completed_at: '2026-03-03T14:40:00'
};

export const OPEN_SESSION: SessionItem = {
	...SESSION,
	id: 146,
	score: null,
	duration: 0,
	created_at: '2026-03-03T18:02:10',
	completed_at: null
};

export const SUMMARY: Summary = {
	answered: 5,
	skipped: 0,
	waiting: 0,
	correct: 4,
	score: 78.5,
	strengths: ['Indexes', 'Joins'],
	to_fix: [
		{
			question_id: 'db-normal-forms',
			point: 'second-nf',
			why: 'It only matters for composite keys; with a single-column key 2NF comes by itself.'
		}
	],
	mastery_before: 0.743,
	mastery_after: 0.785
};

export const SESSION_WITH_FEEDBACK: SessionWithFeedback = { ...SESSION, feedback: SUMMARY };

export const HISTORY_SESSION: HistorySession = {
	...SESSION_WITH_FEEDBACK,
	asked_topics: ['databases']
};

export const QUESTION: OpenQuestion = {
	id: 'db-normal-forms',
	topic: 'databases',
	topic_title: 'Databases',
	difficulty: 'medium',
	kind: 'technical',
	prompt:
		'Explain the first, second and third normal form, and what normalization protects you from.',
	number: 1,
	of: 5,
	reason: 'Weak: Normalization',
	activity: null,
	hints: [],
	hints_left: 2,
	next_cap: 0.9
};

export const NEXT_QUESTION: OpenQuestion = {
	...QUESTION,
	id: 'db-lost-update',
	prompt: 'What is a lost update, and how can it be prevented?',
	number: 2,
	reason: 'New: Isolation levels'
};

export const FOLLOW_UP: FollowUp = {
	point: 'second-nf',
	prompt:
		'Good, you have explained normalization. There is one more point, about keys and constraints, worth 0.20. What would you add?'
};

export const GIVEN_FOLLOW_UP: GivenFollowUp = {
	...FOLLOW_UP,
	text: 'In second normal form nothing hangs on only a part of a composite key.',
	covered: true,
	coverage: 0.71,
	why: 'It only matters for composite keys; with a single-column key 2NF comes by itself.',
	wording: 'Every non-key column depends on the whole composite key.',
	note: null
};

export const ANSWER: RecordedAnswer = {
	id: '01KJTC2V7GZJ4N6P8R0S2T4V6W',
	state: 'graded',
	text: 'In first normal form each column holds one atomic value, without lists. Third normal form rules out transitive dependencies.',
	response_time: 45.2,
	confidence: 'sure',
	answered_at: '2026-03-03T18:03:02'
};

export const GRADE: GradeResponse = {
	score: 0.74,
	score_low: 0.62,
	score_high: 0.86,
	semantic_similarity: 0.807,
	keyword_coverage: 0.64,
	cosine: 0.71,
	novel_cosine: 0.58,
	alignment: 0.79,
	raw: { semantic_similarity: 0.807, keyword_coverage: 0.64 },
	correct: true,
	band: 'good',
	state: 'final',
	points: [
		{
			id: 'first-nf',
			concept: 'normalization',
			state: 'covered',
			coverage: 0.92,
			weight: 0.5,
			gain: 0.024,
			why: 'A list inside a column cannot be constrained, joined or indexed like ordinary values.',
			wording: 'First normal form means that each column holds a single atomic value.',
			spans: [[0, 70]]
		},
		{
			id: 'second-nf',
			concept: 'keys_constraints',
			state: 'missing',
			coverage: 0.31,
			weight: 0.5,
			gain: 0.2,
			why: 'It only matters for composite keys; with a single-column key 2NF comes by itself.',
			wording: 'Every non-key column depends on the whole composite key.',
			spans: []
		}
	],
	keywords: [
		{ term: 'atomic', found: true, span: [45, 51] },
		{ term: 'partial dependency', found: false, span: null }
	],
	flags: [],
	grader: '1',
	model: 'afdb6f1a'
};

export const OVERRIDE: Override = { point: 'second-nf', said: true, at: '2026-03-03T18:05:40' };

export const MASTERY: TopicMastery = {
	topic: 'databases',
	mastery_level: 0.785,
	semantic_avg: 0.796,
	keyword_avg: 0.768,
	sessions_attempted: 12,
	questions_attempted: 96,
	correct_count: 78,
	avg_response_time: 45.2,
	current_difficulty: 'medium',
	level_locked: false,
	mastery_velocity: 0.042,
	trend: 'up',
	consecutive_good: 2,
	consecutive_poor: 0,
	weak_concepts: ['normalization'],
	strong_concepts: ['indexes'],
	concept_stagnation: { normalization: 2 },
	concept_masteries: {
		normalization: {
			mastery_level: 0.512,
			attempts: 8,
			correct: 3,
			is_weak: true,
			is_strong: false,
			stagnation_count: 2,
			last_seen: 1772562182
		},
		indexes: {
			mastery_level: 0.921,
			attempts: 12,
			correct: 11,
			is_weak: false,
			is_strong: true,
			stagnation_count: 0,
			last_seen: 1772548200
		}
	},
	last_mastery: 0.743,
	last_session_date: '2026-03-03T18:03:02',
	skipped: 3,
	evidence: { answers: 96, effective: 5 },
	mastery_low: 0.68,
	mastery_high: 0.89
};

export const MARK: Mark = {
	question_id: 'db-normal-forms',
	topic: 'databases',
	prompt: QUESTION.prompt,
	bookmarked: true,
	hidden: false,
	flagged: false,
	note: 'Ask myself for an example of each form.',
	marked_at: '2026-03-03T18:06:00'
};

export const PLAN: ActionPlan = {
	created_at: '2026-03-03T18:10:00',
	topics_to_focus: [
		{
			topic: 'databases',
			mastery: 0.42,
			reason: 'Mastery is 0.42 after 14 answers; solid begins at 0.70.'
		}
	],
	weak_concepts: [
		{
			topic: 'databases',
			concept: 'isolation_levels',
			mastery: 0.31,
			attempts: 5,
			reason: 'Mastery is 0.31 after 5 answers.'
		}
	],
	recommended_sessions: [
		{
			session_type: 'technical',
			topic: 'databases',
			minutes: 10,
			reason: 'A technical session at level medium asks its weak concepts first.'
		}
	],
	difficulty_adjustments: []
};

export const SAVED_PLAN: SavedPlan = {
	...PLAN,
	id: '01KJTCF3X0B2D4F6H8J0K2M4N6',
	outcome: [{ topic: 'databases', mastery_then: 0.42, mastery_now: 0.58 }],
	sessions_since: 3
};
