import type { Connections } from '$lib/client/api-client';
import type { PageLife } from './page-life';

/** Everything outside of the state, made when first asked for: never while prerendering. */
export type Surroundings = () => { readonly connections: Connections; readonly page: PageLife };

/**
 * Calls `refresh` when another tab changed what is stored, or the person comes back to this one.
 *
 * @returns a function that ends it
 */
export function onElsewhereChanged(surroundings: Surroundings, refresh: () => void): () => void {
	const { connections, page } = surroundings();
	const endReturn = page.onReturn(refresh);
	const endChanged = connections.onChanged(refresh);
	return () => {
		endReturn();
		endChanged();
	};
}

/** The page, asked only once the browser is there. */
export function lazyPage(surroundings: Surroundings): PageLife {
	const page = () => surroundings().page;
	return {
		now: () => page().now(),
		isVisible: () => page().isVisible(),
		isMetered: () => page().isMetered(),
		onReturn: (listener) => page().onReturn(listener),
		onLeave: (listener) => page().onLeave(listener)
	};
}
