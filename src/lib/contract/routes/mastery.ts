import {
	levelRequest,
	levelResponse,
	masteryResponse,
	progressResponse,
	resetRequest,
	resetResponse,
	undoableResetsResponse,
	undoResetResponse
} from '../mastery';
import type { RouteTable } from './spec';

export const MASTERY_ROUTES = {
	'GET /api/user/progress': {
		group: 'Mastery',
		summary: 'Mastery of every practised topic, and overall',
		description:
			'avg_mastery is the plain mean over practised topics; without any, zeros and an empty object.',
		auth: true,
		replies: { 200: progressResponse }
	},
	'GET /api/adaptive/mastery/:topic': {
		group: 'Mastery',
		summary: 'Mastery of one topic in detail',
		description:
			'A topic never practised gives the defaults (zeros, medium) and exists: false. Concepts below 0.6 are weak, from 0.8 strong.',
		auth: true,
		replies: { 200: masteryResponse }
	},
	'PUT /api/adaptive/level/:topic': {
		group: 'Mastery',
		summary: 'Hold the level of a topic where it is, or let it move again',
		description: 'Streaks go on counting while it is held. Needs an answer in the topic.',
		auth: true,
		body: levelRequest,
		replies: { 200: levelResponse }
	},
	'POST /api/user/reset_mastery': {
		group: 'Mastery',
		summary: 'Forget the mastery of a topic, or of "all"; session history stays',
		auth: true,
		body: resetRequest,
		replies: { 200: resetResponse }
	},
	'GET /api/user/resets': {
		group: 'Mastery',
		summary: 'Resets that can still be undone',
		description: 'A reset can be undone until the next answer in its topic.',
		auth: true,
		replies: { 200: undoableResetsResponse }
	},
	'POST /api/user/undo_reset': {
		group: 'Mastery',
		summary: 'Bring back the mastery that a reset removed, of a topic or of "all"',
		description: 'Possible until the next answer in the topic; otherwise the list is empty.',
		auth: true,
		body: resetRequest,
		replies: { 200: undoResetResponse }
	}
} as const satisfies RouteTable;
