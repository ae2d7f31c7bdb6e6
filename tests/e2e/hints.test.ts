import type { Page } from '@playwright/test';
import {
	answerField,
	controlled,
	expect,
	expectedAnswer,
	expectGoodLooks,
	modelReady,
	questionOn,
	startSession,
	submit,
	test
} from './fixtures';
import { questionsById } from '../support/api-fixture';
import type { Host } from '../support/host';
import { askIn } from './black-box';

/** Goes through a session until a question is asked back; says which point was left out. */
async function leavePointOut(page: Page, host: Host) {
	await startSession(page, host, 'Operating systems');
	for (let number = 1; number <= 5; number++) {
		const question = await questionOn(page);
		const left = question.points.at(-1);
		await submit(
			page,
			question.points
				.slice(0, -1)
				.map(({ wordings }) => wordings[0])
				.join(' ')
		);
		const box = page.getByRole('heading', { name: 'One more question' });
		if (left !== undefined && (await box.isVisible())) return left;
		await page.getByRole('button', { name: 'Next question' }).click();
	}
	throw new Error('no question was asked back');
}

async function openSession(page: Page, topic: string): Promise<void> {
	await page.getByRole('link', { name: 'History' }).click();
	await page.getByRole('link', { name: topic, exact: true }).click();
	await page.getByRole('heading', { name: 'An unfinished session' }).waitFor();
	for (const answer of await page.locator('main details[id^="answer-"] > summary').all())
		await answer.click();
}

test('a hint says what it costs, is still there after a reload, and caps the score', async ({
	page,
	host
}) => {
	await startSession(page, host);
	await controlled(page);
	const { hints } = await questionOn(page);
	const of = String(hints.length);
	const button = page.getByRole('button', { name: `Hint 1 of ${of}` });
	await expect(button).toHaveAccessibleDescription('The most this answer can score is then 0.90.');
	await answerField(page).fill('Half a sentence');
	await expect(page.getByText('Draft kept')).toBeVisible();

	await button.press('Enter');
	const shown = page.getByRole('list', { name: 'Hints' });
	await expect(shown.getByRole('listitem')).toHaveText([`Hint 1 ${hints[0] ?? ''}`]);
	await expect(page.getByRole('status').filter({ has: shown })).toBeVisible();
	await expect(answerField(page)).toHaveValue('Half a sentence');

	await page.reload();
	await expect(shown.getByRole('listitem')).toHaveText([`Hint 1 ${hints[0] ?? ''}`]);
	await expect(answerField(page)).toHaveValue('Half a sentence');

	await submit(page, await expectedAnswer(page));
	await expect(page.getByText(/^One hint was shown before this answer.*0\.90/u)).toBeVisible();
	await expect(page.getByText('0.90', { exact: true })).toBeVisible();
});

test('the last hint hands the keyboard back to the answer', async ({ page, host }) => {
	await startSession(page, host);
	const { hints } = await questionOn(page);
	for (const index of hints.keys())
		await page.getByRole('button', { name: `Hint ${String(index + 1)} of` }).press('Enter');
	await expect(page.getByRole('list', { name: 'Hints' }).getByRole('listitem')).toHaveCount(
		hints.length
	);
	await expect(page.getByText(/^No hint is left\. .* correct from 0\.60\.$/u)).toBeVisible();
	await expect(answerField(page)).toBeFocused();
});

test('a point left out is asked back, held back until then, and counts nowhere', async ({
	page,
	host
}) => {
	const left = await leavePointOut(page, host);
	const wording = left.wordings[0] ?? '';
	const score = await page
		.locator('main')
		.getByText(/^0\.\d\d$/u)
		.first()
		.innerText();
	const modelAnswer = page.locator('summary', { hasText: 'Model answer' });
	await expect(page.getByText(wording)).toHaveCount(0);
	await expect(modelAnswer).toHaveCount(0);
	const field = page.getByRole('textbox', { name: /^Good.*What would you add\?$/u });
	await expect(field).toHaveAccessibleDescription(/changes neither the score nor your mastery/u);

	await page.getByRole('button', { name: 'Answer', exact: true }).click();
	await expect(page.getByRole('alert')).toContainText('There is nothing to grade yet');
	await field.fill(left.wordings[1] ?? '');
	await field.press('Control+Enter');
	await expect(page.getByText('That is the point')).toBeVisible();
	await expect(page.getByText('This changed neither the score nor your mastery.')).toBeVisible();
	await expect(modelAnswer).toBeVisible();
	expect(
		await page
			.locator('main')
			.getByText(/^0\.\d\d$/u)
			.first()
			.innerText()
	).toBe(score);

	await openSession(page, 'Operating systems');
	await expect(page.getByText('That is the point')).toBeVisible();
	await expect(page.getByText(left.wordings[1] ?? '')).toBeVisible();
});

