import type { Page } from '@playwright/test';
import { expect, expectedAnswer, expectGoodLooks, startSession, submit, test } from './fixtures';

/** The page answers itself: a reload reads what was changed behind its back. */
test.use({ serviceWorkers: 'block' });

const WEAK = 'It has to do with tables.';

/** Lets so many days pass, as far as what is stored of reviews can tell. */
async function passDays(page: Page, days: number): Promise<void> {
	await page.evaluate(
		(ms) =>
			new Promise<void>((resolve, reject) => {
				const opening = indexedDB.open('mettle');
				opening.addEventListener('error', () => reject(new Error('not opened')));
				opening.addEventListener('success', () => {
					const tx = opening.result.transaction('reviews', 'readwrite');
					const cursor = tx.objectStore('reviews').openCursor();
					cursor.addEventListener('success', () => {
						if (cursor.result === null) return;
						const { due_ms, last_review_ms, ...rest } = cursor.result.value as {
							due_ms: number;
							last_review_ms: number;
						};
						cursor.result.update({
							...rest,
							due_ms: due_ms - ms,
							last_review_ms: last_review_ms - ms
						});
						cursor.result.continue();
					});
					tx.addEventListener('complete', () => {
						opening.result.close();
						resolve();
					});
				});
			}),
		days * 86_400_000
	);
}

const due = (page: Page) => page.getByRole('heading', { name: 'Due for review' });

test('what is due is offered on the first page, with its reasons, and can be begun', async ({
	page,
	host
}) => {
	await page.goto(host.url);
	await page.getByRole('button', { name: 'Start a session on Databases' }).waitFor();
	await expect(due(page)).toHaveCount(0);
	await startSession(page, host);
	await submit(page, WEAK);
	await page.goto(host.url);
	await expect(due(page)).toBeVisible();
	await expect(
		page.getByText(/Nothing is due today\. The next question comes due on/)
	).toBeVisible();

	await passDays(page, 3);
	await page.reload();
	await expect(page.getByText('Due today: 1 question')).toBeVisible();
	await expect(page.getByText('Databases: 1')).toBeVisible();
	await page.getByRole('link', { name: 'Which ones, and why' }).click();
	await expect(due(page)).toBeFocused();
	await page.getByText('The 1 question that is due, and why').click();
	await expect(
		page.getByText(/Last answered 3 days ago with 0\.\d\d; a weak answer comes back soon\./)
	).toBeVisible();
	await expect(page.getByText(/Databases · 2 days overdue/)).toBeVisible();
	await page.getByRole('button', { name: 'Review now' }).click();
	await expect(page).toHaveURL(/practice\/\?session=\d+$/);
});

test('progress tells trend and next reviews in words', async ({ page, host }) => {
	await startSession(page, host);
	await submit(page, await expectedAnswer(page));
	await page.getByRole('link', { name: 'Progress', exact: true }).click();
	await expect(page.getByText('too few answers to tell yet')).toBeVisible();
	await expect(page.getByText(/ · review in \d+ days$/).first()).toBeVisible();
});

test('nothing stands in anybody’s way', async ({ page, host }) => {
	await startSession(page, host);
	await submit(page, WEAK);
	await passDays(page, 3);
	await page.goto(host.url);
	await page.getByText('Due today: 1 question').waitFor();
	await expectGoodLooks(page);
	await page.getByRole('link', { name: 'Which ones, and why' }).click();
	await page.getByText('The 1 question that is due, and why').click();
	await page.getByText(/concepts? to refresh/).click();
	await page.getByText('The next 14 days').click();
	await expectGoodLooks(page);
});
