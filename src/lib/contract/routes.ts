import { ACCOUNT_ROUTES } from './routes/account';
import { ACTIVITY_ROUTES } from './routes/activities';
import { ANSWER_ROUTES } from './routes/answers';
import { LIBRARY_ROUTES } from './routes/library';
import { MASTERY_ROUTES } from './routes/mastery';
import { REVIEW_ROUTES } from './routes/reviews';
import { PREPARING_ROUTES } from './routes/preparing';
import { SESSION_ROUTES } from './routes/sessions';
import type { RouteTable } from './routes/spec';
import type { z } from './schema';

export type { Method, RouteGroup, RouteSpec } from './routes/spec';

/**
 * Every method and path of the API. Paths are relative to the site's base; `:name` is one
 * URL-decoded part. Handlers, client and documentation all follow from this table. Where two paths
 * fit a request, the one without a parameter in that place is meant.
 */
export const ROUTES = {
	...MASTERY_ROUTES,
	...SESSION_ROUTES,
	...ACTIVITY_ROUTES,
	...ANSWER_ROUTES,
	...REVIEW_ROUTES,
	...LIBRARY_ROUTES,
	...PREPARING_ROUTES,
	...ACCOUNT_ROUTES
} as const satisfies RouteTable;

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
