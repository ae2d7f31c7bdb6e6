import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expect, expectGoodLooks, test } from './fixtures';
import type { Host } from '../support/host';

async function openPage(page: Page, host: Host): Promise<void> {
	await page.goto(`${host.url}api-docs`);
	await page.getByText(/^\d+ routes$/u).waitFor();
}

function entry(page: Page, method: string, path: string) {
	return page.locator('details').filter({
		has: page.locator('summary', { hasText: new RegExp(`^\\s*${method}\\s+${path}\\s`, 'u') })
	});
}

test('a route can be found, read and tried', async ({ page, host }) => {
	await openPage(page, host);
	await page.getByRole('searchbox', { name: 'Find a route' }).fill('never practised');
	await expect(page.getByText('1 route', { exact: true })).toBeVisible();
	await page.getByText('/api/adaptive/mastery/{topic}').click();

	const form = page.getByRole('form', { name: 'Try it: Mastery of one topic in detail' });
	await form.getByRole('textbox', { name: 'topic' }).fill('Größe 100 %');
	await form.getByRole('button', { name: 'Send' }).click();
	await expect(form.getByText('Done:')).toContainText('200');
	await expect(form.getByRole('region', { name: 'What the API answered' })).toContainText(
		'"topic": "Größe 100 %"'
	);
});

test('a write says that it changes data, and what is refused says why', async ({ page, host }) => {
	await openPage(page, host);
	await entry(page, 'POST', '/api/sessions').locator('summary').first().click();
	const form = page.getByRole('form', { name: /Begin a session/u });
	await expect(form.getByText('This request changes the data of your profile')).toBeVisible();
	await form.getByRole('textbox', { name: 'Body' }).fill('{"session_type": "technical"');
	await form.getByRole('button', { name: 'Send POST' }).click();
	await expect(form.getByText('Refused:')).toContainText('400');
	await expect(form.getByRole('region')).toContainText('not valid JSON');

	await form
		.getByRole('textbox', { name: 'Body' })
		.fill('{"session_type": "technical", "topic": "python"}');
	await form.getByRole('button', { name: 'Send POST' }).click();
	await expect(form.getByText('Done:')).toContainText('201');
	await page.getByRole('link', { name: 'Practise' }).click();
	await expect(page.getByText('Continue').first()).toBeVisible();
});

test('what is copied runs in the console of any page of the site', async ({
	page,
	host,
	context
}) => {
	await context.grantPermissions(['clipboard-read', 'clipboard-write']);
	await openPage(page, host);
	await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
	await entry(page, 'POST', '/api/profiles').locator('summary').first().click();
	const form = page.getByRole('form', { name: /Make another profile/u });
	await form.getByRole('button', { name: 'Copy as fetch' }).click();
	await expect(form.getByText('Copied.')).toBeVisible();
	const code = await page.evaluate(() => navigator.clipboard.readText());

	const said: string[] = [];
	page.on('console', (message) => said.push(message.text()));
	// As the console of the browser does: past the page's policy.
	const session = await context.newCDPSession(page);
	await session.send('Runtime.evaluate', { expression: code, replMode: true, awaitPromise: true });
	await expect.poll(() => said.join('\n')).toContain('201');
});

test('the document can be kept as a file', async ({ page, host }) => {
	await openPage(page, host);
	const started = page.waitForEvent('download');
	await page.getByRole('button', { name: 'Download the OpenAPI document' }).click();
	const download = await started;

	expect(download.suggestedFilename()).toBe('mettle-openapi.json');
	expect(JSON.parse(await readFile(await download.path(), 'utf8'))).toMatchObject({
		openapi: '3.1.0',
		paths: { '/api/user/progress': { get: { tags: ['Mastery'] } } }
	});
});

test('a shape that a reply names is unfolded by its link', async ({ page, host }) => {
	await openPage(page, host);
	await page.getByText('/api/adaptive/mastery/{topic}').click();
	await page.getByRole('link', { name: 'TopicMastery' }).click();
	await expect(
		page.locator('#shape-TopicMastery').getByText('mastery_level').first()
	).toBeVisible();
});

test('nothing stands in anybody’s way on the API page', async ({ page, host }) => {
	await openPage(page, host);
	await entry(page, 'POST', '/api/sessions').locator('summary').first().click();
	await page.getByRole('button', { name: 'Send POST' }).click();
	await page.getByText('Done:').waitFor();
	await page.locator('#shape-Grade summary').click();

	await expectGoodLooks(page);
});
