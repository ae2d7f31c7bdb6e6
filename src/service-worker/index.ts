/// <reference types="@sveltejs/kit" />
import { isApiPath } from '$lib/api/handle';
import { toServiceWorkerSchema } from '$lib/embedder/page-messages';
import { PACK_INDEX } from '$lib/packs/generated';
import { answerApi } from './answer-api';
import { base, build } from './kit-manifest';
import { keepShell, navigate } from './precache';
import { dropUnlisted, fromCacheFirst, PACKS_CACHE, RUNTIME_CACHE } from './runtime-cache';

declare const self: ServiceWorkerGlobalScope;

// First come, first served: the API is asked before the precache, which ignores queries.
self.addEventListener('fetch', (event) => {
	const { pathname, origin } = new URL(event.request.url);
	if (origin === self.location.origin && isApiPath(pathname, `${base}/`))
		event.respondWith(answerApi(event));
	else if (pathname.startsWith(`${base}/_app/`) && pathname.endsWith('.wasm'))
		event.respondWith(fromCacheFirst(RUNTIME_CACHE, event.request));
});

keepShell();

self.addEventListener('fetch', (event) => {
	if (event.request.mode === 'navigate') event.respondWith(navigate(event.request));
});

self.addEventListener('activate', (event) => {
	const packs = PACK_INDEX.map((entry) => `${base}/packs/${entry.file}`);
	event.waitUntil(
		Promise.all([
			self.clients.claim(),
			dropUnlisted(RUNTIME_CACHE, build),
			dropUnlisted(PACKS_CACHE, packs)
		])
	);
});

self.addEventListener('message', (event) => {
	const message = toServiceWorkerSchema.safeParse(event.data);
	if (!message.success) return;
	event.waitUntil(message.data.type === 'CLAIM' ? self.clients.claim() : self.skipWaiting());
});
