import type { ACCOUNT_ROUTES } from '../routes/account';
import type { RouteExamples } from './example';
import { PROFILE } from './records';

const TOKEN_ID = '2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae';

export const ACCOUNT_EXAMPLES: RouteExamples<keyof typeof ACCOUNT_ROUTES> = {
	'POST /api/auth/token': {
		body: {},
		reply: { token: 'yJ4k1mR8vXo2aZ0cQ7tW5bN9eH3gL6pSdUfIiKjMlOs', profile: PROFILE }
	},
	'DELETE /api/auth/token': { reply: { revoked: TOKEN_ID } },
	'GET /api/auth/tokens': {
		reply: { tokens: [{ id: TOKEN_ID, created_at: '2026-02-20T18:05:11', current: true }] }
	},
	'DELETE /api/auth/tokens/:id': { params: { id: TOKEN_ID }, reply: { revoked: TOKEN_ID } },
	'GET /api/profile': { reply: { profile: PROFILE } },
	'PATCH /api/profile': {
		body: { minutes_a_day: 20, target_topics: ['databases'] },
		reply: { profile: { ...PROFILE, target_topics: ['databases'] } }
	},
	'DELETE /api/profile': { query: { name: 'Kim' }, reply: { deleted: PROFILE.id } },
	'GET /api/profiles': { reply: { profiles: [{ ...PROFILE, current: true }] } },
	'POST /api/profiles': {
		body: { name: 'Kim' },
		reply: {
			profile: {
				...PROFILE,
				id: '01KJTD0Q60R4T6W8Y0A2C4E6G8',
				name: 'Kim',
				interview_date: null,
				minutes_a_day: null
			}
		}
	},
	'GET /api/settings': { reply: { settings: { question_count: 5, show_timer: true } } },
	'PATCH /api/settings': {
		body: { question_count: 8 },
		reply: { settings: { question_count: 8, show_timer: true } }
	},
	'GET /api/export': {
		reply: {
			format: 'mettle-backup',
			version: 1,
			exported_at: '2026-03-03T18:30:00',
			profile: PROFILE,
			settings: { question_count: 5, show_timer: true },
			events: [
				{
					id: '01KJTBZ4A0C2E4G6J8M0P2R4T6',
					kind: 'mastery_reset',
					at_ms: 1772562600000,
					offset_minutes: 0,
					profile_id: PROFILE.id,
					topic: 'databases'
				}
			]
		}
	},
	'POST /api/import': {
		body: { format: 'mettle-backup', version: 1 },
		reply: { added: 40, known: 0 }
	},
	'GET /api/health': {
		reply: {
			status: 'ok',
			version: '0.1.0',
			grader: '1',
			storage: { persistent: true },
			model: {
				state: 'ready',
				id: 'afdb6f1a',
				loaded_bytes: 0,
				total_bytes: 0,
				reason: null
			}
		}
	},
	'GET /api/openapi.json': {
		reply: {
			openapi: '3.1.0',
			info: { title: 'Mettle', version: '0.1.0', description: 'Answered on this device.' },
			tags: [],
			paths: {},
			components: { schemas: {}, responses: {} }
		}
	}
};
