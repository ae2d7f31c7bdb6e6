import type { MASTERY_ROUTES } from '../routes/mastery';
import type { RouteExamples } from './example';
import { MASTERY } from './records';

export const MASTERY_EXAMPLES: RouteExamples<keyof typeof MASTERY_ROUTES> = {
	'GET /api/user/progress': {
		reply: {
			topics: {
				databases: {
					mastery: 0.785,
					sessions_attempted: 12,
					questions_attempted: 96,
					correct_count: 78,
					last_session_date: '2026-03-03T18:03:02',
					semantic_avg: 0.796,
					keyword_avg: 0.768,
					weak_concepts: ['normalization'],
					strong_concepts: ['indexes'],
					current_difficulty: 'medium',
					mastery_velocity: 0.042
				},
				python: {
					mastery: 0.892,
					sessions_attempted: 8,
					questions_attempted: 64,
					correct_count: 59,
					last_session_date: '2026-03-02T17:20:45',
					semantic_avg: 0.9,
					keyword_avg: 0.88,
					weak_concepts: ['decorators'],
					strong_concepts: ['generators'],
					current_difficulty: 'hard',
					mastery_velocity: 0.011
				}
			},
			overall: { avg_mastery: 0.839, total_sessions: 20, topics_count: 2 }
		}
	},
	'GET /api/adaptive/mastery/:topic': {
		params: { topic: 'databases' },
		reply: { mastery: MASTERY, exists: true }
	},
	'PUT /api/adaptive/level/:topic': {
		params: { topic: 'databases' },
		body: { locked: true },
		reply: { mastery: { ...MASTERY, level_locked: true } }
	},
	'POST /api/user/reset_mastery': {
		body: { topic: 'databases' },
		reply: {
			success: true,
			message: 'Mastery was reset for: databases. Your session history is kept.',
			topics_reset: ['databases']
		}
	},
	'GET /api/user/resets': {
		reply: { resets: [{ topic: 'databases', reset_at: '2026-03-03T18:20:00' }] }
	},
	'POST /api/user/undo_reset': {
		body: { topic: 'databases' },
		reply: {
			success: true,
			message: 'Mastery is back for: databases.',
			topics_restored: ['databases']
		}
	}
};
