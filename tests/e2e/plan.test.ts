import type { Page } from '@playwright/test';
import {
	answerField,
	expect,
	expectedAnswer,
	expectGoodLooks,
	startSession,
	submit,
	test
} from './fixtures';

const WEAK = 'It has to do with tables.';

async function openPlan(page: Page): Promise<void> {
	await page.getByRole('link', { name: 'Plan', exact: true }).click();
	await page.getByRole('heading', { name: 'What to practise next' }).waitFor();
}

test('a newcomer is told how a plan comes about', async ({ page, host }) => {
	await page.goto(host.url);
	await openPlan(page);
	await expect(page.getByText('There is no plan yet.')).toBeVisible();
	await expect(page.getByRole('button', { name: 'Save this plan' })).toHaveCount(0);
	await page.getByRole('link', { name: 'Choose a topic' }).click();

	await expect(page.getByRole('heading', { name: 'Choose a topic' })).toBeVisible();
});

test('each entry says why, with its figure, and starts that session', async ({ page, host }) => {
	await startSession(page, host);
	await submit(page, WEAK);
	await openPlan(page);
	const sessions = page.getByRole('list', { name: 'Recommended sessions' });
	await expect(sessions.getByRole('listitem')).toHaveCount(1);
	await expect(sessions).toContainText(/Technical session,\s+about \d+ minutes/);
	await expect(sessions).toContainText(/asks its weak concepts first: .+ \(0\.\d\d\)/);
	await expect(page.getByRole('list', { name: 'Topics to focus on' })).toContainText(
		/Mastery is 0\.\d\d after 1 answer; solid begins at 0\.70/
	);
	await expect(page.getByRole('list', { name: 'Weak concepts' })).toContainText('few answers yet');
	await sessions.getByRole('button', { name: 'Start a session on Databases' }).click();

	await expect(page).toHaveURL(/practice\/\?session=\d+$/);
	await expect(page.getByText('Question 1 of 5')).toBeVisible();
	await expect(answerField(page)).toBeVisible();
});

test('a saved plan shows what came of it, and goes only when that is confirmed', async ({
	page,
	host
}) => {
	await startSession(page, host);
	await submit(page, WEAK);
	await openPlan(page);
	await page.getByRole('button', { name: 'Save this plan' }).click();
	await expect(page.getByText('The plan was saved;')).toBeVisible();
	const outcome = page.getByRole('table', { name: 'Mastery when the plan was saved and now' });
	await expect(outcome.getByRole('row').nth(1)).toContainText('0.00');
	await expect(page.getByText('0 sessions since.')).toBeVisible();

	await page
		.getByRole('list', { name: 'Recommended sessions' })
		.getByRole('button', { name: 'Start a session on Databases' })
		.click();
	await answerField(page).waitFor();
	await submit(page, await expectedAnswer(page));
	await openPlan(page);
	await expect(page.getByText('1 session since.')).toBeVisible();
	await expect(outcome.getByRole('row').nth(1)).toContainText(/\+0\.\d\d/);

	await page.getByRole('button', { name: /^Remove the plan of/ }).click();
	const dialog = page.getByRole('dialog', { name: 'Remove this plan?' });
	await dialog.getByRole('button', { name: 'Cancel' }).click();
	await expect(outcome).toBeVisible();
	await page.getByRole('button', { name: /^Remove the plan of/ }).click();
	await dialog.getByRole('button', { name: 'Remove', exact: true }).click();
	await expect(page.getByText('The plan was removed.')).toBeVisible();
	await expect(outcome).toHaveCount(0);
	await page.reload();
	await page.getByRole('list', { name: 'Recommended sessions' }).waitFor();
	await expect(outcome).toHaveCount(0);
});

test('nothing stands in anybody’s way', async ({ page, host }) => {
	await page.goto(host.url);
	await openPlan(page);
	await page.getByText('There is no plan yet.').waitFor();
	await expectGoodLooks(page);
	await startSession(page, host);
	await submit(page, WEAK);
	await openPlan(page);
	await page.getByRole('button', { name: 'Save this plan' }).click();
	await page.getByText('The plan was saved;').waitFor();
	await expect(page.getByRole('button', { name: 'Save this plan' })).toBeEnabled();
	await page.getByText('What the plan said').click();
	await expectGoodLooks(page);
	await page.getByRole('button', { name: /^Remove the plan of/ }).click();
	await expectGoodLooks(page);
});
