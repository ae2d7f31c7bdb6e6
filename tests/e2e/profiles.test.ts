import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import {
	answerField,
	controlled,
	expect,
	expectGoodLooks,
	startSession,
	submit,
	test
} from './fixtures';

async function openSettings(page: Page): Promise<void> {
	await page.getByRole('link', { name: 'Settings', exact: true }).click();
	await page.getByRole('heading', { name: 'Profiles on this device' }).waitFor();
}

/** Makes a profile and begins to speak for it. */
async function becomeSomebody(page: Page, name: string): Promise<void> {
	await openSettings(page);
	await page.getByLabel('Name of a new profile').fill(name);
	await page.getByRole('button', { name: 'Make a profile' }).click();
	await page.getByRole('button', { name: `Switch to ${name}` }).click();
	await page.getByRole('link', { name: `Profile: ${name}` }).waitFor();
}

test('two profiles do not see each other’s sessions, before and after a reload', async ({
	page,
	host
}) => {
	await startSession(page, host);
	await becomeSomebody(page, 'Ada');
	await expect(page.locator('#main')).toBeFocused();
	await expect(page.getByText('You are practising as Ada.')).toBeAttached();
	await page.getByRole('link', { name: 'Practise' }).click();
	await page.getByRole('button', { name: 'Start a session on Databases' }).waitFor();
	await expect(page.getByRole('link', { name: 'Continue' })).toHaveCount(0);

	await page.reload();
	await expect(page.getByRole('link', { name: 'Profile: Ada' })).toBeVisible();
	await openSettings(page);
	await page.getByRole('button', { name: 'Switch to Me' }).click();
	await page.getByRole('link', { name: 'Profile: Me' }).waitFor();
	await page.getByRole('link', { name: 'Practise' }).click();
	await expect(page.getByRole('link', { name: 'Continue' })).toBeVisible();
});

test('another tab follows, and what was being typed there is kept for whoever typed it', async ({
	page,
	context,
	host
}) => {
	await startSession(page, host);
	await controlled(page);
	const other = await context.newPage();
	await other.goto(host.url);
	await openSettings(other);
	await other.getByLabel('Name of a new profile').fill('Ada');
	await other.getByRole('button', { name: 'Make a profile' }).click();
	await answerField(page).fill('Typed a moment before');
	await other.getByRole('button', { name: 'Switch to Ada' }).click();

	await expect(page.getByRole('link', { name: 'Profile: Ada' })).toBeVisible();
	await expect(page.getByRole('heading', { name: 'Choose a topic' })).toBeVisible();
	await expect(page.getByRole('link', { name: 'Continue' })).toHaveCount(0);
	await other.getByRole('button', { name: 'Switch to Me' }).click();
	await page.getByRole('link', { name: 'Continue' }).click();
	await expect(answerField(page)).toHaveValue('Typed a moment before');
});

test('deleting a profile offers its backup and asks for its name', async ({ page, host }) => {
	await page.goto(host.url);
	await becomeSomebody(page, 'Ada & Co');
	await page.getByRole('button', { name: 'Delete the profile…' }).click();
	const dialog = page.getByRole('dialog', { name: 'Delete the profile Ada & Co?' });
	const downloading = page.waitForEvent('download');
	await dialog.getByRole('button', { name: 'Download the backup first' }).click();
	const download = await downloading;
	const backup: unknown = JSON.parse(await readFile(await download.path(), 'utf8'));
	expect(download.suggestedFilename()).toMatch(/^mettle-Ada-Co-\d{4}-\d{2}-\d{2}\.json$/);
	expect(backup).toMatchObject({ format: 'mettle-backup', profile: { name: 'Ada & Co' } });

	const confirm = dialog.getByRole('button', { name: 'Delete for good' });
	await expect(confirm).toBeDisabled();
	await dialog.getByLabel('Type Ada & Co to confirm').fill('Ada');
	await expect(confirm).toBeDisabled();
	await dialog.getByLabel('Type Ada & Co to confirm').fill('Ada & Co');
	await confirm.click();

	await expect(dialog).toHaveCount(0);
	await expect(page.getByText('You are practising as Me.')).toBeAttached();
	await expect(page.getByText('Ada & Co')).toHaveCount(0);
	await expect(page.getByLabel('Name', { exact: true })).toHaveValue('Me');
});

test('the last profile can be deleted too: a fresh one takes its place', async ({ page, host }) => {
	await startSession(page, host);
	await openSettings(page);
	await page.getByRole('button', { name: 'Delete the profile…' }).click();
	await page.getByLabel('Type Me to confirm').fill('Me');
	await page.getByRole('button', { name: 'Delete for good' }).click();
	await expect(page.getByText('You are practising as Me.')).toBeAttached();
	await page.getByRole('link', { name: 'Practise' }).click();

	await page.getByRole('button', { name: 'Start a session on Databases' }).waitFor();
	await expect(page.getByRole('link', { name: 'Continue' })).toHaveCount(0);
});

test('settings are kept: questions in a session, the running time, name and aims', async ({
	page,
	host
}) => {
	await page.goto(host.url);
	await openSettings(page);
	await page.getByLabel('Questions in a session').fill('3');
	await page.getByLabel('Show the running time while I answer').uncheck();
	await page.getByRole('button', { name: 'Save' }).nth(1).click();
	await expect(page.getByText('Saved.')).toBeVisible();
	await page.getByLabel('Name', { exact: true }).fill('Grace');
	await page.getByLabel('Minutes a day').fill('25');
	await page.getByLabel('Interview date').fill('2099-03-31');
	await page.getByRole('button', { name: 'Save' }).first().click();
	await expect(page.getByText('Saved.').first()).toBeVisible();
	await page.reload();
	await expect(page.getByLabel('Name', { exact: true })).toHaveValue('Grace');
	await expect(page.getByLabel('Minutes a day')).toHaveValue('25');
	await expect(page.getByLabel('Interview date')).toHaveValue('2099-03-31');

	await page.getByRole('link', { name: 'Practise' }).click();
	await expect(page.getByText('A session asks 3 questions')).toBeVisible();
	await page.getByRole('button', { name: 'Start a session on Python' }).click();
	await expect(page.getByText('Question 1 of 3')).toBeVisible();
	await page.waitForTimeout(1500);
	await expect(page.getByTitle('Time on this question, while the page is visible')).toHaveCount(0);
});

