import type { RouteKey } from '$lib/contract/routes';
import type { Context, Handler, Reply } from '../context';
import type { Deps } from '../deps';
import { gradeWaiting } from './grade-waiting';
import { submitAnswer } from './answers';
import { issueToken, showProfile } from './auth';
import { dashboard, debuggingHistory } from './dashboard';
import { health } from './health';
import { progress, resetTopics, topicMastery } from './mastery';
import { actionPlans } from './plans';
import { completeSession, createSession, keepDraft, listSessions, showSession } from './sessions';
import { listTopics } from './topics';

/** One handler for every route: one missing, or one too many, does not compile. */
const HANDLERS: { readonly [K in RouteKey]: Handler<K> } = {
	'GET /api/health': health,
	'POST /api/auth/token': issueToken,
	'GET /api/profile': showProfile,
	'GET /api/topics': listTopics,
	'GET /api/user/progress': progress,
	'GET /api/adaptive/mastery/:topic': topicMastery,
	'POST /api/user/reset_mastery': resetTopics,
	'GET /api/dashboard_data': dashboard,
	'GET /api/sessions': listSessions,
	'POST /api/sessions': createSession,
	'GET /api/sessions/:id': showSession,
	'POST /api/sessions/:id/answers': submitAnswer,
	'PUT /api/sessions/:id/draft': keepDraft,
	'POST /api/sessions/:id/complete': completeSession,
	'POST /api/answers/grade_waiting': gradeWaiting,
	'GET /api/profile/debugging_history': debuggingHistory,
	'GET /api/profile/action_plans': actionPlans
};

/** A context whose parts were checked against the route's own entry in the contract. */
export type CheckedContext = {
	readonly [P in keyof Context<RouteKey>]: P extends 'request' | 'now' | 'idempotency'
		? Context<RouteKey>[P]
		: unknown;
};

/** Hands a checked request to its handler. */
export function dispatch(
	route: RouteKey,
	context: CheckedContext,
	deps: Deps
): Promise<Reply<RouteKey>> {
	// TypeScript cannot follow that context and handler belong to the same route: `handle` has
	// checked the one against the entry that types the other.
	const handler = HANDLERS[route] as (context: never, deps: Deps) => Promise<Reply<RouteKey>>;
	return handler(context as never, deps);
}
