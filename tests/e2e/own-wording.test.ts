import { expect, questionOn, startSession, submit, test } from './fixtures';

const OWN = 'Purple giraffes juggle quietly over there.';

test('own words count for a point from now on, and can be let go of', async ({ page, host }) => {
	await startSession(page, host);
	const question = await questionOn(page);
	await submit(page, `${question.points[0]?.wordings[0] ?? ''} ${OWN}`);
	await page
		.getByRole('button', { name: /^I said that/u })
		.first()
		.click();
	await expect(page.getByText('Counts, because you say that you said it.')).toBeVisible();

	await page.getByText('Let your words count from now on').click();
	const own = page.getByRole('radio', { name: OWN });
	await own.focus();
	await page.keyboard.press('Space');
	await expect(own).toBeChecked();
	await page.getByRole('button', { name: /^Let these words count/u }).press('Enter');

	const kept = page.locator('.kept', { hasText: OWN });
	await expect(kept).toBeVisible();
	await expect(
		page.getByRole('status').filter({ hasText: 'These words count for the point from now on.' })
	).toHaveCount(1);
	await page.getByRole('button', { name: /^No longer let them count/u }).click();
	await expect(kept).toBeHidden();
	await expect(page.getByText('Let your words count from now on')).toBeVisible();
});