test('a question asked back can be skipped, and what was held back comes', async ({
	page,
	host
}) => {
	const left = await leavePointOut(page, host);
	await page.getByRole('button', { name: 'Skip', exact: true }).click();
	await expect(page.getByText('Skipped. What was held back stands above now.')).toBeVisible();
	await expect(page.getByText(left.wordings[0] ?? '').first()).toBeVisible();
	await expect(page.getByRole('heading', { name: 'What is missing' })).toBeVisible();
});

test('how sure one was is asked, kept, and marks a sure miss', async ({ page, host }) => {
	await startSession(page, host);
	const group = page.getByRole('group', { name: 'How sure are you?' });
	await expect(group.getByRole('radio', { checked: true })).toHaveCount(0);
	await group.getByRole('radio', { name: 'A guess' }).focus();
	await page.keyboard.press('ArrowRight');
	await page.keyboard.press('ArrowRight');
	await expect(group.getByRole('radio', { name: 'Sure', exact: true })).toBeChecked();
	await submit(page, 'It has to do with tables, and with the colour of the office walls.');
	await expect(page.getByText('You were sure: this one comes back first.')).toBeVisible();
	await page.getByRole('button', { name: 'Next question' }).click();
	await expect(group.getByRole('radio', { checked: true })).toHaveCount(0);

	await page.getByRole('link', { name: 'Progress' }).click();
	await expect(page.getByRole('heading', { name: 'How sure, how right' })).toBeVisible();
	await expect(page.getByText('1 of 10 ratings; the figures come with the 10th.')).toBeVisible();
	await openSession(page, 'Databases');
	await expect(page.getByRole('definition').filter({ hasText: /^Sure$/u })).toBeVisible();
});

test('whoever does not want to be asked how sure is not asked', async ({ page, host }) => {
	await startSession(page, host);
	await page.getByRole('link', { name: 'Settings' }).click();
	const choice = page.getByRole('checkbox', { name: 'Ask how sure I am before the grade' });
	await expect(choice).toBeChecked();
	await choice.uncheck();
	await page.locator('form').filter({ has: choice }).getByRole('button', { name: 'Save' }).click();
	await page.getByRole('link', { name: 'Practise' }).click();
	await page.getByRole('link', { name: 'Continue' }).click();
	await expect(page.getByRole('button', { name: /^Hint 1 of/u })).toBeVisible();
	await expect(page.getByText('How sure are you?')).toHaveCount(0);
});

test('answering with a hint, the question asked back and what came of it look right', async ({
	page,
	host
}) => {
	test.slow();
	await leavePointOut(page, host);
	await expectGoodLooks(page);
	await page.getByRole('textbox', { name: /^Good/u }).fill('Something else, about the kernel.');
	await page.getByRole('button', { name: 'Answer', exact: true }).click();
	await page.getByText('Not this point yet').waitFor();
	await expectGoodLooks(page);
	await page.getByRole('button', { name: 'Next question' }).click();
	await page.getByRole('button', { name: /^Hint 1 of/u }).click();
	await page.getByRole('list', { name: 'Hints' }).waitFor();
	await page.getByRole('radio', { name: 'Sure', exact: true }).check();
	await expectGoodLooks(page);
});

test('the table of how sure and how right looks right', async ({ page, host }) => {
	test.slow();
	await startSession(page, host);
	await controlled(page);
	await modelReady(page);
	await rateTen(page, host);
	await page.getByRole('link', { name: 'Progress' }).click();
	await expect(
		page.getByText(/^You were right in 6 of 8 answers you were sure of\./u)
	).toBeVisible();
	await expect(page.getByRole('row', { name: /^Sure 6 of 8/u })).toBeVisible();
	await expectGoodLooks(page);
});

/** Ten rated answers, as a script on the site gives them: eight sure, of which two are wrong. */
async function rateTen(page: Page, host: Host): Promise<void> {
	const issued = await askIn(page, host.url)('POST', 'api/auth/token', {});
	const ask = askIn(page, host.url, (issued.json as { token: string }).token);
	const questions = questionsById();
	const created = (
		await ask('POST', 'api/sessions', {
			session_type: 'technical',
			topic: 'databases',
			question_count: 10
		})
	).json as { session: { id: number }; question: { id: string } };
	let open: { id: string } | null = created.question;
	for (let number = 1; open !== null; number++) {
		const isRight = number <= 7;
		const reply = await ask('POST', `api/sessions/${String(created.session.id)}/answers`, {
			question_id: open.id,
			answer: isRight
				? questions.get(open.id)?.expected[0]
				: 'The colour of the office walls matters most here.',
			confidence: number === 7 || number === 8 ? 'guess' : 'sure'
		});
		open = (reply.json as { next_question: { id: string } | null }).next_question;
	}
	await expect(async () => {
		const reply = await ask('POST', 'api/answers/grade_waiting');
		expect((reply.json as { waiting: number }).waiting).toBe(0);
	}).toPass();
}
