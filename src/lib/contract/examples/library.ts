import type { TopicItem } from '../topics';
import type { LIBRARY_ROUTES } from '../routes/library';
import type { RouteExamples } from './example';
import { MARK, PLAN, SAVED_PLAN } from './records';

const TOPIC: TopicItem = {
	topic: 'databases',
	title: 'Databases',
	description: 'How relational databases keep data correct and find it quickly.',
	questions: 15,
	concepts: [
		{ id: 'normalization', title: 'Normalization' },
		{ id: 'indexes', title: 'Indexes' }
	],
	difficulty_counts: { easy: 5, medium: 5, hard: 5 },
	kinds: ['technical']
};

export const LIBRARY_EXAMPLES: RouteExamples<keyof typeof LIBRARY_ROUTES> = {
	'GET /api/profile/action_plans': { reply: { action_plans: [PLAN, SAVED_PLAN] } },
	'POST /api/profile/action_plans': { reply: { action_plan: SAVED_PLAN } },
	'DELETE /api/profile/action_plans/:id': {
		params: { id: SAVED_PLAN.id },
		reply: { removed: SAVED_PLAN.id }
	},
	'GET /api/topics': { reply: { topics: [TOPIC] } },
	'GET /api/marks': { query: { kind: 'bookmarked' }, reply: { marks: [MARK] } },
	'PATCH /api/marks/:question_id': {
		params: { question_id: MARK.question_id },
		body: { topic: 'databases', bookmarked: true, note: MARK.note },
		reply: { mark: MARK }
	},
	'GET /api/packs': { reply: { packs: [{ ...TOPIC, built_in: true }] } },
	'POST /api/packs': {
		body: { topic: 'my_questions', title: 'My questions', questions: [{ id: 'mine-1' }] },
		reply: {
			pack: {
				...TOPIC,
				topic: 'my_questions',
				title: 'My questions',
				description: '',
				questions: 1,
				concepts: [],
				difficulty_counts: { easy: 0, medium: 1, hard: 0 },
				built_in: false
			}
		}
	},
	'PATCH /api/packs/:topic': {
		params: { topic: 'databases' },
		body: { title: 'Relational databases' },
		reply: { pack: { ...TOPIC, title: 'Relational databases', built_in: false } }
	},
	'DELETE /api/packs/:topic': {
		params: { topic: 'databases' },
		reply: { removed: 'databases' }
	}
};
