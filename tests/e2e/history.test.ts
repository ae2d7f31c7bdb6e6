import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import {
	expect,
	expectedAnswer,
	expectGoodLooks,
	questionOn,
	startSession,
	submit,
	test
} from './fixtures';
import type { Host } from '../support/host';

const HALF = ' Beyond that I would have to look it up.';

/** Answers two questions, the first with one of its points only unless told otherwise. */
async function answerTwo(page: Page, host: Host, first?: string) {
	await startSession(page, host);
	const question = await questionOn(page);
	const point = question.points[0]?.wordings[0] ?? '';
	await submit(page, first ?? `${point}${HALF}`);
	await page.getByRole('button', { name: 'Next question' }).click();
	const second = await questionOn(page);
	await submit(page, await expectedAnswer(page));
	return { question, point, second };
}

async function openSession(page: Page): Promise<void> {
	await page.getByRole('link', { name: 'History' }).click();
	await page.getByRole('link', { name: 'Databases', exact: true }).click();
	await page.getByRole('heading', { name: 'An unfinished session' }).waitFor();
}

/** A figure of the session, by its name. */
function figure(page: Page, name: string) {
	return page.getByRole('definition').filter({
		has: page.locator(`xpath=preceding-sibling::dt[1][normalize-space()="${name}"]`)
	});
}

/** An answer of the session, in the order in which they were given. */
function answerAt(page: Page, index: number) {
	return page.locator('main details[id^="answer-"]').nth(index);
}

async function unfold(page: Page, index: number) {
	const answer = answerAt(page, index);
	await answer.locator('summary').first().click();
	return answer;
}

test('filters are kept in the address, over a reload and back', async ({ page, host }) => {
	await answerTwo(page, host, 'It has to do with tables.');
	await startSession(page, host, 'Python');
	await page.getByRole('link', { name: 'History' }).click();
	const rows = page.getByRole('list', { name: 'Sessions' }).getByRole('listitem');
	await expect(rows).toHaveCount(2);
	await expect(rows.last()).toContainText(/Databases.*Technical.*1 of 2 correct \(50\s%\)/u);
	await expect(rows.last()).toContainText('unfinished');

	await page.getByLabel('Topic').selectOption('Databases');
	await expect(rows).toHaveCount(1);
	await page.getByLabel('Type').selectOption('Mock interview');
	await expect(page.getByText('No session fits this choice.')).toBeVisible();
	await expect(page).toHaveURL(/\?type=mock&topic=databases$/u);

	await page.reload();
	await expect(page.getByLabel('Type')).toHaveValue('mock');
	await expect(page.getByText('No session fits this choice.')).toBeVisible();
	await page.goBack();
	await expect(rows).toHaveCount(1);
	await page.getByLabel('Topic').selectOption('All topics');
	await expect(rows).toHaveCount(2);

	await page.getByRole('link', { name: 'Continue the session on Databases' }).click();
	await expect(page.getByText('Question 3 of 5')).toBeVisible();
});

test('a point that was not said lowers score and mastery, and undoing brings them back', async ({
	page,
	host
}) => {
	const { point } = await answerTwo(page, host);
	await openSession(page);
	const answer = await unfold(page, 0);
	const score = answer.locator('summary').first().locator('.outcome');
	const before = {
		score: await score.innerText(),
		session: await figure(page, 'Score so far').innerText(),
		mastery: await figure(page, 'Mastery').innerText()
	};

	const deny = answer.getByRole('button', { name: `I did not say that About: ${point}` });
	await deny.focus();
	await page.keyboard.press('Enter');
	await expect(answer.getByText('Does not count, because you say')).toBeVisible();
	const undo = answer.getByRole('button', { name: 'Undo' });
	await expect(undo).toBeFocused();
	expect(Number(await score.innerText())).toBeLessThan(Number(before.score));
	expect(await figure(page, 'Score so far').innerText()).not.toBe(before.session);
	expect(await figure(page, 'Mastery').innerText()).not.toBe(before.mastery);
	await expect(
		page.getByRole('status').filter({ hasText: /^Counted as not said\. Score 0\.\d\d, mastery/u })
	).toHaveCount(1);

	await undo.click();
	await expect(score).toHaveText(before.score);
	await expect(figure(page, 'Score so far')).toHaveText(before.session);
	await expect(figure(page, 'Mastery')).toHaveText(before.mastery);
	await answer.getByText('Everything that became of this answer').click();
	await expect(answer.getByText('You said: “I did not say that.”')).toBeVisible();
	await expect(answer.getByText('You took your correction back.')).toBeVisible();
	await expect(answer.getByText(/^Graded: .*grader \S+, model \S+/u).first()).toBeVisible();
});

