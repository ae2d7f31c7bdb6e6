import {
	answerField,
	controlled,
	expect,
	expectedAnswer,
	modelReady,
	startSession,
	submit,
	test
} from './fixtures';
import { startHost } from '../support/host';

test('after the first visit with the model a whole session works without a network', async ({
	page,
	context,
	host
}) => {
	await startSession(page, host);
	await controlled(page);
	await modelReady(page);
	await submit(page, await expectedAnswer(page));
	await host.stop();
	await context.setOffline(true);

	await page.goto(host.url);
	await page.getByRole('button', { name: 'Start a session on Operating systems' }).click();
	await answerField(page).waitFor();
	for (let number = 1; number <= 5; number++) {
		await submit(page, await expectedAnswer(page));
		await expect(page.getByText('Excellent understanding')).toBeVisible();
		await page
			.getByRole('button', { name: number === 5 ? 'See the summary' : 'Next question' })
			.click();
	}
	await expect(page.getByText(/^(99\.\d|100) of 100$/)).toBeVisible();
	await page.goto(`${host.url}progress`);
	await expect(page.getByRole('heading', { name: 'Operating systems' })).toBeVisible();
});

test('everything works under a sub-path, and no request leaves it', async ({ page, context }) => {
	const host = await startHost({ base: '/deep/sub/path/' });
	const outside: string[] = [];
	context.on('request', (request) => {
		if (!request.url().startsWith(host.url)) outside.push(request.url());
	});
	await startSession(page, host);
	await controlled(page);
	await modelReady(page);
	await submit(page, await expectedAnswer(page));
	await expect(page.getByText('Excellent understanding')).toBeVisible();
	await host.stop();
	await context.setOffline(true);
	await page.goto(`${host.url}progress/`);

	await expect(page.getByRole('heading', { name: 'Databases' })).toBeVisible();
	expect(outside).toEqual([]);
});

test('after a forced reload, without a controller, answers are recorded all the same', async ({
	page,
	context,
	host
}) => {
	await startSession(page, host);
	await controlled(page);
	const cdp = await context.newCDPSession(page);
	await cdp.send('Page.reload', { ignoreCache: true });
	await page.waitForLoadState();
	await submit(page, await expectedAnswer(page));
	await page.goto(`${host.url}progress/`);

	await expect(page.getByText('1 of 1')).toBeVisible();
});

test('without any service worker the page answers for itself and says so', async ({
	browser,
	host
}) => {
	const context = await browser.newContext({ serviceWorkers: 'block' });
	const page = await context.newPage();
	await startSession(page, host);
	await submit(page, await expectedAnswer(page));
	await expect(page.getByText('Excellent understanding')).toBeVisible();
	await expect(page.getByText('Offline use is not available in this window.')).toBeVisible();
	await page.goto(`${host.url}progress/`);

	await expect(page.getByText('1 of 1')).toBeVisible();
	await context.close();
});

test('without the model grades are by keywords alone, marked, and count nowhere', async ({
	page,
	host
}) => {
	for (const file of ['onnx/model_quantized.onnx', 'tokenizer.json'])
		host.fail(`models/afdb6f1a/${file}`, { kind: 'status', status: 404 });
	await startSession(page, host);
	await expect(page.getByText(/grades are by keywords alone/)).toBeVisible({ timeout: 20_000 });
	await submit(page, await expectedAnswer(page));

	await expect(page.getByText(/Graded by keywords alone/)).toBeVisible();
	await page.getByRole('link', { name: 'Progress' }).click();
	await expect(page.getByText(/^None of your answers counts towards mastery yet/)).toBeVisible();
});

test('two tabs stay in step', async ({ page, context, host }) => {
	await startSession(page, host);
	await submit(page, await expectedAnswer(page));
	const other = await context.newPage();
	await other.goto(`${host.url}progress/`);
	await expect(other.getByText('1 of 1')).toBeVisible();
	await page.bringToFront();
	await page.getByRole('button', { name: 'Next question' }).click();
	await submit(page, await expectedAnswer(page));
	await other.bringToFront();

	await expect(other.getByText('2 of 2')).toBeVisible();
});
