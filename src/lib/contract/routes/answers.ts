import {
	answersQuery,
	answersResponse,
	correctedResponse,
	editRequest,
	editWaitingResponse,
	gradeRequest,
	gradeResponse,
	overrideRequest
} from '../answers';
import { gradeWaitingResponse } from '../sessions';
import {
	regradeAcceptedResponse,
	regradeDiscardedResponse,
	regradeMeasureRequest,
	regradeResponse
} from '../regrade';
import type { RouteTable } from './spec';

export const ANSWER_ROUTES = {
	'GET /api/answers': {
		group: 'Answers',
		summary: "Search in one's own answers",
		description:
			'Every word of q must occur in the answer or its question. Newest first; next is the value for before that goes on, null at the end. One request looks at no more than 2,000 answers.',
		auth: true,
		query: answersQuery,
		replies: { 200: answersResponse },
		problems: [404]
	},
	'POST /api/answers/:id/override': {
		group: 'Answers',
		summary: 'Say that a point was said, was not said, or take the correction back',
		description: 'said: true, false, or null to take the correction back.',
		auth: true,
		body: overrideRequest,
		replies: { 200: correctedResponse },
		problems: [404]
	},
	'PUT /api/answers/:id': {
		group: 'Answers',
		summary: 'Edit an answer and grade it again; both versions are kept',
		auth: true,
		body: editRequest,
		replies: { 200: correctedResponse, 202: editWaitingResponse },
		problems: [404]
	},
	'DELETE /api/answers/:id': {
		group: 'Answers',
		summary: 'Take an answer back: it counts no more, and stays in history',
		auth: true,
		replies: { 200: correctedResponse },
		problems: [404]
	},
	'POST /api/answers/:id/restore': {
		group: 'Answers',
		summary: 'Count an answer again that was taken back',
		auth: true,
		replies: { 200: correctedResponse },
		problems: [404]
	},
	'POST /api/answers/grade_waiting': {
		group: 'Answers',
		summary: 'Grade the answers that wait for the model',
		auth: true,
		replies: { 200: gradeWaitingResponse }
	},
	'GET /api/regrade': {
		group: 'Answers',
		summary: 'Answers graded by another version, and what grading them anew would change',
		auth: true,
		replies: { 200: regradeResponse }
	},
	'POST /api/regrade/measure': {
		group: 'Answers',
		summary: 'Measure the next outdated answers anew; nothing counts until it is accepted',
		description: 'Up to 20 at a time, newest first. 503 while the model is not ready.',
		auth: true,
		body: regradeMeasureRequest,
		replies: { 200: regradeResponse }
	},
	'POST /api/regrade/accept': {
		group: 'Answers',
		summary: 'Let the new grades count; the old ones stay in history',
		auth: true,
		replies: { 200: regradeAcceptedResponse }
	},
	'DELETE /api/regrade': {
		group: 'Answers',
		summary: 'Forget what was measured anew and keep the grades as they are',
		auth: true,
		replies: { 200: regradeDiscardedResponse }
	},
	'POST /api/grade': {
		group: 'Answers',
		summary: 'Grade a text against a question; records nothing',
		description: 'Either question_id, or a question of your own. 503 while the model loads.',
		auth: true,
		body: gradeRequest,
		replies: { 200: gradeResponse }
	}
} as const satisfies RouteTable;
