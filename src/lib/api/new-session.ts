import type { createSessionRequest } from '$lib/contract/sessions';
import type { z } from '$lib/contract/schema';
import { questionsInFocus } from '$lib/domain/selection/choose-question';
import { mockTimeLimit, questionsThatFit } from '$lib/domain/session-time';
import type { NewSession } from '$lib/store/actions/sessions';
import type { ProfileRecord } from '$lib/store/records';
import type { Choices } from './next-question';

/**
 * What a session is to be: the questions asked for or, with a time limit alone, as many as are
 * likely to fit; of what is missed or due never more than there is. A mock interview always has a
 * limit.
 */
export function newSession(
	body: z.output<typeof createSessionRequest>,
	profile: ProfileRecord,
	{ topics, seed }: Pick<NewSession, 'topics' | 'seed'>,
	{ candidates, learner }: Choices,
	nowMs: number
): NewSession {
	const { session_type, focus, time_limit: asked } = body;
	const wanted =
		body.question_count ??
		(asked === undefined
			? profile.settings.question_count
			: questionsThatFit(asked, learner.seconds_an_answer));
	const question_count =
		focus === 'adaptive'
			? wanted
			: Math.max(1, Math.min(wanted, questionsInFocus(candidates, learner, focus, nowMs)));
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
