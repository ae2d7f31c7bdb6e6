import {
	answerRequest,
	answerResponse,
	completeResponse,
	createSessionRequest,
	createSessionResponse,
	dashboardResponse,
	draftRequest,
	draftResponse,
	historyQuery,
	historyResponse,
	sessionDetailResponse,
	sessionsQuery,
	sessionsResponse,
	waitingResponse
} from '../sessions';
import { debuggingHistoryResponse } from '../profile';
import type { RouteTable } from './spec';

export const SESSION_ROUTES = {
	'GET /api/dashboard_data': {
		group: 'Sessions',
		summary: 'All sessions with their feedback, newest first, and totals',
		auth: true,
		replies: { 200: dashboardResponse }
	},
	'GET /api/sessions': {
		group: 'Sessions',
		summary: 'The last 20 sessions by date',
		description: 'Older ones: before=<id of the last one seen>; up to 100 at a time with limit.',
		auth: true,
		query: sessionsQuery,
		replies: { 200: sessionsResponse },
		problems: [404]
	},
	'GET /api/history': {
		group: 'Sessions',
		summary: 'Sessions with their feedback, page by page',
		description: 'Newest first, 20 at a time unless limit says otherwise (at most 100).',
		auth: true,
		query: historyQuery,
		replies: { 200: historyResponse },
		problems: [404]
	},
	'POST /api/sessions': {
		group: 'Sessions',
		summary: 'Begin a session; replies with its first question',
		auth: true,
		body: createSessionRequest,
		replies: { 201: createSessionResponse }
	},
	'GET /api/sessions/:id': {
		group: 'Sessions',
		summary: 'A session with its answers, grades, corrections and open question',
		auth: true,
		replies: { 200: sessionDetailResponse },
		problems: [404]
	},
	'POST /api/sessions/:id/answers': {
		group: 'Sessions',
		summary: 'Answer or skip the open question',
		description:
			'At most 50,000 code points. 202 when the model is not ready: the answer is kept and graded later.',
		auth: true,
		body: answerRequest,
		replies: { 200: answerResponse, 202: waitingResponse },
		problems: [404]
	},
	'PUT /api/sessions/:id/draft': {
		group: 'Sessions',
		summary: 'Keep what is being typed for the open question',
		auth: true,
		body: draftRequest,
		replies: { 200: draftResponse },
		problems: [404]
	},
	'POST /api/sessions/:id/complete': {
		group: 'Sessions',
		summary: 'End a session; twice gives the same',
		auth: true,
		replies: { 200: completeResponse },
		problems: [404]
	},
	'GET /api/profile/debugging_history': {
		group: 'Sessions',
		summary: 'Debugging sessions, their challenges and how they went',
		auth: true,
		replies: { 200: debuggingHistoryResponse }
	}
} as const satisfies RouteTable;
