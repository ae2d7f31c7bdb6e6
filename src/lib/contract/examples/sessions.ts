import type { SESSION_ROUTES } from '../routes/sessions';
import type { RouteExamples } from './example';
import {
	ANSWER,
	FOLLOW_UP,
	GIVEN_FOLLOW_UP,
	GRADE,
	HISTORY_SESSION,
	MARK,
	MASTERY,
	NEXT_QUESTION,
	OPEN_SESSION,
	OVERRIDE,
	QUESTION,
	SESSION,
	SESSION_WITH_FEEDBACK,
	SUMMARY
} from './records';

const {
	reason: _,
	activity: __,
	hints: ___,
	hints_left: ____,
	next_cap: _____,
	...ANSWERED
} = QUESTION;
const ANSWER_KEY = {
	expected: ['First normal form says that each column holds a single atomic value …'],
	explanation: 'Each form includes the ones before it.',
	follow_ups: ['When would you denormalize on purpose?']
};

export const SESSION_EXAMPLES: RouteExamples<keyof typeof SESSION_ROUTES> = {
	'GET /api/dashboard_data': {
		reply: {
			interview_sessions: [SESSION_WITH_FEEDBACK],
			debugging_sessions: [],
			stats: {
				total_sessions: 12,
				sessions_by_type: { technical: 12, mock: 0, coding: 0, debugging: 0 },
				questions_attempted: 96,
				correct_count: 78,
				accuracy: 0.813,
				avg_score: 74.2,
				practice_seconds: 5400,
				practice_days: 9
			}
		}
	},
	'GET /api/sessions': { query: { type: 'technical' }, reply: { sessions: [SESSION] } },
	'GET /api/history': {
		query: { topic: 'databases' },
		reply: { sessions: [HISTORY_SESSION], next: null }
	},
	'POST /api/sessions': {
		body: { session_type: 'technical', topic: 'databases', question_count: 5 },
		reply: { session: OPEN_SESSION, question: QUESTION }
	},
	'GET /api/sessions/:id': {
		params: { id: '146' },
		reply: {
			session: OPEN_SESSION,
			answers: [
				{
					question: ANSWERED,
					answer: ANSWER,
					grade: GRADE,
					answer_key: ANSWER_KEY,
					response_time: 45.2,
					overrides: [OVERRIDE],
					history: [
						{ at: '2026-03-03T18:03:02', what: 'given', text: ANSWER.text },
						{
							at: '2026-03-03T18:03:02',
							what: 'graded',
							score: 0.74,
							grader: '1',
							model: 'afdb6f1a'
						}
					],
					follow_up: GIVEN_FOLLOW_UP,
					mark: MARK
				}
			],
			activities: [
				{
					kind: 'gap_fill',
					question_id: QUESTION.id,
					prompt: QUESTION.prompt,
					concept_title: 'Normalization',
					score: 0.667,
					at: '2026-03-03T18:03:40'
				}
			],
			question: NEXT_QUESTION,
			draft: 'A lost update is',
			seconds: 12.5,
			topics: ['databases'],
			asked_topics: ['databases'],
			focus: 'adaptive',
			time_limit: null,
			end_reason: null,
			summary: { ...SUMMARY, answered: 1, correct: 1, score: 74 }
		}
	},
	'POST /api/sessions/:id/answers': {
		params: { id: '146' },
		body: {
			question_id: 'db-normal-forms',
			answer: ANSWER.text,
			response_time: 45.2,
			confidence: 'sure'
		},
		reply: {
			answer: ANSWER,
			grade: GRADE,
			answer_key: ANSWER_KEY,
			mastery: MASTERY,
			follow_up: FOLLOW_UP,
			next_question: NEXT_QUESTION,
			end_reason: null
		}
	},
	'PUT /api/sessions/:id/draft': {
		params: { id: '146' },
		body: { question_id: 'db-lost-update', text: 'A lost update is', seconds: 12.5 },
		reply: { saved_at: '2026-03-03T18:04:00' }
	},
	'POST /api/sessions/:id/complete': {
		params: { id: '145' },
		reply: { session: SESSION, summary: SUMMARY }
	},
	'GET /api/profile/debugging_history': {
		reply: {
			history: [],
			challenges_completed: 0,
			performance_summary: {
				sessions: 0,
				challenges: 0,
				solved: 0,
				avg_score: null,
				avg_attempts: null,
				by_language: {}
			},
			concepts_practiced: []
		}
	}
};
