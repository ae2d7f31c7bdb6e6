import type { Page } from '@playwright/test';
import type { Host } from '../support/host';
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

async function setUp(page: Page, host: Host, link: string): Promise<void> {
	await page.goto(host.url);
	await page.getByRole('link', { name: link }).click();
	await page.getByRole('button', { name: 'Start the session' }).waitFor();
}

async function begin(page: Page): Promise<void> {
	await page.getByRole('button', { name: 'Start the session' }).click();
	await answerField(page).waitFor();
}

test('a mock interview goes on without feedback and ends with a debrief', async ({
	page,
	host
}) => {
	await setUp(page, host, 'Mock interview');
	await page.getByLabel('Questions').fill('3');
	await expect(page.getByLabel('Minutes')).toHaveValue('9');
	await begin(page);
	await expect(page.getByText(/^[89]:\d\d left$/u)).toBeVisible();
	for (const number of [2, 3]) {
		await answerField(page).fill(WEAK);
		await page.getByRole('button', { name: 'Submit' }).click();
		await expect(page.getByText(`Question ${String(number)} of 3`)).toBeVisible();
		await expect(page.getByRole('heading', { name: 'How it went' })).toHaveCount(0);
	}
	await answerField(page).fill(await expectedAnswer(page));
	await page.getByRole('button', { name: 'Submit' }).click();

	await expect(page.getByRole('heading', { name: 'Debrief' })).toBeVisible();
	await expect(page.getByText(/^You used \d+ s of 9 min/u)).toBeVisible();
	const points = page.getByRole('region', { name: 'Debrief' }).getByRole('list').first();
	await expect(points.getByRole('listitem')).toHaveCount(2);
});

test('when the time is over, a mock interview hands in what is written', async ({ page, host }) => {
	// The page answers itself here, so that its clock is the only one.
	await page.context().route('**/service-worker.js', (route) => route.abort());
	await page.clock.install();
	await setUp(page, host, 'Mock interview');
	await page.getByLabel('Questions').fill('2');
	await page.getByLabel('Minutes').fill('1');
	await begin(page);
	await answerField(page).fill(WEAK);
	await page.clock.runFor(61_000);

	await expect(page.getByRole('heading', { name: 'How the session went' })).toBeVisible();
	await expect(page.getByText('The time of this session was used up.')).toBeVisible();
	await expect(page.locator('dl').first()).toContainText(/Answered\s*1/u);
});

test('a pause stops the clock, hides the question and keeps the text over a reload', async ({
	page,
	host
}) => {
	await startSession(page, host);
	const prompt = await page.getByRole('heading', { level: 1 }).innerText();
	await answerField(page).fill('Half an');
	await page.getByRole('button', { name: 'Pause' }).click();
	await expect(page.getByRole('heading', { name: 'Paused' })).toBeFocused();
	await expect(page.getByText(prompt)).toHaveCount(0);
	await page.reload();

	await expect(page.getByRole('heading', { level: 1, name: prompt })).toBeVisible();
	await expect(answerField(page)).toHaveValue('Half an');
	await page.getByRole('button', { name: 'Pause' }).click();
	await page.getByRole('button', { name: 'Keep going' }).click();
	await expect(answerField(page)).toHaveValue('Half an');
});

test('a session can be ended early, after asking', async ({ page, host }) => {
	await startSession(page, host);
	await submit(page, WEAK);
	await page.getByRole('button', { name: 'Next question' }).click();
	await answerField(page).fill('Never sent');
	await page.getByRole('button', { name: 'End the session' }).click();
	const dialog = page.getByRole('dialog', { name: 'End the session here?' });
	await expect(dialog).toContainText('What you have written for the open question is not graded');
	await expect(dialog.getByRole('button', { name: 'Keep going' })).toBeFocused();
	await dialog.getByRole('button', { name: 'Keep going' }).click();
	await expect(answerField(page)).toHaveValue('Never sent');
	await page.getByRole('button', { name: 'End the session' }).click();
	await dialog.getByRole('button', { name: 'End it' }).click();

	await expect(page.getByRole('heading', { name: 'How the session went' })).toBeVisible();
	await expect(page.locator('dl').first()).toContainText(/Answered\s*1/u);
});

