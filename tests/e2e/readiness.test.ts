import type { Page } from '@playwright/test';
import { answerField, expect, expectGoodLooks, startSession, submit, test } from './fixtures';

const WEAK = 'It has to do with tables.';
const ADVERT = `Backend engineer wanted
You know Python (asyncio, Django), PostgreSQL and isolation levels.
TCP/IP and Kubernetes are a plus. JavaScript is written by the React team.`;

async function openPlan(page: Page): Promise<void> {
	await page.getByRole('link', { name: 'Plan', exact: true }).click();
	await page.getByText('Set the day of your interview').waitFor();
}

/** A day of this device's calendar, as a date field takes it. */
function dayIn(days: number): string {
	const day = new Date();
	day.setDate(day.getDate() + days);
	const two = (value: number) => String(value).padStart(2, '0');
	return `${String(day.getFullYear())}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
}

async function setAims(page: Page, date: string, minutes: string): Promise<void> {
	await page.getByLabel('Interview date').fill(date);
	await page.getByLabel('Minutes a day').fill(minutes);
	await page.getByRole('button', { name: 'Save', exact: true }).click();
}

async function readAdvert(page: Page, text: string): Promise<void> {
	await page.getByLabel('Text of the advert').fill(text);
	await page.getByRole('button', { name: 'See what it asks for' }).click();
}

test('the day and the minutes make a plan, each line with its reason', async ({ page, host }) => {
	await startSession(page, host);
	await submit(page, WEAK);
	await openPlan(page);
	await setAims(page, dayIn(10), '20');

	await expect(
		page.getByText('10 days until your interview. The plan asks for at most 20 minutes a day.')
	).toBeVisible();
	const expected = page.getByRole('list', { name: 'Expected on the day' });
	await expect(expected).toContainText('Too little to tell');
	await expect(expected).toContainText(/few answers yet/);
	await expect(
		expected.getByRole('meter', { name: 'Expected mastery of Databases on the day' })
	).toBeVisible();

	const today = page.getByRole('list', { name: /^Today: \d+ minutes/ });
	await expect(today).toContainText(/Learn · Databases/);
	await expect(today).toContainText(/no answer yet|is at 0\.\d\d after 1 answer/);
	await expect(today).toContainText(/Off the list once .+ is at 0\.80/);
	const days = page.getByRole('list', { name: 'The next days' });
	await expect(days.locator('details')).toHaveCount(10);
	await days.getByText(/^Tomorrow: \d+ minutes/).click();
	await expect(days.locator('details').first()).toContainText(/Off the list once/);

	await today
		.getByRole('button', { name: /^Start a session on Databases, for/ })
		.first()
		.click();
	await expect(page).toHaveURL(/practice\/\?session=\d+$/);
	await expect(answerField(page)).toBeVisible();
});

test('a day that has passed is refused with what to do', async ({ page, host }) => {
	await page.goto(host.url);
	await openPlan(page);
	await setAims(page, dayIn(-1), '20');

	const date = page.getByLabel('Interview date');
	await expect(date).toBeFocused();
	expect(await date.evaluate((field: HTMLInputElement) => field.validationMessage)).toContain(
		'or later'
	);
	await expect(page.getByText('Saved.')).toHaveCount(0);
	await page.reload();
	await expect(date).toHaveValue('');
});

test('a change in the settings reaches the plan', async ({ page, host }) => {
	await page.goto(host.url);
	await page.getByRole('link', { name: 'Settings', exact: true }).click();
	await page.getByLabel('Interview date').fill(dayIn(30));
	await page.getByRole('button', { name: 'Save' }).first().click();
	await expect(page.getByText('Saved.')).toBeVisible();
	await page.getByRole('link', { name: 'Plan', exact: true }).click();

	await expect(
		page.getByText(/^30 days until your interview\. There is nothing to plan/)
	).toBeVisible();
});

test('an advert shows the gaps, and its topics become those of the plan', async ({
	page,
	host
}) => {
	await page.goto(host.url);
	await openPlan(page);
	await setAims(page, dayIn(10), '20');
	await page.getByText('Paste a job advert', { exact: true }).click();
	await expect(page.getByText('the text is not stored and never leaves it')).toBeVisible();
	await readAdvert(page, '   ');
	await expect(page.getByText(/There are no words in it/)).toBeVisible();

	await readAdvert(page, ADVERT);
	const asked = page.getByRole('list', { name: 'What it asks for, your gaps first' });
	await expect(asked.getByRole('heading', { level: 4 })).toHaveText([
		'Python',
		'Databases',
		'Computer networks'
	]);
	await expect(asked).toContainText('Asked for 3 times (Python, asyncio, Django).');
	await expect(asked).toContainText(/Never practised: Isolation levels, /);
	await expect(
		page.getByText('no questions for it here: Kubernetes, JavaScript, React.')
	).toBeVisible();
	await page.getByRole('button', { name: 'Make these my topics' }).click();

	await expect(page.getByText('the plan above is for these topics now')).toBeVisible();
	await expect(
		page.getByText('Chosen topics: Python, Databases, Computer networks.')
	).toBeVisible();
	await expect(page.getByRole('list', { name: /^Today: \d+ minutes/ })).toContainText('Python');
	await page.getByRole('button', { name: 'Use those I practised' }).click();
	await expect(page.getByText(/^Chosen topics/)).toHaveCount(0);
	await asked.getByRole('button', { name: 'Practise Python' }).click();
	await expect(answerField(page)).toBeVisible();
});

test('the keyboard alone is enough', async ({ page, host }) => {
	await page.goto(host.url);
	await openPlan(page);
	await page.getByText('Paste a job advert', { exact: true }).focus();
	await page.keyboard.press('Enter');
	await page.getByLabel('Text of the advert').focus();
	await page.keyboard.insertText(ADVERT);
	await page.keyboard.press('Tab');
	await page.keyboard.press('Enter');

	await expect(page.getByRole('group', { name: 'What the advert asks for' })).toBeFocused();
});

test('nothing stands in anybody’s way', async ({ page, host }) => {
	await startSession(page, host);
	await submit(page, WEAK);
	await openPlan(page);
	await expectGoodLooks(page);
	await setAims(page, dayIn(20), '25');
	await page
		.getByRole('list', { name: 'The next days' })
		.getByText(/^Tomorrow/)
		.click();
	await page.getByText('What this rests on').click();
	await page.getByText('Paste a job advert', { exact: true }).click();
	await readAdvert(page, ADVERT);
	await page.getByRole('button', { name: 'Make these my topics' }).click();
	await page.getByText('the plan above is for these topics now').waitFor();

	await expectGoodLooks(page);
});
