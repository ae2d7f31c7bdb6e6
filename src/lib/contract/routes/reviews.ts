import { reviewsResponse } from '../reviews';
import type { RouteTable } from './spec';

export const REVIEW_ROUTES = {
	'GET /api/reviews': {
		group: 'Plans',
		summary: 'Questions and concepts that are due for review, and what comes due next',
		description:
			'Days are local days. Due dates come from FSRS-6, rated by the score of the first answer of a day: below 0.5 again, below 0.7 hard, below 0.9 good, else easy. Time alone never changes mastery. Each list holds at most 100.',
		auth: true,
		replies: { 200: reviewsResponse }
	}
} as const satisfies RouteTable;
