import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import type { ModelFile } from '$lib/embedder/model';
import { fetchModelFiles, type FetchDeps } from '$lib/embedder/model-files';
import { createCacheStorage } from '../../support/cache-storage';

const MODEL = new TextEncoder().encode('the weights of the model');
const TOKENIZER = new TextEncoder().encode('{"the":"tokenizer"}');
const WANTED = { model: fileOf('m.onnx', MODEL), tokenizer: fileOf('t.json', TOKENIZER) };
const TOTAL = MODEL.length + TOKENIZER.length;

function fileOf(path: string, bytes: Uint8Array): ModelFile {
	return { path, bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };
}

/** A site that serves the tokenizer, and the model as told: one answer a request, then the last. */
function site(...answers: (() => Response)[]) {
	const requests: string[] = [];
	let next = 0;
	const fetch: FetchDeps['fetch'] = (url, init) => {
		requests.push(`${url} ${init?.cache ?? ''}`);
		if (url.endsWith('t.json')) return Promise.resolve(new Response(TOKENIZER));
		const answer = answers[Math.min(next++, answers.length - 1)];
		if (answer === undefined) return Promise.reject(new TypeError('no network'));
		return Promise.resolve().then(answer);
	};
	return { fetch, requests, subtle: crypto.subtle, caches: createCacheStorage() };
}

const whole = () => new Response(MODEL);
const cut = () => new Response(MODEL.slice(0, 14));
const flipped = () => new Response(MODEL.map((byte, i) => (i === 5 ? byte ^ 1 : byte)));
const longer = () => new Response(new Uint8Array(MODEL.length * 3));

const bring = (deps: FetchDeps, progress: [number, boolean][] = []) =>
	fetchModelFiles('site/', deps, (bytes, again) => progress.push([bytes, again]), WANTED);

test('fetches both files, tells the bytes, and keeps them for the next time', async () => {
	const deps = site(whole);
	const progress: [number, boolean][] = [];

	expect(await bring(deps, progress)).toEqual({
		kind: 'files',
		files: { model: MODEL, tokenizer: TOKENIZER }
	});
	expect(progress.at(-1)).toEqual([TOTAL, false]);
	expect(deps.requests).toEqual(['site/t.json default', 'site/m.onnx default']);
	expect(deps.caches.names()).toEqual(['mettle-model-afdb6f1a']);

	expect(await bring(deps)).toMatchObject({ kind: 'files' });
	expect(deps.requests).toHaveLength(2);
});

test.each([
	['cut short', cut],
	['with a flipped bit', flipped],
	['of another length', longer]
])('fetches a file %s once more, past the caches', async (_, damaged) => {
	const deps = site(damaged, whole);
	const progress: [number, boolean][] = [];

	expect(await bring(deps, progress)).toMatchObject({ kind: 'files' });
	expect(deps.requests.slice(1)).toEqual(['site/m.onnx default', 'site/m.onnx reload']);
	expect(progress.at(-1)).toEqual([TOTAL, true]);
});

test('refuses a file that arrives damaged twice, and keeps nothing of it', async () => {
	const deps = site(flipped);

	expect(await bring(deps)).toEqual({
		kind: 'unavailable',
		code: 'damaged',
		reason: 'The grading model arrived damaged, twice.'
	});
	expect(deps.requests).toHaveLength(3);
	expect(deps.caches.keys()).toEqual(['site/t.json']);
});

test('drops bytes that went bad in the cache and fetches them once', async () => {
	const deps = site(whole);
	await bring(deps);
	const cache = await deps.caches.open('mettle-model-afdb6f1a');
	await cache.put('site/m.onnx', flipped());

	expect(await bring(deps)).toMatchObject({ kind: 'files', files: { model: MODEL } });
	expect(deps.requests.slice(2)).toEqual(['site/m.onnx reload']);
	expect(await bring(deps)).toMatchObject({ kind: 'files' });
	expect(deps.requests).toHaveLength(3);
});

test.each([
	['404', () => new Response('gone', { status: 404 })],
	[
		'a page in its place',
		() =>
			new Response('<!doctype html>', { headers: { 'content-type': 'text/html; charset=utf-8' } })
	]
])('says that the site has no model: %s', async (_, answer) => {
	expect(await bring(site(answer))).toEqual({
		kind: 'unavailable',
		code: 'missing',
		reason: 'This site was published without the grading model.'
	});
});

test('says that the model could not be fetched: no network, a sick server, a broken stream', async () => {
	const broken = () =>
		new Response(
			new ReadableStream({
				start(controller) {
					controller.enqueue(MODEL.slice(0, 5));
					controller.error(new Error('reset'));
				}
			})
		);

	expect(await bring(site())).toMatchObject({ code: 'unreachable' });
	expect(await bring(site(() => new Response('', { status: 503 })))).toMatchObject({
		code: 'unreachable',
		reason: 'The grading model could not be fetched (status 503).'
	});
	expect(await bring(site(broken))).toMatchObject({ code: 'unreachable' });
});

test('does without storage and without the platform’s own SHA-256', async () => {
	const { fetch } = site(whole);
	const forbidden = { open: () => Promise.reject(new DOMException('denied', 'SecurityError')) };

	expect(await bring({ fetch })).toMatchObject({ kind: 'files' });
	expect(await bring({ fetch, caches: forbidden })).toMatchObject({ kind: 'files' });
	expect(await bring({ ...site(flipped), subtle: undefined })).toMatchObject({ code: 'damaged' });
});
