import type { RouteKey } from '$lib/contract/routes';
import type { Context, Handler, Reply } from '../context';
import type { Deps } from '../deps';
import { doActivity, showActivity } from './activities';
import { submitAnswer } from './answers';
import { issueToken, listTokens, revokeToken, signOut } from './auth';
import { exportProfile, importBackup } from './backup';
import { editAndGrade, override, restoreAnswer, undoAnswer } from './corrections';
import { dashboard, debuggingHistory } from './dashboard';
import { gradeText } from './grade-text';
import { gradeWaiting } from './grade-waiting';
import { history, listSessions, searchAnswers } from './history';
import { listMarks, markQuestion } from './marks';
import {
	listResets,
	progress,
	resetTopics,
	setLevelLock,
	topicMastery,
	undoReset
} from './mastery';
import { addPack, changePack, listPacks, listTopics, removePack } from './packs';
import { actionPlans, removeSavedPlan, saveCurrentPlan } from './plans';
import {
	createProfile,
	listProfiles,
	patchProfile,
	patchSettings,
	removeProfile,
	showProfile,
	showSettings
} from './profiles';
import { acceptRegrade, discardRegrade, measureAnew, regradeState } from './regrade';
import { listReviews } from './reviews';
import { readAdvert } from './adverts';
import { readiness } from './readiness';
import { completeSession, createSession, keepDraft, showSession } from './sessions';
import { health, openApi } from './system';

/** One handler for every route: one missing, or one too many, does not compile. */
const HANDLERS: { readonly [K in RouteKey]: Handler<K> } = {
	'GET /api/user/progress': progress,
	'GET /api/adaptive/mastery/:topic': topicMastery,
	'PUT /api/adaptive/level/:topic': setLevelLock,
	'POST /api/user/reset_mastery': resetTopics,
	'GET /api/user/resets': listResets,
	'POST /api/user/undo_reset': undoReset,
	'GET /api/dashboard_data': dashboard,
	'GET /api/sessions': listSessions,
	'GET /api/history': history,
	'POST /api/sessions': createSession,
	'GET /api/sessions/:id': showSession,
	'POST /api/sessions/:id/answers': submitAnswer,
	'PUT /api/sessions/:id/draft': keepDraft,
	'POST /api/sessions/:id/complete': completeSession,
	'GET /api/sessions/:id/activity': showActivity,
	'POST /api/sessions/:id/activity': doActivity,
	'GET /api/profile/debugging_history': debuggingHistory,
	'GET /api/answers': searchAnswers,
	'POST /api/answers/:id/override': override,
	'PUT /api/answers/:id': editAndGrade,
	'DELETE /api/answers/:id': undoAnswer,
	'POST /api/answers/:id/restore': restoreAnswer,
	'POST /api/answers/grade_waiting': gradeWaiting,
	'GET /api/regrade': regradeState,
	'POST /api/regrade/measure': measureAnew,
	'POST /api/regrade/accept': acceptRegrade,
	'DELETE /api/regrade': discardRegrade,
	'POST /api/grade': gradeText,
	'GET /api/reviews': listReviews,
	'GET /api/profile/action_plans': actionPlans,
	'POST /api/profile/action_plans': saveCurrentPlan,
	'DELETE /api/profile/action_plans/:id': removeSavedPlan,
	'GET /api/profile/readiness': readiness,
	'POST /api/adverts': readAdvert,
	'GET /api/topics': listTopics,
	'GET /api/marks': listMarks,
	'PATCH /api/marks/:question_id': markQuestion,
	'GET /api/packs': listPacks,
	'POST /api/packs': addPack,
	'PATCH /api/packs/:topic': changePack,
	'DELETE /api/packs/:topic': removePack,
	'POST /api/auth/token': issueToken,
	'DELETE /api/auth/token': signOut,
	'GET /api/auth/tokens': listTokens,
	'DELETE /api/auth/tokens/:id': revokeToken,
	'GET /api/profile': showProfile,
	'PATCH /api/profile': patchProfile,
	'DELETE /api/profile': removeProfile,
	'GET /api/profiles': listProfiles,
	'POST /api/profiles': createProfile,
	'GET /api/settings': showSettings,
	'PATCH /api/settings': patchSettings,
	'GET /api/export': exportProfile,
	'POST /api/import': importBackup,
	'GET /api/health': health,
	'GET /api/openapi.json': openApi
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
