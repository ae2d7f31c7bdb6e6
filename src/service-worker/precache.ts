import type { WorkboxPlugin } from 'workbox-core/types.js';
import {
	addPlugins,
	cleanupOutdatedCaches,
	matchPrecache,
	precacheAndRoute
} from 'workbox-precaching';
import { base, build, files, prerendered, version } from './kit-manifest';
import { withSecurityHeaders } from './security-headers';

/** A host that answers HTML for a missing script must not get it cached. */
const refuseWrongType: WorkboxPlugin = {
	cacheWillUpdate: async ({ request, response }) => {
		const type = response.headers.get('Content-Type') ?? '';
		const isScript = /\.m?js$/u.test(new URL(request.url).pathname);
		return response.status === 200 && !(isScript && type.includes('html')) ? response : null;
	}
};

const addHeaders: WorkboxPlugin = {
	handlerWillRespond: async ({ request, response }) => withSecurityHeaders(request, response)
};

/** Keeps the shell: everything but the runtime (14 MB), the packs and the model. */
export function keepShell(): void {
	addPlugins([refuseWrongType, addHeaders]);
	precacheAndRoute(
		[
			...build.filter((url) => !url.endsWith('.wasm')).map((url) => ({ url, revision: null })),
			...files.map((url) => ({ url, revision: version })),
			...prerendered.map((url) => ({ url, revision: version }))
		],
		{ directoryIndex: '', cleanURLs: false, ignoreURLParametersMatching: [/./u] }
	);
	cleanupOutdatedCaches();
}

/**
 * Answers a navigation that the precache does not know: a page without its trailing slash is sent
 * to it, anything else goes to the host and, without a network, to the first page.
 */
export async function navigate(request: Request): Promise<Response> {
	const url = new URL(request.url);
	if (!url.pathname.endsWith('/') && (await matchPrecache(`${url.pathname}/`)) !== undefined)
		return Response.redirect(`${url.origin}${url.pathname}/${url.search}`);
	try {
		return await fetch(request);
	} catch {
		// The browser's own error page would hide that the app itself is here.
		return Response.redirect(`${url.origin}${base}/`);
	}
}