test('a point can be claimed where the result is shown', async ({ page, host }) => {
	await startSession(page, host);
	const question = await questionOn(page);
	await submit(page, `${question.points[0]?.wordings[0] ?? ''}${HALF}`);
	const mastery = page.getByText(/Your mastery of Databases starts at/u);
	const before = await mastery.innerText();
	await page
		.getByRole('button', { name: /^I said that/u })
		.first()
		.click();

	await expect(page.getByText('Counts, because you say that you said it.')).toBeVisible();
	await expect(mastery).not.toHaveText(before);
	await page.getByRole('button', { name: 'Undo' }).click();
	await expect(mastery).toHaveText(before);
});

test('an answer is edited and graded again, taken back, and restored', async ({ page, host }) => {
	const { question } = await answerTwo(page, host);
	await openSession(page);
	const answer = await unfold(page, 0);
	const score = answer.locator('summary').first().locator('.outcome');
	const before = Number(await score.innerText());
	await answer.getByRole('button', { name: 'Edit and grade again' }).click();
	const field = answer.getByRole('textbox', { name: 'Your edited answer' });
	await expect(field).toBeFocused();
	await field.fill('…');
	await answer.getByRole('button', { name: 'Grade again' }).click();
	await expect(answer.getByRole('alert')).toContainText('nothing to grade yet');
	// Given back word for word it would be a copy: it has been shown.
	const words = (question.expected[0] ?? '').split(' ');
	await field.fill(
		words.map((word, index) => (index % 2 === 1 ? `${word} indeed` : word)).join(' ')
	);
	await answer.getByRole('button', { name: 'Grade again' }).click();
	await expect(field).toHaveCount(0);
	await expect.poll(async () => Number(await score.innerText())).toBeGreaterThan(before);
	const edited = await score.innerText();
	await answer.getByText('Everything that became of this answer').click();
	await expect(answer.getByText('Edited', { exact: true })).toBeVisible();
	await expect(answer.getByText(HALF.trim())).toBeVisible();

	await expect(figure(page, 'Answered')).toHaveText('2');
	await answer.getByRole('button', { name: 'Take this answer back' }).click();
	await expect(answer.getByRole('button', { name: 'Restore' })).toBeFocused();
	await expect(score).toHaveText('taken back');
	await expect(figure(page, 'Answered')).toHaveText('1');
	const other = await unfold(page, 1);
	await other.getByRole('button', { name: 'Take this answer back' }).click();
	await expect(page.getByText('All answers of this session were taken back.')).toBeVisible();
	await expect(figure(page, 'Score so far')).toHaveText('–');
	await page.reload();
	await expect(page.getByText('All answers of this session were taken back.')).toBeVisible();

	await (await unfold(page, 0)).getByRole('button', { name: 'Restore' }).click();
	await expect(score).toHaveText(edited);
	await expect(figure(page, 'Answered')).toHaveText('1');
});

test('own words are found, marked, and lead to their answer', async ({ page, host }) => {
	await answerTwo(page, host);
	await page.getByRole('link', { name: 'History' }).click();
	await page.getByRole('link', { name: 'Answers', exact: true }).click();
	await expect(page.getByText('2 answers found.')).toBeVisible();
	const field = page.getByRole('searchbox', { name: 'Search in your answers' });
	await field.fill('LOOK beyond');
	await field.press('Enter');
	await expect(page.getByText('1 answer found.')).toBeVisible();
	await expect(page.locator('mark')).toHaveText(['Beyond', 'look']);
	await expect(field).toBeFocused();
	await page.reload();
	await expect(field).toHaveValue('LOOK beyond');
	await page.getByRole('link', { name: 'See it in its session' }).click();
	await expect(answerAt(page, 0)).toHaveAttribute('open', '');

	await page.goBack();
	await field.fill('zeppelin');
	await page.getByRole('button', { name: 'Search' }).click();
	await expect(page.getByText('No answer found.')).toBeVisible();
});

