import type { Page } from '@playwright/test';
import type { Host } from '../support/host';
import { inOwnWords } from '../support/api-fixture';
import { answerField, expect, questionOn, test } from './fixtures';

/*
 * Two weeks of somebody's practice before an interview, in a minute: the page answers its own
 * requests here, so that the clock it is given is the only one.
 */
test.use({ serviceWorkers: 'block', timezoneId: 'Europe/Berlin' });

const FIRST_DAY = '2026-11-02';
const INTERVIEW = '2026-11-16';
const POOR = 'It makes the whole thing faster, I believe.';

/** Nine in the morning, so many days after the first. */
async function toDay(page: Page, day: number): Promise<void> {
	const at = new Date(`${FIRST_DAY}T09:00:00+01:00`);
	at.setDate(at.getDate() + day);
	await page.clock.setSystemTime(at);
}

/** Answers what is asked until the session ends; how many answers were given. */
async function answerAll(page: Page, how: (index: number) => 'well' | 'poorly'): Promise<number> {
	const ended = page.getByRole('heading', { name: 'How the session went' });
	for (let index = 0; ; index++) {
		const plain = page.getByRole('button', { name: 'Just ask me the question' });
		await expect(answerField(page).or(plain).or(ended).first()).toBeVisible();
		if (await ended.isVisible()) return index;
		if (await plain.isVisible()) await plain.click();
		const { id } = await questionOn(page);
		await answerField(page).fill(how(index) === 'well' ? inOwnWords(id) : POOR);
		await page.getByRole('button', { name: 'Submit' }).click();
		await page.getByRole('heading', { name: 'How it went' }).waitFor();
		const next = page.getByRole('button', { name: /^(Next question|See the summary)$/u });
		await next.click();
		await expect(next).toHaveCount(0);
	}
}

async function home(page: Page, host: Host): Promise<void> {
	await page.goto(host.url);
	await page.getByRole('button', { name: 'Start a session on Databases' }).waitFor();
}

async function practise(page: Page, host: Host, topic: string): Promise<void> {
	await home(page, host);
	await page.getByRole('button', { name: `Start a session on ${topic}` }).click();
}

/** Every mastery on the progress page: topics and their concepts. */
async function masteries(page: Page, host: Host): Promise<string[]> {
	await page.goto(`${host.url}progress`);
	await page.getByRole('heading', { name: 'Databases' }).waitFor();
	const concepts = await page
		.getByRole('list', { name: /^Concepts of / })
		.getByRole('listitem')
		.evaluateAll((items) =>
			items.map((item) => {
				const answers = /\d+(?= answers?\b)/u.exec(item.querySelector('.notes')?.textContent ?? '');
				const [name, mastery] = ['.name', '.figure'].map((part) =>
					item.querySelector(part)?.textContent.replace(/\s+/gu, ' ').trim()
				);
				return [name, mastery, answers?.[0]].join(' ');
			})
		);
	return concepts.filter((item) => /\d\.\d\d \d/u.test(item));
}

test('two weeks: practice, due dates, a plan for each day, and the day itself', async ({
	page,
	host
}) => {
	test.setTimeout(240_000);
	await page.clock.install({ time: new Date(`${FIRST_DAY}T09:00:00+01:00`) });

	// The first day: an aim, and two sessions, one of which goes badly.
	await practise(page, host, 'Databases');
	expect(await answerAll(page, (index) => (index % 2 === 0 ? 'poorly' : 'well'))).toBe(5);
	await practise(page, host, 'Python');
	await answerAll(page, () => 'well');
	await page.goto(`${host.url}plan`);
	await page.getByLabel('Interview date').fill(INTERVIEW);
	await page.getByLabel('Minutes a day').fill('15');
	await page.getByRole('button', { name: 'Save', exact: true }).click();
	await expect(
		page.getByText('14 days until your interview. The plan asks for at most 15 minutes a day.')
	).toBeVisible();
	const expected = page.getByRole('list', { name: 'Expected on the day' });
	await expect(expected).toContainText('Databases');
	await home(page, host);
	await expect(page.getByText('Nothing is due today.')).toBeVisible();

	// The next day: what went badly is due, and nothing has moved by itself.
	const before = await masteries(page, host);
	expect(before.length).toBeGreaterThan(5);
	await toDay(page, 1);
	expect(await masteries(page, host)).toEqual(before);
	await home(page, host);
	const dueText = await page.getByText(/^Due today: [2-5] questions$/u).innerText();
	await page.getByRole('link', { name: 'Which ones, and why' }).click();
	await page.getByText(/questions that are due, the longest overdue first$/u).click();
	await expect(page.getByText(/a weak answer comes back soon/u).first()).toBeVisible();
	await home(page, host);
	await page.getByRole('button', { name: 'Review now' }).click();
	await expect(page.getByText(/^(Due for review|Once more)/u)).toBeVisible();
	expect(`Due today: ${String(await answerAll(page, () => 'well'))} questions`).toBe(dueText);
	await home(page, host);
	await expect(page.getByText('Nothing is due today.')).toBeVisible();

	// A week on: the plan has followed.
	await toDay(page, 7);
	await page.goto(`${host.url}plan`);
	await expect(page.getByText(/^7 days until your interview\./u)).toBeVisible();
	await practise(page, host, 'Databases');
	await answerAll(page, () => 'well');
	await toDay(page, 13);
	await page.goto(`${host.url}plan`);
	await expect(page.getByText(/^Your interview is tomorrow\./u)).toBeVisible();
	await toDay(page, 14);
	await page.goto(`${host.url}plan`);
	await expect(page.getByText(/^Your interview is today\./u)).toBeVisible();

	// The day after: it says so, plans nothing, and keeps everything.
	await toDay(page, 15);
	await page.goto(`${host.url}plan`);
	await expect(
		page.getByText(/^Your interview day was .+; set a new one to plan again\./u)
	).toBeVisible();
	await expect(page.getByRole('list', { name: /^Today/u })).toHaveCount(0);
	await page.goto(`${host.url}history`);
	await expect(page.getByRole('link', { name: /Databases|Python|Several topics/u })).toHaveCount(4);
});
