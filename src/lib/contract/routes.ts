import { masteryResponse, progressResponse, resetRequest, resetResponse } from './mastery';
import {
	actionPlansResponse,
	debuggingHistoryResponse,
	profileResponse,
	tokenRequest,
	tokenResponse
} from './profile';
import type { z } from './schema';
import {
	answerRequest,
	answerResponse,
	completeResponse,
	createSessionRequest,
	createSessionResponse,
	dashboardResponse,
	draftRequest,
	draftResponse,
	gradeWaitingResponse,
	sessionDetailResponse,
	sessionsQuery,
	sessionsResponse,
	waitingResponse
} from './sessions';
import { healthResponse, topicsResponse } from './topics';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** What the table says of one route. */
export interface RouteSpec {
	readonly summary: string;
	/** False only where no bearer token is needed. */
	readonly auth: boolean;
	readonly query?: z.ZodObject;
	readonly body?: z.ZodObject;
	/** Successful statuses with their bodies. */
	readonly replies: Readonly<Record<number, z.ZodType>>;
}

/**
 * Every method and path of the API. Paths are relative to the site's base; `:name` is one
 * URL-decoded part. Handlers, client and documentation all follow from this table.
 */
export const ROUTES = {
	'GET /api/health': {
		summary: 'State of the model, the storage and the version',
		auth: false,
		replies: { 200: healthResponse }
	},
	'POST /api/auth/token': {
		summary: 'Sign in to a profile of this device; the first call makes one',
		auth: false,
		body: tokenRequest,
		replies: { 201: tokenResponse }
	},
	'GET /api/profile': {
		summary: 'The profile of the token',
		auth: true,
		replies: { 200: profileResponse }
	},
	'GET /api/topics': {
		summary: 'Topics that can be practised',
		auth: true,
		replies: { 200: topicsResponse }
	},
	'GET /api/user/progress': {
		summary: 'Mastery of every practised topic, and overall',
		auth: true,
		replies: { 200: progressResponse }
	},
	'GET /api/adaptive/mastery/:topic': {
		summary: 'Mastery of one topic in detail',
		auth: true,
		replies: { 200: masteryResponse }
	},
	'POST /api/user/reset_mastery': {
		summary: 'Forget the mastery of a topic, or of all; session history stays',
		auth: true,
		body: resetRequest,
		replies: { 200: resetResponse }
	},
	'GET /api/dashboard_data': {
		summary: 'All sessions with their feedback, and totals',
		auth: true,
		replies: { 200: dashboardResponse }
	},
	'GET /api/sessions': {
		summary: 'The last 20 sessions by date',
		auth: true,
		query: sessionsQuery,
		replies: { 200: sessionsResponse }
	},
	'POST /api/sessions': {
		summary: 'Begin a session; replies with its first question',
		auth: true,
		body: createSessionRequest,
		replies: { 201: createSessionResponse }
	},
	'GET /api/sessions/:id': {
		summary: 'A session with its answers, grades and open question',
		auth: true,
		replies: { 200: sessionDetailResponse }
	},
	'POST /api/sessions/:id/answers': {
		summary: 'Answer or skip the open question',
		auth: true,
		body: answerRequest,
		replies: { 200: answerResponse, 202: waitingResponse }
	},
	'PUT /api/sessions/:id/draft': {
		summary: 'Keep what is being typed for the open question',
		auth: true,
		body: draftRequest,
		replies: { 200: draftResponse }
	},
	'POST /api/sessions/:id/complete': {
		summary: 'End a session; twice gives the same',
		auth: true,
		replies: { 200: completeResponse }
	},
	'POST /api/answers/grade_waiting': {
		summary: 'Grade the answers that wait for the model',
		auth: true,
		replies: { 200: gradeWaitingResponse }
	},
	'GET /api/profile/debugging_history': {
		summary: 'Debugging sessions, their challenges and how they went',
		auth: true,
		replies: { 200: debuggingHistoryResponse }
	},
	'GET /api/profile/action_plans': {
		summary: 'What to practise next, computed from mastery at this moment',
		auth: true,
		replies: { 200: actionPlansResponse }
	}
} as const satisfies Record<`${Method} /api/${string}`, RouteSpec>;

export type RouteKey = keyof typeof ROUTES;
type Spec<K extends RouteKey> = (typeof ROUTES)[K];

/** Names of the `:parts` of a path. */
type PathNames<P extends string> = P extends `${string}:${infer Name}/${infer Rest}`
	? Name | PathNames<Rest>
	: P extends `${string}:${infer Name}`
		? Name
		: never;

export type RouteParams<K extends RouteKey> = Record<PathNames<K>, string>;
/** Body as handlers see it: validated, defaults filled in. */
export type RouteBody<K extends RouteKey> =
	Spec<K> extends { body: infer B extends z.ZodType } ? z.output<B> : undefined;
/** Body as clients send it. */
export type RouteBodyInput<K extends RouteKey> =
	Spec<K> extends { body: infer B extends z.ZodType } ? z.input<B> : undefined;
export type RouteQuery<K extends RouteKey> =
	Spec<K> extends { query: infer Q extends z.ZodType } ? z.output<Q> : Record<string, never>;
type Replies<K extends RouteKey> = Spec<K>['replies'];
/** Every successful reply as `{status, body}`. */
export type RouteReply<K extends RouteKey> = K extends RouteKey
	? {
			[S in keyof Replies<K> & number]: Replies<K>[S] extends infer R extends z.ZodType
				? { status: S; body: z.output<R> }
				: never;
		}[keyof Replies<K> & number]
	: never;
