import { actionPlansResponse, savedPlanResponse, removedPlanResponse } from '../plans';
import { markRequest, markResponse, marksQuery, marksResponse } from '../marks';
import {
	packPatchRequest,
	packRequest,
	packResponse,
	packsResponse,
	removedPackResponse
} from '../packs';
import { topicsResponse } from '../topics';
import type { RouteTable } from './spec';

export const LIBRARY_ROUTES = {
	'GET /api/profile/action_plans': {
		group: 'Plans',
		summary: 'What to practise next, computed from mastery now; saved plans after it',
		auth: true,
		replies: { 200: actionPlansResponse }
	},
	'POST /api/profile/action_plans': {
		group: 'Plans',
		summary: 'Save the current plan, to see later what came of it',
		description: 'At most 100 plans are kept.',
		auth: true,
		replies: { 201: savedPlanResponse }
	},
	'DELETE /api/profile/action_plans/:id': {
		group: 'Plans',
		summary: 'Remove a saved plan',
		auth: true,
		replies: { 200: removedPlanResponse },
		problems: [404]
	},
	'GET /api/topics': {
		group: 'Questions',
		summary: 'Topics that can be practised',
		auth: true,
		replies: { 200: topicsResponse }
	},
	'GET /api/marks': {
		group: 'Questions',
		summary: 'Questions bookmarked, hidden, flagged or annotated',
		auth: true,
		query: marksQuery,
		replies: { 200: marksResponse }
	},
	'PATCH /api/marks/:question_id': {
		group: 'Questions',
		summary: 'Bookmark, hide, flag or annotate a question',
		description: 'A hidden question is not asked any more. Fields left out stay as they are.',
		auth: true,
		body: markRequest,
		replies: { 200: markResponse },
		problems: [404]
	},
	'GET /api/packs': {
		group: 'Questions',
		summary: 'Question packs on this device',
		auth: true,
		replies: { 200: packsResponse }
	},
	'POST /api/packs': {
		group: 'Questions',
		summary: 'Add a pack; not possible in this version, which answers 409',
		auth: true,
		body: packRequest,
		replies: { 201: packResponse }
	},
	'PATCH /api/packs/:topic': {
		group: 'Questions',
		summary: 'Change a pack; the built-in ones cannot be changed and answer 409',
		auth: true,
		body: packPatchRequest,
		replies: { 200: packResponse },
		problems: [404]
	},
	'DELETE /api/packs/:topic': {
		group: 'Questions',
		summary: 'Remove a pack; the built-in ones cannot be removed and answer 409',
		auth: true,
		replies: { 200: removedPackResponse },
		problems: [404]
	}
} as const satisfies RouteTable;
