/**
 * Whether the API stays quick as a history grows: with 1,000, 5,000 and 20,000 recorded answers in
 * Chromium's IndexedDB, the median time of each documented route, asked with `fetch` in the page
 * and answered by the service worker. Prints one JSON object; needs a build, no model.
 */
import { existsSync } from 'node:fs';
import { chromium, type Page } from '@playwright/test';
import { findChromium } from '../../scripts/chromium.mjs';
import { startHost } from '../support/host';
import { timesOf } from './page-probes';
import {
	again,
	ANSWERS_A_SESSION,
	fill,
	openApp,
	play,
	time,
	told,
	type Told
} from './recorded-history';

const SIZES = (process.env['METTLE_SIZES'] ?? '1000,5000,20000').split(',').map(Number);
/** Answers that are played; more are copies of them. */
const PLAYED = 1000;
const REPEATS = 15;
/** Those that list every session: their time is given for each one. */
const LISTS_ALL = ['api/dashboard_data', 'api/profile/debugging_history'];
const ROUTES = [
	'api/user/progress',
	'api/adaptive/mastery/databases',
	...LISTS_ALL,
	'api/sessions',
	'api/sessions?type=technical',
	'api/history?topic=python',
	'api/sessions/1',
	'api/profile/action_plans',
	'api/reviews',
	'api/user/resets',
	'api/answers?q=index',
	'api/marks',
	'api/topics',
	'api/settings',
	'api/regrade'
];

async function measure(page: Page, token: string, sessions: number) {
	const figures: Record<string, number> = {};
	for (const path of ROUTES) {
		const times: number[] = [];
		for (let repeat = 0; repeat < REPEATS; repeat++)
			times.push((await time(page, token, 'GET', path)).ms);
		const { median } = timesOf(times.slice(1));
		figures[`GET ${path}`] = median;
		if (LISTS_ALL.includes(path))
			figures[`GET ${path}, a session`] = Math.round((1000 * median) / sessions) / 1000;
	}
	const writes = new Map<string, number[]>();
	const write = async (name: string, path: string, body: object): Promise<Told> => {
		const { ms, text } = await time(page, token, 'POST', path, body);
		writes.set(name, [...(writes.get(name) ?? []), ms]);
		return told.parse(JSON.parse(text));
	};
	for (let repeat = 0; repeat < REPEATS; repeat++) {
		const { session, question: asked } = await write('POST api/sessions', 'api/sessions', {
			session_type: 'technical',
			topic: 'databases',
			question_count: 2
		});
		const answers = `api/sessions/${String(session.id)}/answers`;
		// Without a model an answer is kept and waits: everything but the measuring itself.
		const reply = await write('POST answers, kept', answers, {
			question_id: asked?.id,
			answer: 'An index is a sorted structure.'
		});
		await write('POST answers, skipped', answers, {
			question_id: reply.next_question?.id,
			skipped: true
		});
		await write('POST complete', `api/sessions/${String(session.id)}/complete`, {});
		await write('POST reset_mastery', 'api/user/reset_mastery', { topic: 'python' });
		await write('POST undo_reset', 'api/user/undo_reset', { topic: 'python' });
	}
	for (const [name, times] of writes) figures[name] = timesOf(times.slice(1)).median;
	return figures;
}

async function main(): Promise<void> {
	if (!existsSync('build/index.html')) {
		console.log(JSON.stringify({ measured: false, reason: 'no build' }));
		return;
	}
	const executablePath = findChromium();
	const browser = await chromium.launch({
		...(executablePath === undefined ? {} : { executablePath }),
		args: process.getuid?.() === 0 ? ['--no-sandbox'] : []
	});
	const host = await startHost({ base: '/' });
	const results: Record<string, Record<string, number>> = {};
	try {
		const { token, tables } = await play(PLAYED);
		for (const size of SIZES) {
			const context = await browser.newContext();
			const page = await context.newPage();
			await openApp(page, host.url);
			await fill(page, tables);
			for (let copy = 1; copy < size / PLAYED; copy++) await fill(page, again(tables, copy));
			results[String(size)] = await measure(page, token, size / ANSWERS_A_SESSION);
			await context.close();
		}
	} finally {
		await browser.close();
		await host.stop();
	}
	console.log(JSON.stringify({ median_ms_by_answers: results }, null, '\t'));
}

void main();
