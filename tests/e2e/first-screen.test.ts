import { gzipSync } from 'node:zlib';
import {
	controlled,
	expect,
	expectedAnswer,
	expectGoodLooks,
	startSession,
	submit,
	test
} from './fixtures';
import { startHost } from '../support/host';

const BUDGET_BYTES = 120_000;

test('the first screen asks for little, and for nothing of the model or the packs', async ({
	page,
	host
}) => {
	const scripts: Promise<number>[] = [];
	page.on('response', (response) => {
		if (response.request().resourceType() === 'script' && response.ok())
			scripts.push(response.body().then((body) => gzipSync(body).length));
	});
	await page.addInitScript(() => {
		const long: number[] = [];
		Object.assign(window, { longTasks: long });
		new PerformanceObserver((list) => {
			for (const entry of list.getEntries()) long.push(entry.duration);
		}).observe({ type: 'longtask', buffered: true });
	});
	await page.goto(host.url);
	await page.waitForLoadState('load');
	await page.waitForTimeout(5000);
	const bytes = (await Promise.all(scripts)).reduce((sum, size) => sum + size, 0);
	const asked = host.requests.map((request) => request.path);

	const longTasks: unknown = await page.evaluate(() => Reflect.get(window, 'longTasks') as unknown);

	// Times are reported, not asserted: a busy machine is no defect.
	console.log(
		`first screen: ${String(bytes)} bytes of scripts gzipped, tasks above 50 ms: ${JSON.stringify(longTasks)}`
	);
	expect(bytes).toBeGreaterThan(10_000);
	expect(bytes).toBeLessThanOrEqual(BUDGET_BYTES);
	expect(asked.filter((path) => /models\/|packs\/|\.wasm|\.onnx/u.test(path))).toEqual([]);
});

test('no request leaves the origin, from page, worker or service worker', async ({
	page,
	context,
	host
}) => {
	const other = await startHost({ base: '/' });
	const foreign: string[] = [];
	const violations: string[] = [];
	context.on('request', (request) => {
		if (!request.url().startsWith(host.url)) foreign.push(request.url());
	});
	page.on('console', (message) => {
		if (message.text().includes('Content Security Policy')) violations.push(message.text());
	});
	await startSession(page, host);
	await controlled(page);
	await submit(page, await expectedAnswer(page));
	expect(foreign).toEqual([]);
	expect(violations).toEqual([]);

	// The policy itself holds, in the page and in the model's worker.
	const reach = (url: string) =>
		fetch(url, { mode: 'no-cors' }).then(
			() => 'reached',
			() => 'refused'
		);
	expect(await page.evaluate(reach, other.url)).toBe('refused');
	const worker = page.workers().find((candidate) => candidate.url().includes('embedder.worker'));
	expect(await worker?.evaluate(reach, other.url)).toBe('refused');
	expect(other.requests).toEqual([]);
	await other.stop();
});

test('nothing stands in anybody’s way', async ({ page, host }) => {
	await page.goto(host.url);
	await page.getByRole('button', { name: 'Start a session on Databases' }).waitFor();
	await expectGoodLooks(page);
	await startSession(page, host);
	await expectGoodLooks(page);
	await submit(page, 'A lock keeps two transactions from changing the same row at once.');
	await expectGoodLooks(page);
	await page.getByRole('link', { name: 'Progress' }).click();
	await page.getByRole('heading', { name: 'Databases' }).waitFor();
	await expectGoodLooks(page);
});
