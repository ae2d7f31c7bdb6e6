import AxeBuilder from '@axe-core/playwright';
import { expect, test as base, type Page } from '@playwright/test';
import { readPacks } from '../support/api-fixture';
import { startHost, type Host } from '../support/host';

/** By prompt, as the screen shows it. */
const QUESTIONS = new Map(
	readPacks()
		.flatMap((pack) => pack.questions)
		.map((question) => [question.prompt.replace(/[`*]/gu, '').replace(/\s+/gu, ' '), question])
);

/** Each test has a host of its own, so that what it serves and logs is the test's alone. */
export const test = base.extend<{ host: Host }>({
	// Playwright insists on a destructured first parameter.
	// eslint-disable-next-line no-empty-pattern
	host: async ({}, use) => {
		const host = await startHost({ base: '/' });
		await use(host);
		await host.stop();
	}
});
export { expect };

/** The newcomer's two presses: open the page, start a session. */
export async function startSession(page: Page, host: Host, topic = 'Databases'): Promise<void> {
	await page.goto(host.url);
	await page.getByRole('button', { name: `Start a session on ${topic}` }).click();
	await answerField(page).waitFor();
}

export function answerField(page: Page) {
	return page.getByRole('textbox', { name: 'Your answer' });
}

/** The question on the screen, with its answer key. */
export async function questionOn(page: Page) {
	const prompt = (await page.getByRole('heading', { level: 1 }).innerText()).replace(/\s+/gu, ' ');
	const question = QUESTIONS.get(prompt.trim());
	if (question === undefined) throw new Error(`no question with the prompt "${prompt}"`);
	return question;
}

/** The first expected answer of the question on the screen. */
export async function expectedAnswer(page: Page): Promise<string> {
	return (await questionOn(page)).expected[0] ?? '';
}

/** Waits until a service worker answers this page's requests. */
export async function controlled(page: Page): Promise<void> {
	await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
}

/** Waits until the model is ready to measure. */
export async function modelReady(page: Page): Promise<void> {
	await page.waitForFunction(
		async () => {
			const response = await fetch(new URL('../api/health', location.href));
			const health = (await response.json()) as { model: { state: string } };
			return health.model.state === 'ready';
		},
		undefined,
		{ timeout: 60_000, polling: 500 }
	);
}

/** Submits an answer and waits for what came of it. */
export async function submit(page: Page, text: string): Promise<void> {
	await answerField(page).fill(text);
	await page.getByRole('button', { name: 'Submit' }).click();
	await page.getByRole('heading', { name: 'How it went' }).waitFor();
}

/** The long tests look at every page in every way, the others at each scheme and each width once. */
const isLongRun = process.env['METTLE_LONG'] === '1';

/** How a page is looked at: both colour schemes, on a phone and on a desk. */
const LOOKS = (['light', 'dark'] as const)
	.flatMap((colorScheme) =>
		[390, 1280].map((width) => ({
			colorScheme,
			width,
			name: `${colorScheme}, ${String(width)} px`
		}))
	)
	.filter(({ colorScheme, width }) => isLongRun || (colorScheme === 'light') === (width === 390));

async function lookAt(
	page: Page,
	{ colorScheme, width }: Omit<(typeof LOOKS)[number], 'name'>
): Promise<void> {
	await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
	await page.setViewportSize({ width, height: 844 });
}

/** What stands in somebody's way on the page as it is, each with the elements concerned. */
export async function violationsOn(page: Page): Promise<string[]> {
	const { violations } = await new AxeBuilder({ page }).analyze();
	return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`);
}

/** In every size and colour scheme nothing stands in the way, and nothing beside the page. */
export async function expectGoodLooks(page: Page): Promise<void> {
	for (const { name, ...look } of LOOKS) {
		await lookAt(page, look);
		expect(await violationsOn(page), name).toEqual([]);
		expect(await fits(page), name).toBe(true);
	}
}

/** Whether nothing has to be scrolled sideways. */
function fits(page: Page): Promise<boolean> {
	return page.evaluate(() => document.body.scrollWidth <= innerWidth);
}
