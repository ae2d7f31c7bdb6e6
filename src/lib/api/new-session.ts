import type { createSessionRequest } from '$lib/contract/sessions';
import type { z } from '$lib/contract/schema';
import { readMastery } from '$lib/store/actions/mastery';
import type { NewSession } from '$lib/store/actions/sessions';
import type { ProfileRecord } from '$lib/store/records';
import type { ReadTx } from '$lib/store/store';
import { mockTimeLimit, questionsThatFit } from './session-time';

/**
 * What a session is to be: the questions asked for or, with a time limit alone, as many as are
 * likely to fit; a mock interview always has a limit.
 */
export async function newSession(
	tx: ReadTx,
	profile: ProfileRecord,
	body: z.output<typeof createSessionRequest>,
	{ topics, seed }: Pick<NewSession, 'topics' | 'seed'>
): Promise<NewSession> {
	const { session_type, focus, time_limit: asked } = body;
	const question_count =
		body.question_count ??
		(asked === undefined
			? profile.settings.question_count
			: questionsThatFit(asked, await secondsAnAnswer(tx, profile.id, topics)));
	const time_limit = asked ?? (session_type === 'mock' ? mockTimeLimit(question_count) : undefined);
	return {
		session_type,
		topics,
		seed,
		question_count,
		...(time_limit === undefined ? {} : { time_limit }),
		...(focus === 'adaptive' ? {} : { focus })
	};
}

/** Mean over the answers in some topics; 0 without any. */
async function secondsAnAnswer(
	tx: ReadTx,
	profileId: string,
	topics: readonly string[]
): Promise<number> {
	const known = await Promise.all(topics.map((topic) => readMastery(tx, profileId, topic)));
	const answers = known.reduce((sum, state) => sum + (state?.questions_attempted ?? 0), 0);
	const seconds = known.reduce((sum, state) => sum + (state?.response_seconds_sum ?? 0), 0);
	return answers === 0 ? 0 : seconds / answers;
}