test('a name that is taken is refused with a reason', async ({ page, host }) => {
	await page.goto(host.url);
	await openSettings(page);
	await page.getByLabel('Name of a new profile').fill('Me');
	await page.getByRole('button', { name: 'Make a profile' }).click();

	await expect(page.getByRole('alert')).toContainText('There is a profile "Me" already');
});

test('all other tokens can be signed out', async ({ page, host }) => {
	await page.goto(host.url);
	await openSettings(page);
	await page.evaluate(async () => {
		for (let count = 0; count < 2; count++)
			await fetch('../api/auth/token', {
				method: 'POST',
				headers: { 'Content-Type': 'application/json' },
				body: '{}'
			});
	});
	await page.reload();
	await page.getByText('For developers', { exact: true }).click();
	await expect(page.getByRole('button', { name: /^Revoke the token/ })).toHaveCount(2);
	await page
		.getByRole('button', { name: /^Revoke the token/ })
		.first()
		.click();
	await expect(page.getByText('1 token was revoked.')).toBeVisible();
	await page.getByRole('button', { name: 'Sign out all others' }).click();

	await expect(page.getByRole('button', { name: /^Revoke the token/ })).toHaveCount(0);
	await expect(page.getByText('this page')).toBeVisible();
});

test('a reset names what goes and what stays, and is undone after a reload', async ({
	page,
	host
}) => {
	await startSession(page, host);
	await submit(page, 'A lock keeps two transactions from changing the same row at once.');
	await page.getByRole('link', { name: 'Progress' }).click();
	const meter = page.getByRole('meter', { name: 'Mastery of Databases' });
	const mastery = await meter.getAttribute('aria-valuenow');
	await page.getByRole('button', { name: 'Reset the mastery of Databases…' }).click();
	const dialog = page.getByRole('dialog', { name: 'Reset the mastery of Databases?' });
	await expect(dialog).toContainText(`Mastery ${Number(mastery).toFixed(2)}, from 1 answer`);
	await expect(dialog).toContainText(/What stays\s*The level of practice, Medium/u);
	await expect(dialog).toContainText('1 session, exactly as it is in your history');
	await dialog.getByRole('button', { name: 'Cancel' }).click();
	await expect(meter).toBeVisible();

	await page.getByRole('button', { name: 'Reset the mastery of Databases…' }).click();
	await dialog.getByRole('button', { name: 'Reset', exact: true }).click();
	await expect(dialog).toHaveCount(0);
	await expect(meter).toHaveCount(0);
	await expect(page.getByText(/Mastery of Databases was reset on/)).toBeVisible();
	await expect(page.getByText(/^You have reset your mastery/)).toBeVisible();
	await page.reload();
	await page.getByRole('button', { name: 'Undo the reset of Databases' }).click();
	await expect(meter).toHaveAttribute('aria-valuenow', mastery ?? '');
	await expect(page.getByText(/was reset on/)).toHaveCount(0);
});

test.describe('without a service worker', () => {
	test.use({ serviceWorkers: 'block' });

	test('what could not be read is said, and trying again reads it', async ({
		page,
		context,
		host
	}) => {
		// The API's own code comes late, unlike what the page names itself.
		await page.goto(host.url);
		await page.getByRole('button', { name: 'Start a session on Databases' }).waitFor();
		const html = await (await page.request.get(host.url)).text();
		const late = host.requests
			.map(({ path }) => path.slice(1))
			.filter((path) => path.endsWith('.js') && !html.includes(path));
		expect(late.length).toBeGreaterThan(0);
		for (const path of late) host.fail(path, { kind: 'status', status: 500 });
		const fresh = await context.browser()?.newPage({ serviceWorkers: 'block' });
		if (fresh === undefined) throw new Error('no browser');
		await fresh.goto(host.url);

		await expect(fresh.getByRole('alert')).toContainText('could not be reached');
		host.heal();
		await fresh.getByRole('button', { name: 'Try again' }).click();
		await fresh.getByRole('button', { name: 'Start a session on Databases' }).waitFor();
		await expect(fresh.getByRole('alert')).toHaveCount(0);
		await fresh.close();
	});
});

test('nothing stands in anybody’s way', async ({ page, host }) => {
	await startSession(page, host);
	await submit(page, 'A lock keeps two transactions from changing the same row at once.');
	await page.getByRole('link', { name: 'Progress' }).click();
	await page.getByRole('button', { name: 'Reset the mastery of Databases…' }).click();
	await expectGoodLooks(page);
	await page.getByRole('button', { name: 'Reset', exact: true }).click();
	await expect(page.getByRole('button', { name: 'Undo the reset of Databases' })).toBeEnabled();
	await expectGoodLooks(page);

	await becomeSomebody(page, 'Wilhelmina Konstantinopolsky-Featherstonehaugh');
	await page.getByText('For developers', { exact: true }).click();
	await expectGoodLooks(page);
	await page.getByRole('button', { name: 'Delete the profile…' }).click();
	await expectGoodLooks(page);
});
