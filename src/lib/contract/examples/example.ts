import type { RouteBodyInput, RouteKey, RouteParams, RouteQuery, RouteReply } from '../routes';

/** How a route is asked and what it may answer; types are the route's own. */
export type RouteExample<K extends RouteKey> = {
	readonly query?: Partial<RouteQuery<K>>;
	/** The body of its first successful reply. */
	readonly reply: RouteReply<K>['body'];
} & (keyof RouteParams<K> extends never
	? { readonly params?: undefined }
	: { readonly params: RouteParams<K> }) &
	(RouteBodyInput<K> extends undefined
		? { readonly body?: undefined }
		: { readonly body: RouteBodyInput<K> });

/** An example of each of these routes. */
export type RouteExamples<K extends RouteKey> = { readonly [R in K]: RouteExample<R> };

/** What any example has, for whoever goes through all of them. */
export interface AnyExample {
	readonly params?: Readonly<Record<string, string>> | undefined;
	readonly query?: Readonly<Record<string, unknown>>;
	readonly body?: unknown;
	readonly reply: unknown;
}
