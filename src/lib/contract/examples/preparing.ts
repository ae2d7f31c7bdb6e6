import type { PREPARING_ROUTES } from '../routes/preparing';
import type { RouteExamples } from './example';

export const PREPARING_EXAMPLES: RouteExamples<keyof typeof PREPARING_ROUTES> = {
	'GET /api/profile/readiness': {
		reply: {
			interview_date: '2026-03-31',
			days_left: 28,
			minutes_a_day: 20,
			missing: [],
			topics: [
				{
					topic: 'databases',
					mastery: 0.62,
					expected: 0.741,
					low: 0.568,
					high: 0.914,
					word: 'getting_there',
					reason:
						'Mastery is 0.62 after 14 answers. With the 31 questions planned until then, 0.74 is to be expected; anything from 0.57 to 0.91 would be no surprise. Solid begins at 0.70: within reach, not yet safe.'
				}
			],
			days: [
				{
					date: '2026-03-03',
					minutes: 6,
					entries: [
						{
							topic: 'databases',
							concept: 'isolation_levels',
							kind: 'learn',
							questions: 2,
							minutes: 6,
							reason: 'Isolation levels is at 0.31 after 5 answers; weak is below 0.60.',
							done_when:
								'Off the list once Isolation levels is at 0.80, or at 0.70 with two right answers.'
						}
					]
				}
			],
			more_days: 28,
			message: '28 days until your interview. The plan asks for at most 20 minutes a day.',
			assumes:
				'An estimate, not a promise. Each planned question is assumed to close 12 % of what its concept lacks.'
		}
	},
	'POST /api/adverts': {
		body: { text: 'You know PostgreSQL, isolation levels and Kubernetes.' },
		reply: {
			topics: [
				{
					topic: 'databases',
					title: 'Databases',
					times: 2,
					asked: [
						{ phrase: 'PostgreSQL', span: [9, 19] },
						{ phrase: 'isolation levels', span: [21, 37] }
					],
					mastery: 0.42,
					weak_concepts: ['isolation_levels'],
					never_practised: ['replication'],
					reason:
						'Asked for twice (PostgreSQL, isolation levels). Mastery is 0.42, below 0.70: a gap.'
				}
			],
			not_covered: [{ phrase: 'Kubernetes', span: [42, 52] }]
		}
	}
};
