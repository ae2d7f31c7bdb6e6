import type { Page } from '@playwright/test';
import type { Host } from '../support/host';
import {
	answerField,
	expect,
	expectGoodLooks,
	modelReady,
	questionOn,
	startSession,
	submit,
	test
} from './fixtures';

const POOR = 'It makes the thing faster, I believe.';
const GAPS = 'Fill the gaps';
const CONTRAST = 'Tell two concepts apart';

/**
 * Practises until an activity stands in for a question: a good answer to the first question on a
 * concept, poor ones after it, so that it does not rise.
 */
async function untilActivity(page: Page, host: Host, started: Set<string>, title = GAPS) {
	for (let session = 0; session < 12; session++) {
		await page.goto(host.url);
		await page.getByRole('button', { name: 'Start a session on Databases' }).click();
		await page.waitForURL(/\/practice/u);
		for (;;) {
			await page.locator('main h1').waitFor();
			await page.getByText('Opening the activity…').waitFor({ state: 'detached' });
			const heading = await page.locator('main h1').innerText();
			if (heading === title) return;
			if (heading === GAPS || heading === CONTRAST) {
				await page.getByRole('button', { name: 'Just ask me the question' }).click();
				await answerField(page).waitFor();
			}
			const question = await questionOn(page);
			const isNew = question.concepts.some((concept) => !started.has(concept));
			for (const concept of question.concepts) started.add(concept);
			await submit(page, isNew ? (question.expected[0] ?? '') : POOR);
			const next = page.getByRole('button', { name: 'Next question' });
			if (!(await next.isVisible())) break;
			await next.click();
		}
	}
	throw new Error(`no activity with the heading "${title}"`);
}

test('a concept that does not rise brings a gap-fill, done by keyboard, kept over a reload', async ({
	page,
	host
}) => {
	test.setTimeout(240_000);
	await startSession(page, host);
	await modelReady(page);
	await untilActivity(page, host, new Set());
	await expect(page.getByText(/has not risen in \d+ answers/u)).toBeVisible();
	await expect(page.getByRole('heading', { name: GAPS })).toBeFocused();
	await expectGoodLooks(page);

	const fields = page.getByRole('textbox', { name: /^Gap \d of \d$/u });
	const count = await fields.count();
	expect(count).toBeGreaterThanOrEqual(3);
	await page.getByRole('button', { name: 'Check' }).click();
	await expect(page.getByRole('alert')).toContainText('Fill at least one gap');

	await fields.first().focus();
	await page.keyboard.type('nonsense');
	await page.keyboard.press('Enter');
	await expect(fields.nth(1)).toBeFocused();
	await page.keyboard.type('index');
	// The draft is kept at the first pause.
	await page.waitForResponse(
		(response) => response.url().endsWith('/draft') && response.request().method() === 'PUT'
	);
	await page.reload();
	await expect(fields.first()).toHaveValue('nonsense');
	await expect(fields.nth(1)).toHaveValue('index');

	await fields.last().focus();
	await page.keyboard.press('Enter');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(
		new RegExp(String.raw`^\d of ${String(count)} gaps right$`, 'u')
	);
	await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
	await expect(page.getByText('You wrote “nonsense”.')).toBeVisible();
	await expect(page.getByText(/rests for today/u)).toBeVisible();
	await expectGoodLooks(page);
	await page.getByRole('button', { name: /^(Next question|See the summary)$/u }).click();
	await expect(page.getByText(/rests for today/u)).toHaveCount(0);
});

test('the plain question can be asked for instead', async ({ page, host }) => {
	test.setTimeout(180_000);
	await startSession(page, host);
	await modelReady(page);
	await untilActivity(page, host, new Set());
	await page.getByRole('button', { name: 'Just ask me the question' }).click();
	await expect(answerField(page)).toBeFocused();
	await submit(page, POOR);
	await expect(page.getByRole('heading', { name: 'How it went' })).toBeVisible();
});

test.describe('on another day', () => {
	// The page answers by itself, so that its clock is the only one.
	test.use({ serviceWorkers: 'block' });

	test('a contrast, graded point by point', async ({ page, host }) => {
		test.setTimeout(300_000);
		const started = new Set<string>();
		await page.clock.setSystemTime(new Date('2026-03-03T09:00:00Z'));
		await untilActivity(page, host, started);
		await page.getByRole('textbox', { name: /^Gap 1/u }).fill('nonsense');
		await page.getByRole('button', { name: 'Check' }).click();
		await page.getByText(/rests for today/u).waitFor();

		await page.clock.setSystemTime(new Date('2026-03-05T09:00:00Z'));
		await untilActivity(page, host, started, CONTRAST);
		// Read before the model is there, it waits for it.
		await page.reload();
		await page
			.getByRole('textbox', { name: 'How they differ, in your own words' })
			.waitFor({ timeout: 30_000 });
		await page.getByText('A hint', { exact: true }).first().click();
		await expectGoodLooks(page);
		await page
			.getByRole('textbox', { name: 'How they differ, in your own words' })
			.fill(
				'A transaction happens completely or not at all. An index finds rows without reading the whole table, but each write has to maintain it.'
			);
		await page.getByRole('button', { name: 'Compare' }).click();
		await page.getByRole('heading', { name: 'How it went' }).waitFor({ timeout: 30_000 });
		await expect(page.getByText(/rests for today/u)).toBeVisible();
		await expectGoodLooks(page);
	});
});
