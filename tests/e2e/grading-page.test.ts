import type { Locator, Page } from '@playwright/test';
import { SELF_TEST_CASES } from '$lib/ui/grading/self-test-cases';
import {
	controlled,
	expect,
	expectedAnswer,
	expectGoodLooks,
	modelReady,
	startSession,
	submit,
	test,
	violationsOn
} from './fixtures';

const selfTest = (page: Page) => page.getByRole('region', { name: 'Try it on this device' });
const regrade = (page: Page) => page.getByRole('region', { name: 'Grade your history again' });

/** Goes on with the keyboard until the control has the focus. */
async function tabTo(page: Page, control: Locator): Promise<void> {
	await control.waitFor();
	for (let presses = 0; presses < 80; presses++) {
		if (await control.evaluate((element) => element === document.activeElement)) return;
		await page.keyboard.press('Tab');
	}
	throw new Error('the keyboard does not reach it');
}

async function press(page: Page, control: Locator): Promise<void> {
	await expect(control).toBeEnabled();
	await tabTo(page, control);
	await page.keyboard.press('Enter');
}

/** Makes every stored grade one of an older grader, and a poor one. */
async function ageGrades(page: Page): Promise<number> {
	return page.evaluate(
		() =>
			new Promise<number>((resolve, reject) => {
				const opening = indexedDB.open('mettle');
				opening.onerror = () => reject(new Error('cannot open'));
				opening.onsuccess = () => {
					const database = opening.result;
					const transaction = database.transaction('events', 'readwrite');
					let aged = 0;
					transaction.objectStore('events').openCursor().onsuccess = (event) => {
						const { result: cursor } = event.target as IDBRequest<IDBCursorWithValue | null>;
						if (cursor === null) return;
						const record = cursor.value as { kind: string; grade?: object };
						if (record.kind === 'answer_graded') {
							aged++;
							cursor.update({
								...record,
								grade: { ...record.grade, grader: '0', score: 0.2, correct: false }
							});
						}
						cursor.continue();
					};
					transaction.oncomplete = () => {
						database.close();
						resolve(aged);
					};
				};
			})
	);
}

test('is reached from the footer and from a score, and says how grades agree with people', async ({
	page,
	host
}) => {
	await startSession(page, host);
	await submit(page, await expectedAnswer(page));
	await page.getByRole('main').getByRole('link', { name: 'How grading works' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('How grading works');
	await expect(
		page.getByText('score = 0.6 × semantic similarity + 0.4 × keyword coverage')
	).toBeVisible();

	const table = page.getByRole('table', { name: /How grades agree with people/ });
	await expect(
		table.getByRole('row', { name: /Two people with each other 0\.58 0\.66/ })
	).toBeVisible();
	await expect(table.getByRole('row', { name: /^Score 0\.\d\d 0\.\d\d \d+ % \d+ %$/ })).toHaveCount(
		4
	);

	await page.getByRole('link', { name: 'Practise' }).click();
	await page.getByRole('contentinfo').getByRole('link', { name: 'How grading works' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('How grading works');
});

test('grades the texts of the self-test on this device, with the keyboard alone', async ({
	page,
	host
}) => {
	await page.goto(`${host.url}grading`);
	await press(page, selfTest(page).getByRole('button', { name: 'Start the self-test' }));
	await expect(selfTest(page).getByRole('status')).toHaveText(/graded as they should be/, {
		timeout: 60_000
	});

	const rows = selfTest(page).getByRole('table').getByRole('row');
	await expect(rows).toHaveCount(SELF_TEST_CASES.length + 1);
	for (const [index, { least, most, below = false }] of SELF_TEST_CASES.entries()) {
		const row = rows.nth(index + 1);
		const score = Number(await row.getByRole('cell').first().innerText());
		const isExpected = score >= least && (below ? score < most : score <= most);
		await expect(row).toContainText(isExpected ? /(?<!not )as expected/ : 'not as expected');
	}
	await expect(rows.nth(1)).toContainText('A good answer');
	await expect(rows.nth(1)).not.toContainText('not as expected');
});

test('the self-test waits for the model and can be stopped', async ({ page, host }) => {
	host.fail(/^models\/.*\.onnx$/u, { kind: 'delay', ms: 20_000 });
	await page.goto(`${host.url}grading`);
	await selfTest(page).getByRole('button', { name: 'Start the self-test' }).click();
	await expect(selfTest(page).getByText('Waiting for the grading model…')).toBeVisible();
	await expect(selfTest(page).getByRole('progressbar').first()).toBeVisible();
	await selfTest(page).getByRole('button', { name: 'Stop' }).click();

	await expect(selfTest(page).getByRole('status').filter({ hasText: 'Stopped' })).toHaveText(
		`Stopped after 0 of ${String(SELF_TEST_CASES.length)} texts.`
	);
});

test('old grades are measured anew, shown, kept and accepted', async ({ page, host }) => {
	test.slow();
	await startSession(page, host);
	await controlled(page);
	await modelReady(page);
	await submit(page, await expectedAnswer(page));
	await page.goto(`${host.url}grading`);
	await expect(regrade(page)).toContainText('All your grades are from this version');
	expect(await ageGrades(page)).toBe(1);

	await page.reload();
	await expect(regrade(page)).toContainText('1 answer was graded by another version');
	await press(page, regrade(page).getByRole('button', { name: 'Measure anew' }));
	const change = regrade(page)
		.getByRole('list', { name: 'What would change' })
		.getByRole('listitem');
	await expect(change).toContainText(/from 0\.20 to (0\.9\d|1\.00)/, { timeout: 60_000 });
	await expect(change).toContainText('now correct');
	expect(await violationsOn(page)).toEqual([]);

	await press(page, regrade(page).getByRole('button', { name: 'Keep the old grades' }));
	await expect(regrade(page)).toContainText('1 new grade was forgotten');
	await press(page, regrade(page).getByRole('button', { name: 'Measure anew' }));
	await press(page, regrade(page).getByRole('button', { name: 'Accept the new grades' }));
	await expect(regrade(page)).toContainText('1 new grade counts from now on');
	await expect(
		regrade(page).getByRole('row', { name: /Databases 0\.\d\d → |Databases 1\.00 → / })
	).toBeVisible();
	await expect(regrade(page)).toContainText('All your grades are from this version');
	expect(await violationsOn(page)).toEqual([]);
});

test('stands in nobody’s way', async ({ page, host }) => {
	await page.goto(`${host.url}grading`);
	await expect(regrade(page)).toContainText('There is nothing to do');
	await expectGoodLooks(page);

	await selfTest(page).getByRole('button', { name: 'Start the self-test' }).click();
	await expect(selfTest(page).getByRole('status')).toHaveText(/graded as they should be/, {
		timeout: 60_000
	});
	await selfTest(page).getByText('The texts, word for word').click();
	await expectGoodLooks(page);
});
