import { activityDoneResponse, activityRequest, activityResponse } from '../activities';
import type { RouteTable } from './spec';

export const ACTIVITY_ROUTES = {
	'GET /api/sessions/:id/activity': {
		group: 'Sessions',
		summary: 'What is offered instead of the open question, with all its content',
		description:
			'Only where the open question has an activity: its concept has not risen for two answers or more. Asking for a gap-fill counts as having seen the model answer. 503 while the model that a contrast needs is on its way.',
		auth: true,
		replies: { 200: activityResponse },
		problems: [404, 409]
	},
	'POST /api/sessions/:id/activity': {
		group: 'Sessions',
		summary: 'Do the activity, or ask for the plain question instead',
		description:
			'Moves no mastery and no score of the session; the concept then rests until the next day. 503 when the model is not ready: the answer is kept as the draft.',
		auth: true,
		body: activityRequest,
		replies: { 200: activityDoneResponse },
		problems: [404]
	}
} as const satisfies RouteTable;
