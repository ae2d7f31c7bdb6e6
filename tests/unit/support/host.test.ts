import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startHost, type Host, type HostOptions } from '../../support/host';

let folder: string;
let host: Host | undefined;

beforeEach(() => {
	folder = mkdtempSync(path.join(tmpdir(), 'mettle-host-'));
	mkdirSync(path.join(folder, 'practice'));
	writeFileSync(path.join(folder, 'index.html'), 'first page');
	writeFileSync(path.join(folder, '404.html'), 'not here');
	writeFileSync(path.join(folder, 'practice/index.html'), 'practice page');
	writeFileSync(path.join(folder, 'data.json'), '{"a":1}');
});
afterEach(async () => {
	await host?.stop();
	host = undefined;
	rmSync(folder, { recursive: true, force: true });
});

async function start(options: HostOptions = {}) {
	host = await startHost({ folder, ...options });
	return host;
}

test('serves the site under a sub-path, and nothing of it beside', async () => {
	const { url, origin } = await start({ base: '/deep/sub/path/' });

	expect(await (await fetch(url)).text()).toBe('first page');
	expect((await fetch(`${url}data.json`)).headers.get('content-type')).toBe('application/json');
	expect((await fetch(`${origin}/data.json`)).status).toBe(404);
});

test('adds the slash that a folder lacks and keeps the query', async () => {
	const { url } = await start({ base: '/sub/' });

	const response = await fetch(`${url}practice?id=7`);

	expect(response.url).toBe(`${url}practice/?id=7`);
	expect(await response.text()).toBe('practice page');
});

test('answers unknown paths with the 404 page, or as single-page hosts do', async () => {
	const plain = await start();
	const missing = await fetch(`${plain.url}api/health`);
	expect([missing.status, await missing.text()]).toEqual([404, 'not here']);
	await plain.stop();

	const single = await start({ fallback: 'spa' });
	const page = await fetch(`${single.url}api/health`);
	expect([page.status, await page.text()]).toEqual([200, 'first page']);
});

test('never leaves its folder', async () => {
	const { url } = await start();

	expect((await fetch(`${url}..%2F..%2F..%2Fetc%2Fpasswd`)).status).toBe(404);
});

test('shows a fault as often as it was asked to, then serves again', async () => {
	const { url, fail } = await start();

	fail('data.json', { kind: 'html' }, 1);

	const first = await fetch(`${url}data.json`);
	expect([first.status, first.headers.get('content-type')]).toEqual([
		200,
		'text/html; charset=utf-8'
	]);
	expect(await (await fetch(`${url}data.json`)).json()).toEqual({ a: 1 });
});

test('cuts, flips, delays and refuses', async () => {
	const { url, fail, heal } = await start();

	fail('data.json', { kind: 'cut', bytes: 3 });
	await expect(fetch(`${url}data.json`).then((response) => response.text())).rejects.toThrow();

	fail('data.json', { kind: 'flip', at: 5 });
	expect(await (await fetch(`${url}data.json`)).json()).toEqual({ a: 0 });

	fail(/json$/, { kind: 'status', status: 503 });
	expect((await fetch(`${url}data.json`)).status).toBe(503);

	heal();
	fail('data.json', { kind: 'delay', ms: 30 });
	const startedMs = performance.now();
	await fetch(`${url}data.json`);
	expect(performance.now() - startedMs).toBeGreaterThanOrEqual(29);
});

test('keeps a log of requests, and can be stopped and opened again', async () => {
	const { url, requests, stop, restart } = await start();
	await fetch(`${url}data.json?x=1`);
	expect(requests).toMatchObject([
		{ method: 'GET', path: '/data.json', query: '?x=1', status: 200 }
	]);

	await stop();
	await expect(fetch(url)).rejects.toThrow();

	await restart();
	expect((await fetch(url)).status).toBe(200);
});
