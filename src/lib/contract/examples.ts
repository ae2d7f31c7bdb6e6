import type { RouteBodyInput, RouteKey, RouteParams } from './routes';

export interface RouteExample<K extends RouteKey> {
	readonly params?: RouteParams<K>;
	readonly body?: RouteBodyInput<K>;
	/** An answer as it may come. */
	readonly reply?: unknown;
}

/** An example of every route that takes or gives something worth showing. */
export const EXAMPLES: { readonly [K in RouteKey]?: RouteExample<K> } = {};