test('questions are marked, listed by kind, taken off, and exported for their author', async ({
	page,
	host
}) => {
	const { question, second } = await answerTwo(page, host);
	await page.getByRole('button', { name: 'Bookmark' }).click();
	await expect(page.getByRole('button', { name: 'Bookmark' })).toHaveAttribute(
		'aria-pressed',
		'true'
	);
	await openSession(page);
	const answer = await unfold(page, 0);
	await answer.getByRole('button', { name: 'Flag a mistake' }).click();
	await answer.getByRole('textbox', { name: /What is wrong/u }).fill('Two answers are possible.');
	await answer.getByRole('button', { name: 'Save the note' }).click();
	await expect(answer.getByText('Your note is kept.')).toBeVisible();
	await answer.getByRole('button', { name: 'Do not ask again' }).click();
	await expect(answer.getByText('This question will not be asked again.')).toBeVisible();

	await page.getByRole('link', { name: 'History' }).click();
	await page.getByRole('link', { name: 'Marked', exact: true }).click();
	for (const name of ['Bookmarked', 'Flagged for the author', 'With a note', 'Not asked again'])
		await expect(page.getByRole('heading', { name })).toBeVisible();
	const downloading = page.waitForEvent('download');
	await page.getByRole('button', { name: 'Save the flagged ones as a file' }).click();
	const download = await downloading;
	expect(download.suggestedFilename()).toMatch(/^mettle-flagged-\d{4}-\d\d-\d\d\.md$/u);
	const file = await readFile(await download.path(), 'utf8');
	expect(file).toContain(`## ${question.id}\n\nTopic: databases\n`);
	expect(file).toContain('\n> Two answers are possible.\n');
	expect(file).not.toContain(second.id);

	await page.getByRole('button', { name: 'Ask it again' }).click();
	await expect(page.getByRole('heading', { name: 'Not asked again' })).toHaveCount(0);
	await page.getByRole('button', { name: 'Undo' }).click();
	await expect(page.getByRole('button', { name: 'Ask it again' })).toBeFocused();
	await page.getByRole('button', { name: 'Remove the note' }).click();
	await expect(page.getByRole('heading', { name: 'With a note' })).toHaveCount(0);
});

test('on paper everything is unfolded, black on white, with nothing to press', async ({
	page,
	host
}) => {
	await answerTwo(page, host);
	await openSession(page);
	await page.emulateMedia({ media: 'print', colorScheme: 'dark' });

	await expect(page.getByText('Everything that became of this answer').first()).toBeVisible();
	await expect(page.getByText('Explanation').first()).toBeVisible();
	await expect(page.getByRole('navigation')).toHaveCount(0);
	await expect(page.getByRole('button')).toHaveCount(0);
	expect(await page.evaluate(() => getComputedStyle(document.body).color)).toBe('rgb(0, 0, 0)');
	const root = page.locator('html');
	await expect(root).toHaveCSS('background-color', 'rgb(255, 255, 255)');
	await page.emulateMedia({ media: 'screen' });
	await expect(page.getByText('Explanation').first()).toBeHidden();
});

test('history stands in nobody’s way', async ({ page, host }) => {
	await answerTwo(page, host);
	await page.getByRole('button', { name: 'Flag a mistake' }).click();
	await page.getByRole('textbox', { name: /What is wrong/u }).waitFor();
	await expectGoodLooks(page);
	await page.getByRole('link', { name: 'History' }).click();
	await page.getByText('1 session shown.').waitFor();
	await expectGoodLooks(page);
	await page.getByRole('link', { name: 'Marked', exact: true }).click();
	await page.getByRole('heading', { name: 'Flagged for the author' }).waitFor();
	await expectGoodLooks(page);
	await page.getByRole('link', { name: 'Answers', exact: true }).click();
	await page.getByRole('searchbox').fill('look');
	await page.getByRole('searchbox').press('Enter');
	await page.getByText('1 answer found.').waitFor();
	await expectGoodLooks(page);
	await page.getByRole('link', { name: 'See it in its session' }).click();
	const answer = answerAt(page, 0);
	await answer.getByText('Everything that became of this answer').click();
	await answer.getByRole('button', { name: 'Edit and grade again' }).click();
	await expectGoodLooks(page);
	await answer.getByRole('button', { name: 'Cancel' }).click();
	await answer.getByRole('button', { name: 'Take this answer back' }).click();
	await answer.getByRole('button', { name: 'Restore' }).waitFor();
	await expectGoodLooks(page);
});
