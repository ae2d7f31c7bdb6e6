import type { COACHING_ROUTES } from '../routes/coaching';
import type { RouteExamples } from './example';
import { ANSWER, GIVEN_FOLLOW_UP, NEXT_QUESTION } from './records';

export const COACHING_EXAMPLES: RouteExamples<keyof typeof COACHING_ROUTES> = {
	'POST /api/sessions/:id/hints': {
		params: { id: '146' },
		body: { question_id: NEXT_QUESTION.id },
		reply: {
			hint: 'Two people read the same balance, and both write it back.',
			number: 1,
			of: 2,
			cap: 0.9,
			next_cap: 0.8
		}
	},
	'POST /api/answers/:id/follow_up': {
		params: { id: ANSWER.id },
		body: { text: GIVEN_FOLLOW_UP.text, point: GIVEN_FOLLOW_UP.point },
		reply: { follow_up: GIVEN_FOLLOW_UP }
	},
	'GET /api/profile/confidence': {
		reply: {
			topics: [
				{
					topic: 'databases',
					ratings: 14,
					table: [
						{ confidence: 'guess', answers: 2, correct: 0, accuracy: 0, avg_score: 0.31 },
						{ confidence: 'unsure', answers: 3, correct: 2, accuracy: 0.667, avg_score: 0.64 },
						{ confidence: 'sure', answers: 9, correct: 6, accuracy: 0.667, avg_score: 0.71 }
					],
					brier: 0.237,
					message:
						'You were right in 6 of 9 answers you were sure of. You were sure more often than you were right: a second look pays off.'
				}
			]
		}
	}
};
