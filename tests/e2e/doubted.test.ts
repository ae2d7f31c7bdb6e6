import { readContentFiles } from '../../scripts/read-content';
import {
	controlled,
	expect,
	expectGoodLooks,
	modelReady,
	questionOn,
	startSession,
	submit,
	test
} from './fixtures';

test('right words put together wrongly are called mentioned, and a claim lifts the cap', async ({
	page,
	host
}) => {
	const turnedRound = new Map(
		(await readContentFiles()).map(({ front }) => [front.id, front.tests.opposite])
	);
	await startSession(page, host);
	await controlled(page);
	await modelReady(page);
	const mentioned = page.getByRole('heading', { name: 'What you mentioned, perhaps not as it is' });
	for (let number = 1; number <= 6 && !(await mentioned.isVisible()); number++) {
		if (number > 1) await page.getByRole('button', { name: /Next question/u }).click();
		await submit(page, turnedRound.get((await questionOn(page)).id) ?? '');
	}

	const doubt = page.getByText('reads more like what people often get wrong');
	await expect(doubt).toBeVisible();
	const list = page.locator('section').filter({ has: mentioned });
	await expect(list.getByText('Not sure: did you say this?').first()).toBeVisible();
	await expectGoodLooks(page);

	await list
		.getByRole('button', { name: /^I said that/u })
		.first()
		.press('Enter');
	await expect(page.getByText('Counts, because you say that you said it.')).toBeVisible();
	await expect(doubt).toBeHidden();
	await expect(page.getByRole('heading', { name: 'What you covered' })).toBeVisible();
});