test('only what was missed is asked again, each with its reason', async ({ page, host }) => {
	await startSession(page, host);
	await submit(page, WEAK);
	const missed = await page.locator('article .prompt').innerText();
	await setUp(page, host, 'Only what I missed');
	await begin(page);

	await expect(page.getByRole('heading', { level: 1, name: missed })).toBeVisible();
	await expect(page.getByText(/^Once more/u)).toBeVisible();
});

test('with nothing missed the form says so and stays', async ({ page, host }) => {
	await setUp(page, host, 'Only what I missed');
	await expect(page.getByRole('radio', { name: 'Only what I missed' })).toHaveAccessibleDescription(
		/not missed anything yet/u
	);
	await page.getByRole('button', { name: 'Start the session' }).click();
	const refusal = page.getByRole('alert');
	await expect(refusal).toHaveText(/You have not missed anything yet/u);
	await expect(refusal).toBeInViewport({ ratio: 1 });
	await expect(refusal.locator('..')).toBeFocused();
	await expect(page.getByRole('button', { name: 'Try again' })).toHaveCount(0);
	await page.getByRole('checkbox', { name: 'Databases' }).uncheck();
	for (const topic of ['Computer networks', 'Operating systems', 'Python'])
		await page.getByRole('checkbox', { name: topic }).uncheck();
	await page.getByRole('button', { name: 'Start the session' }).click();
	await expect(page.getByRole('alert')).toHaveText('Choose at least one topic.');
});

test('ten minutes ask what fits into them', async ({ page, host }) => {
	await setUp(page, host, 'Ten minutes');
	await expect(page.getByRole('radio', { name: 'A short session' })).toBeChecked();
	await begin(page);
	await expect(page.getByText('Question 1 of 4')).toBeVisible();
});

test('the level, what comes next and the lock stand with the result', async ({ page, host }) => {
	await startSession(page, host);
	await submit(page, await expectedAnswer(page));
	await expect(page.getByText('Level: Medium')).toBeVisible();
	await expect(page.getByText('2 more good answers in a row move it up')).toBeVisible();
	const lock = page.getByRole('button', { name: 'Hold the level of Databases' });
	await lock.click();
	await expect(lock).toHaveAttribute('aria-pressed', 'true');
	await expect(page.getByText('held by you')).toBeVisible();
	await page.getByRole('link', { name: 'Progress', exact: true }).click();

	await expect(page.getByRole('button', { name: 'Hold the level of Databases' })).toHaveAttribute(
		'aria-pressed',
		'true'
	);
});

test('an address that names no session says so', async ({ page, host }) => {
	const errors: string[] = [];
	page.on('pageerror', (error) => errors.push(error.message));
	for (const path of ['practice/', 'session/']) {
		await page.goto(host.url + path);
		await expect(page.getByRole('heading', { name: 'No session was named' })).toBeFocused();
	}
	for (const path of ['practice/?session=77', 'session/?id=77']) {
		await page.goto(host.url + path);
		await expect(
			page.getByRole('heading', { name: 'This session is not in this profile' })
		).toBeVisible();
		await expect(page.getByRole('button', { name: 'Try again' })).toHaveCount(0);
	}
	await page.getByRole('link', { name: 'Back to the first page' }).click();
	await expect(page.getByRole('heading', { name: 'Choose a topic' })).toBeVisible();
	expect(errors).toEqual([]);
});

test('a button that waits keeps the keyboard, and the summary begins at its heading', async ({
	page,
	host
}) => {
	await page.goto(`${host.url}settings/`);
	const save = page.getByRole('button', { name: 'Save' }).first();
	await save.focus();
	await save.press('Enter');
	await expect(page.getByText('Saved', { exact: false }).first()).toBeVisible();
	await expect(save).toBeFocused();
	await startSession(page, host);
	await page.getByRole('button', { name: 'End the session' }).click();
	await page.getByRole('button', { name: 'End it' }).click();
	await expect(page.getByRole('heading', { name: 'How the session went' })).toBeFocused();
});

test("setting up and a pause fit and stand in nobody's way", async ({ page, host }) => {
	await setUp(page, host, 'Mock interview');
	await expectGoodLooks(page);
	await begin(page);
	await expectGoodLooks(page);
	await page.getByRole('button', { name: 'Pause' }).click();
	await expectGoodLooks(page);
});
