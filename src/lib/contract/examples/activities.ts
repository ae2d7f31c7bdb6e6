import type { ACTIVITY_ROUTES } from '../routes/activities';
import type { RouteExamples } from './example';
import { NEXT_QUESTION, QUESTION } from './records';

export const ACTIVITY_EXAMPLES: RouteExamples<keyof typeof ACTIVITY_ROUTES> = {
	'GET /api/sessions/:id/activity': {
		params: { id: '146' },
		reply: {
			activity: {
				kind: 'gap_fill',
				question_id: QUESTION.id,
				concept: 'normalization',
				concept_title: 'Normalization',
				reason:
					'“Normalization” has not risen in 3 answers (0.44). Instead of the same again: fill the gaps in the model answer.',
				note: null,
				explanation: 'Each form includes the ones before it.',
				parts: [
					'First normal form says that each column holds a single ',
					{ gap: 0, length: 6 },
					' value; third normal form rules out ',
					{ gap: 1, length: 10 },
					' dependencies. Normalization protects you from ',
					{ gap: 2, length: 10 },
					'.'
				],
				gaps: 3
			}
		}
	},
	'POST /api/sessions/:id/activity': {
		params: { id: '146' },
		body: { question_id: QUESTION.id, gaps: ['atomic', 'transitive', 'anomaly'] },
		reply: {
			result: {
				kind: 'gap_fill',
				score: 0.667,
				gaps: [
					{
						right: true,
						given: 'atomic',
						wanted: 'atomic',
						why: 'A list in a column cannot be searched or joined.'
					},
					{ right: true, given: 'transitive', wanted: 'transitive', why: null },
					{
						right: false,
						given: 'anomaly',
						wanted: 'redundancy',
						why: 'A fact kept twice can come to differ.'
					}
				]
			},
			next_question: NEXT_QUESTION
		}
	}
};
