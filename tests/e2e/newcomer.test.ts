import {
	answerField,
	controlled,
	expect,
	expectedAnswer,
	startSession,
	submit,
	test
} from './fixtures';

test('a newcomer answers in two presses, is graded, and sees the mastery move', async ({
	page,
	host
}) => {
	await startSession(page, host);
	await submit(page, await expectedAnswer(page));

	await expect(page.getByText('Excellent understanding')).toBeVisible();
	await expect(
		page.getByText(/0\.6 × (0\.99|1\.00) \(meaning\) \+ 0\.4 × 1\.00 \(keywords\) = (0\.99|1\.00)/)
	).toBeVisible();
	await expect(page.getByText(/Your mastery of Databases starts at (0\.99|1\.00)\./)).toBeVisible();
	await expect(page.getByRole('heading', { name: 'How it went' })).toBeFocused();
});

test('a whole session, with the keyboard, to its summary and the progress page', async ({
	page,
	host
}) => {
	await startSession(page, host, 'Python');
	for (let number = 1; number <= 5; number++) {
		await expect(page.getByText(`Question ${String(number)} of 5`)).toBeVisible();
		if (number === 3) await page.getByRole('button', { name: 'I don’t know' }).click();
		else {
			await answerField(page).fill(await expectedAnswer(page));
			await answerField(page).press('Enter');
			await answerField(page).press('Control+Enter');
		}
		await page
			.getByRole('button', { name: number === 5 ? 'See the summary' : 'Next question' })
			.click();
	}

	await expect(page.getByRole('heading', { name: 'How the session went' })).toBeVisible();
	await expect(page.getByText(/^(79\.\d|80) of 100$/)).toBeVisible();
	await page.getByRole('link', { name: 'See your progress' }).click();
	await expect(page.getByRole('heading', { name: 'Python' })).toBeVisible();
	await expect(page.getByText('4 of 4')).toBeVisible();
	await expect(page.getByRole('link', { name: /Python.*(79\.\d|80) of 100/ })).toBeVisible();
});

test('a draft survives a reload in the middle of an answer', async ({ page, host }) => {
	await startSession(page, host);
	await controlled(page);
	await answerField(page).fill('Half a sentence about');
	await expect(page.getByText('Draft kept')).toBeVisible();
	await page.reload();

	await expect(answerField(page)).toHaveValue('Half a sentence about');
});

test('what to fix first leads to the answer, unfolded', async ({ page, host }) => {
	await startSession(page, host);
	await submit(page, 'It has to do with tables.');
	await page.getByRole('link', { name: 'Practise' }).click();
	await page.getByRole('link', { name: 'Progress' }).click();
	await page.getByRole('link', { name: /Databases.*unfinished/ }).click();
	await page.getByRole('listitem').getByRole('link').first().click();

	await expect(page.getByRole('heading', { name: 'What is missing' })).toBeVisible();
});

test('an unfinished session is offered on the first page', async ({ page, host }) => {
	await startSession(page, host);
	const prompt = await page.getByRole('heading', { level: 1 }).innerText();
	await page.getByRole('link', { name: 'Practise' }).click();
	await page.getByRole('link', { name: 'Continue' }).click();

	await expect(page.getByRole('heading', { level: 1 })).toHaveText(prompt);
});

test('pressing twice records one answer', async ({ page, host }) => {
	await startSession(page, host);
	await answerField(page).fill(await expectedAnswer(page));
	await page.getByRole('button', { name: 'Submit' }).dblclick();
	await page.getByRole('heading', { name: 'How it went' }).waitFor();
	await page.getByRole('link', { name: 'Progress' }).click();

	await expect(page.getByText('1 of 1')).toBeVisible();
});

test('nothing to grade is said, and the text stays', async ({ page, host }) => {
	await startSession(page, host);
	await answerField(page).fill('…');
	await page.getByRole('button', { name: 'Submit' }).click();

	await expect(page.getByRole('alert')).toContainText('nothing to grade yet');
	await expect(answerField(page)).toHaveValue('…');
});

test('a blank answer is not sent: it is said at the field, clear of the buttons', async ({
	page,
	host
}) => {
	await page.setViewportSize({ width: 390, height: 640 });
	await startSession(page, host);
	const sent: string[] = [];
	page.on('request', (request) => {
		if (request.method() === 'POST') sent.push(request.url());
	});
	await page.getByRole('button', { name: 'Submit' }).click();

	const alert = page.getByRole('alert');
	await expect(alert).toHaveText(/^There is nothing to grade yet\./u);
	await expect(answerField(page)).toBeFocused();
	await expect(answerField(page)).toHaveAccessibleDescription(/^There is nothing to grade yet\./u);
	const bar = await page.getByRole('button', { name: 'Submit' }).boundingBox();
	const said = await alert.boundingBox();
	expect((said?.y ?? 0) + (said?.height ?? 0)).toBeLessThan(bar?.y ?? 0);
	expect(sent).toEqual([]);
	await answerField(page).fill('It');
	await expect(alert).toHaveCount(0);
});

test('markup in an answer is shown as typed', async ({ page, host }) => {
	await startSession(page, host);
	const text = '<img src=x onerror="document.title=1"> <b>bold</b> {{1+1}}';
	await submit(page, text);

	await expect(page.getByText('<b>bold</b>')).toBeVisible();
	await expect(page).not.toHaveTitle('1');
});
