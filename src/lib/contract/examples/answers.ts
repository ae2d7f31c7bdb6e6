import type { RegradeState } from '../regrade';
import type { ANSWER_ROUTES } from '../routes/answers';
import type { RouteExamples } from './example';
import { ANSWER, GRADE, MASTERY, OVERRIDE, QUESTION } from './records';

const CORRECTED = { answer: ANSWER, grade: GRADE, overrides: [OVERRIDE], mastery: MASTERY };

const REGRADE: RegradeState = {
	grader: '4',
	model: 'afdb6f1a',
	outdated: 12,
	without_question: 0,
	measured: 3,
	changes: [
		{
			answer_id: ANSWER.id,
			session_id: 146,
			topic: 'databases',
			prompt: QUESTION.prompt,
			score_before: 0.57,
			score_after: 0.74,
			correct_before: false,
			correct_after: true
		}
	]
};

export const ANSWER_EXAMPLES: RouteExamples<keyof typeof ANSWER_ROUTES> = {
	'GET /api/answers': {
		query: { q: 'normal form' },
		reply: {
			answers: [
				{
					answer: ANSWER,
					session_id: 146,
					topic: 'databases',
					question: { id: QUESTION.id, prompt: QUESTION.prompt },
					score: 0.74
				}
			],
			next: null
		}
	},
	'POST /api/answers/:id/override': {
		params: { id: ANSWER.id },
		body: { point: 'second-nf', said: true },
		reply: CORRECTED
	},
	'PUT /api/answers/:id': {
		params: { id: ANSWER.id },
		body: { answer: `${ANSWER.text} Second normal form rules out partial dependencies.` },
		reply: { ...CORRECTED, overrides: [] }
	},
	'DELETE /api/answers/:id': {
		params: { id: ANSWER.id },
		reply: { ...CORRECTED, answer: { ...ANSWER, state: 'undone' } }
	},
	'POST /api/answers/:id/restore': { params: { id: ANSWER.id }, reply: CORRECTED },
	'POST /api/answers/grade_waiting': {
		reply: {
			graded: [{ answer_id: ANSWER.id, session_id: 146, grade: GRADE, follow_up: null }],
			waiting: 0
		}
	},
	'GET /api/regrade': { reply: REGRADE },
	'POST /api/regrade/measure': { body: { limit: 10 }, reply: REGRADE },
	'POST /api/regrade/accept': {
		reply: {
			accepted: 3,
			topics: [{ topic: 'databases', mastery_before: 0.71, mastery_after: 0.785 }]
		}
	},
	'DELETE /api/regrade': { reply: { discarded: 3 } },
	'POST /api/grade': {
		body: {
			question: {
				prompt: 'What is a deadlock?',
				expected: ['Two threads each hold a lock that the other one waits for.'],
				keywords: [{ term: 'lock', aliases: ['mutex'] }]
			},
			answer: 'Each of two threads waits for a lock that the other holds.'
		},
		reply: {
			grade: {
				...GRADE,
				points: [],
				keywords: [{ term: 'lock', found: true, span: [34, 38] }]
			}
		}
	}
};
