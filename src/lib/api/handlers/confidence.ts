import { readAllMastery } from '$lib/store/actions/mastery';
import type { Handler } from '../context';
import { presentConfidence } from '../present-coaching';

/** How sure and how right, of every topic with a rated answer. */
export const confidenceTables: Handler<'GET /api/profile/confidence'> = async (
	{ profile },
	{ store }
) => {
	const masteries = await store.read(['mastery'], (tx) => readAllMastery(tx, profile.id));
	return {
		status: 200,
		body: {
			topics: masteries.flatMap(({ topic, confidence }) =>
				confidence === undefined ? [] : [presentConfidence(topic, confidence)]
			)
		}
	};
};
