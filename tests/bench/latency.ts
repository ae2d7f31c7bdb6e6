/**
 * How long grading takes: milliseconds per forward pass in the app (Chromium, the built site) and,
 * in the same run, in Node; what grading takes beyond the pass, in Node; and from submit to the
 * grade on the screen. Prints one JSON object.
 */
import { existsSync } from 'node:fs';
import { chromium, type Page } from '@playwright/test';
import { findChromium } from '../../scripts/chromium.mjs';
import { createRandom } from '$lib/domain/random';
import { readPacks } from '../support/api-fixture';
import { startHost } from '../support/host';
import { gradeAnswer } from '$lib/domain/grading/grade-answer';
import { rubricOf } from '$lib/packs/load-packs';
import { createNodeEmbedder, createNodeEncoder, hasModel } from '../support/node-embedder';
import { timesOf, watchModelWorker, watchSubmit } from './page-probes';

const LENGTHS = [10, 50, 100, 200];
const PASSES = 15;
const SUBMITS = 14;

const random = createRandom(1);
const WORDS = readPacks()
	.flatMap((pack) => pack.questions.flatMap((question) => question.expected))
	.join(' ')
	.split(/\s+/u);

/** Words of the packs in an order never seen before, so that nothing is remembered. */
function freshText(words: number): string {
	const text = Array.from({ length: words }, () => WORDS[Math.floor(random() * WORDS.length)]);
	return text.join(' ').replace(/[.;:!?]/gu, '');
}

async function main(): Promise<void> {
	if (!hasModel || !existsSync('build/index.html')) {
		console.log(
			JSON.stringify({ measured: false, reason: hasModel ? 'no build' : 'not measured: no model' })
		);
		return;
	}
	const executablePath = findChromium();
	const browser = await chromium.launch({
		...(executablePath === undefined ? {} : { executablePath }),
		args: process.getuid?.() === 0 ? ['--no-sandbox'] : []
	});
	const host = await startHost({ base: '/' });
	try {
		const page = await (await browser.newContext()).newPage();
		// The transpiler that runs this file marks functions with a helper the page does not have.
		await page.addInitScript('globalThis.__name = (value) => value');
		await page.addInitScript(watchModelWorker);
		await page.addInitScript(watchSubmit);
		await openSession(page, host.url);
		await page.waitForFunction(() => window.mettleBench.readyMs !== null, undefined, {
			timeout: 60_000
		});
		// Once more with the files on this device: what a returning person waits for.
		await page.reload();
		await page.waitForFunction(() => window.mettleBench.readyMs !== null, undefined, {
			timeout: 60_000
		});
		const { readyMs, threads } = await page.evaluate(() => window.mettleBench);
		const words = await measurePasses(page, threads);
		const beyond_pass_ms = await measureBeyondPass(threads);
		const after_pause = timesOf(await measureSubmits(page, host.url, true));
		const while_typing = timesOf(await measureSubmits(page, host.url, false));
		console.log(
			JSON.stringify({
				words,
				beyond_pass_ms,
				submit_to_grade_ms: { after_pause, while_typing },
				cold_start_ms: Math.round(readyMs ?? 0),
				threads
			})
		);
	} finally {
		await browser.close();
		await host.stop();
	}
}

/** App and Node in turn, so that a machine that slows down slows both. */
async function measurePasses(page: Page, threads: number) {
	const encoder = await createNodeEncoder(threads);
	for (let warm = 0; warm < 5; warm++) await encoder.encode(freshText(100));
	const rows: [string, { app_ms: number; app_p95_ms: number; node_ms: number }][] = [];
	for (const length of LENGTHS) {
		const app: number[] = [];
		const node: number[] = [];
		for (let pass = 0; pass < PASSES; pass++) {
			app.push(await page.evaluate((text) => window.mettleBench.pass(text), freshText(length)));
			const text = freshText(length);
			const start = performance.now();
			await encoder.encode(text);
			node.push(performance.now() - start);
		}
		const times = timesOf(app);
		rows.push([
			String(length),
			{ app_ms: times.median, app_p95_ms: times.p95, node_ms: timesOf(node).median }
		]);
	}
	return Object.fromEntries(rows);
}

/**
 * What comparing with the rubric and grading take beyond the pass itself, for texts of 100 words: a
 * graded text and a bare pass in turn, the rubric measured before.
 */
async function measureBeyondPass(threads: number) {
	const encoder = await createNodeEncoder(threads);
	const embedder = await createNodeEmbedder();
	const questions = readPacks().flatMap((pack) => pack.questions);
	const passes: number[] = [];
	const graded: number[] = [];
	for (let round = 0; round < 2 * PASSES; round++) {
		const question = questions[round % 4];
		if (question === undefined) throw new Error('there is no question');
		const text = sentences(freshText(100));
		const start = performance.now();
		await encoder.encode(sentences(freshText(100)));
		const between = performance.now();
		const measured = await embedder.measure(rubricOf(question), text);
		if (measured.kind !== 'evidence') throw new Error('the text was not measured');
		gradeAnswer(measured.evidence, question, text);
		const end = performance.now();
		// The first rounds warm up and have the rubrics read.
		if (round < 6) continue;
		passes.push(between - start);
		graded.push(end - between);
	}
	const pass = timesOf(passes).median;
	const { median, p95 } = timesOf(graded.map((ms) => ms - pass));
	return { pass, median, p95 };
}

/** A full stop after every twelfth word. */
function sentences(text: string): string {
	return text
		.split(' ')
		.map((word, index) => (index % 12 === 11 ? `${word}.` : word))
		.join(' ');
}

async function measureSubmits(page: Page, url: string, pauseFirst: boolean): Promise<number[]> {
	await openSession(page, url);
	await page.waitForFunction(() => window.mettleBench.readyMs !== null);
	const times: number[] = [];
	for (let submit = 0; submit < SUBMITS; submit++) {
		const field = page.getByRole('textbox', { name: 'Your answer' });
		// Nonsense does not raise a concept, so something else than a question may be offered.
		const plain = page.getByRole('button', { name: 'Just ask me the question' });
		await field.or(plain).first().waitFor();
		if (await plain.isVisible()) await plain.click();
		await field.fill(freshText(97));
		if (pauseFirst) await page.waitForTimeout(1000);
		else await field.pressSequentially(' and that is it', { delay: 40 });
		await field.press('Control+Enter');
		await page.waitForFunction(() => window.mettleBench.submitMs !== null);
		// The first one also warms the page up.
		const ms = await page.evaluate(() => window.mettleBench.takeSubmit());
		if (submit > 0) times.push(ms);
		await page.getByRole('button', { name: /Next question|See the summary/ }).click();
	}
	return times;
}

/** A session of all fifteen questions, opened over the API as a script of this origin would. */
async function openSession(page: Page, url: string): Promise<void> {
	await page.goto(url);
	await page.getByRole('button', { name: 'Start a session on Databases' }).waitFor();
	const id = await page.evaluate(async (root) => {
		const token = localStorage.getItem('mettle-token') ?? '';
		const response = await fetch(`${root}api/sessions`, {
			method: 'POST',
			headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${token}` },
			body: JSON.stringify({ session_type: 'technical', topic: 'databases', question_count: 15 })
		});
		const body = (await response.json()) as { session: { id: number } };
		return body.session.id;
	}, url);
	await page.goto(`${url}practice/?session=${String(id)}`);
}

await main();
