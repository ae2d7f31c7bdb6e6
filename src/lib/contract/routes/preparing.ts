import { advertRequest, advertResponse } from '../adverts';
import { readinessResponse } from '../readiness';
import type { RouteTable } from './spec';

export const PREPARING_ROUTES = {
	'GET /api/profile/readiness': {
		group: 'Plans',
		summary: 'Expected mastery on the day of the interview, and a plan for each day until then',
		description:
			'For the topics of the profile’s target_topics, or all practised ones. Without an interview date, or after it, message and missing say what to set. At most 366 days are planned.',
		auth: true,
		replies: { 200: readinessResponse }
	},
	'POST /api/adverts': {
		group: 'Plans',
		summary: 'What a job advert asks for, held against your mastery; records nothing',
		description: 'Read on this device, never stored. Up to 20,000 characters.',
		auth: true,
		body: advertRequest,
		replies: { 200: advertResponse }
	}
} as const satisfies RouteTable;
