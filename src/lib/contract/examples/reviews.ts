import type { REVIEW_ROUTES } from '../routes/reviews';
import type { RouteExamples } from './example';

export const REVIEW_EXAMPLES: RouteExamples<keyof typeof REVIEW_ROUTES> = {
	'GET /api/reviews': {
		reply: {
			due_count: 1,
			topics: [{ topic: 'databases', due: 1 }],
			questions: [
				{
					question_id: 'db-normal-forms',
					topic: 'databases',
					prompt: 'What is second normal form, and when does it matter?',
					due_at: '2026-03-03T18:05:40',
					last_score: 0.62,
					reason: 'Last answered 9 days ago with 0.62; about 81 % of it is likely to be left.'
				}
			],
			concepts: [
				{
					topic: 'databases',
					concept: 'normalization',
					due_at: '2026-03-03T18:05:40',
					retrievability: 0.813,
					reason: 'Last answered 9 days ago with 0.58; about 81 % of it is likely to be left.'
				}
			],
			upcoming: [
				{ date: '2026-03-04', count: 0 },
				{ date: '2026-03-05', count: 3 }
			],
			next_due: '2026-03-05',
			left_out: { hidden: 1, gone: 0, unreadable: 0 }
		}
	}
};
