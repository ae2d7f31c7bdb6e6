import { confidenceResponse } from '../confidence';
import { followUpRequest, followUpResponse } from '../follow-up';
import { hintRequest, hintResponse } from '../hints';
import type { RouteTable } from './spec';

/** Help while answering, a question asked back, and how sure one was. */
export const COACHING_ROUTES = {
	'POST /api/sessions/:id/hints': {
		group: 'Sessions',
		summary: 'Show the next hint of the open question',
		description:
			'Each hint lowers the most that the answer can score by 0.1, never below 0.6, from which it is correct. 409 when the question is not open or has no hint left.',
		auth: true,
		body: hintRequest,
		replies: { 200: hintResponse },
		problems: [404]
	},
	'POST /api/answers/:id/follow_up': {
		group: 'Answers',
		summary: 'Answer the question asked back after a good answer',
		description:
			'Measured against that one point; changes neither score nor mastery. Once an answer: 409 after that, and where nothing was asked. 503 while the model is not ready; nothing is kept then.',
		auth: true,
		body: followUpRequest,
		replies: { 200: followUpResponse },
		problems: [404]
	},
	'GET /api/profile/confidence': {
		group: 'Mastery',
		summary: 'How sure one was and how often right, per topic',
		description:
			'Of answers rated guess, unsure or sure before their grade. Table and Brier score from 10 ratings in a topic on.',
		auth: true,
		replies: { 200: confidenceResponse }
	}
} as const satisfies RouteTable;
