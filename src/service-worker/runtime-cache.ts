import { withSecurityHeaders } from './security-headers';

/** Files with a hash in their name, fetched when a session is opened and kept from then on. */
export const RUNTIME_CACHE = 'mettle-runtime';
export const PACKS_CACHE = 'mettle-packs';

/**
 * The kept copy, or the host's answer, which is kept when it is what was asked for.
 *
 * @throws TypeError without a copy and without a network
 */
export async function fromCacheFirst(cacheName: string, request: Request): Promise<Response> {
	const cache = await caches.open(cacheName);
	const kept = await cache.match(request.url);
	if (kept !== undefined) return withSecurityHeaders(request, kept);

	const response = await fetch(request.url);
	const isPage = (response.headers.get('Content-Type') ?? '').includes('html');
	// A host's fallback page is no file, whatever its status says.
	if (isPage) return new Response(null, { status: 404 });
	if (response.status === 200) await cache.put(request.url, response.clone());
	return withSecurityHeaders(request, response);
}

/** Drops kept files that this version does not name any more. */
export async function dropUnlisted(cacheName: string, listed: readonly string[]): Promise<void> {
	const cache = await caches.open(cacheName);
	for (const request of await cache.keys())
		if (!listed.includes(new URL(request.url).pathname)) await cache.delete(request);
}
