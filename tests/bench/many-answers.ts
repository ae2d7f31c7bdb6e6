/**
 * Whether the API stays quick as a history grows: with 1,000, 5,000 and 20,000 recorded answers in
 * Chromium's IndexedDB, the median time of each documented route, asked with `fetch` in the page
 * and answered by the service worker. Prints one JSON object; needs a build, no model.
 */
import { existsSync } from 'node:fs';
import { chromium, type Page } from '@playwright/test';
import { findChromium } from '../../scripts/chromium.mjs';
import type { TableName } from '$lib/store/store';
import { z } from 'zod';
import { TABLE_NAMES } from '$lib/store/schema';
import { handle } from '$lib/api/handle';
import { buildRequest, createTestDeps, readPacks } from '../support/api-fixture';
import { startHost } from '../support/host';
import { timesOf } from './page-probes';

const SIZES = (process.env['METTLE_SIZES'] ?? '1000,5000,20000').split(',').map(Number);
/** Answers that are played; more are copies of them. */
const PLAYED = 1000;
const ANSWERS_A_SESSION = 5;
const REPEATS = 15;
const TOPICS = ['databases', 'python', 'operating_systems'];
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

const expected = new Map(
	readPacks().flatMap((pack) => pack.questions.map(({ id, expected }) => [id, expected[0]]))
);

/** What of a reply the next request needs. */
const question = z.object({ id: z.string() }).nullish();
const told = z.object({
	token: z.string().default(''),
	session: z.object({ id: z.number() }).default({ id: 0 }),
	question,
	next_question: question
});
type Told = z.infer<typeof told>;

type Tables = Partial<Record<TableName, unknown[]>>;

/** A history as the product itself records it, played in memory, with the token to read it. */
async function play(answers: number): Promise<{ token: string; tables: Tables }> {
	const deps = createTestDeps();
	let token = '';
	const ask = async (method: string, path: string, body: object): Promise<Told> => {
		const request = buildRequest(method, path, body, { Authorization: `Bearer ${token}` });
		return told.parse(await (await handle(request, deps)).json());
	};
	token = (await ask('POST', 'api/auth/token', {})).token;
	for (let session = 0; session < answers / ANSWERS_A_SESSION; session++) {
		const made = await ask('POST', 'api/sessions', {
			session_type: 'technical',
			topic: TOPICS[session % TOPICS.length],
			question_count: ANSWERS_A_SESSION
		});
		const path = `api/sessions/${String(made.session.id)}`;
		let open = made.question;
		for (let count = 0; open != null; count++) {
			const text = expected.get(open.id) ?? '';
			// Every third one says half of it, so that levels and concepts move.
			const answer = (session + count) % 3 === 0 ? text.slice(0, text.length / 2) : text;
			const reply = await ask('POST', `${path}/answers`, {
				question_id: open.id,
				answer,
				response_time: 40
			});
			open = reply.next_question;
		}
		await ask('POST', `${path}/complete`, {});
	}
	const tables = await deps.store.read(TABLE_NAMES, async (tx) => {
		const all: Tables = {};
		for (const name of TABLE_NAMES) all[name] = await tx.all(name);
		return all;
	});
	return { token, tables };
}

/**
 * The same history again, earlier, so that mastery stays what the latest answers made it: other ids and session numbers, the same person. Playing all of it
 * would take longer than what is to be measured.
 */
function again(tables: Tables, copy: number): Tables {
	const shiftMs = -copy * 7 * 86_400_000;
	const sessions = tables.sessions?.length ?? 0;
	const profile = JSON.stringify(tables.profiles?.[0]).match(/"id":"(\d+)"/u)?.[1];
	const earlier = (records: unknown[] = []): unknown[] => {
		const text = JSON.stringify(records)
			.replaceAll(/"(\d{13})(\d{13})"/gu, (id, atMs: string, count: string) =>
				id === `"${String(profile)}"` ? id : `"${String(Number(atMs) + shiftMs)}${count}"`
			)
			.replaceAll(/"(\w*at_ms)":(\d+)/gu, (_, name: string, atMs: string) =>
				JSON.stringify({ [name]: Number(atMs) + shiftMs }).slice(1, -1)
			);
		return z.array(z.unknown()).parse(JSON.parse(text));
	};
	return {
		events: earlier(tables.events),
		sessions: z
			.array(z.looseObject({ id: z.number() }))
			.parse(earlier(tables.sessions))
			.map((session) => ({ ...session, id: session.id + copy * sessions }))
	};
}

/** Writes records as they are into the database that the app has made. */
async function fill(page: Page, tables: Tables): Promise<void> {
	for (const [table, records] of Object.entries(tables))
		for (let from = 0; from < records.length; from += 2000)
			await page.evaluate(
				([name, part]) =>
					new Promise<void>((resolve, reject) => {
						const opening = indexedDB.open('mettle');
						opening.onerror = () => reject(new Error('the database does not open'));
						opening.onsuccess = () => {
							const writing = opening.result.transaction(name, 'readwrite', {
								durability: 'relaxed'
							});
							for (const record of part) writing.objectStore(name).put(record);
							writing.oncomplete = () => {
								opening.result.close();
								resolve();
							};
							writing.onabort = () => reject(new Error('a write was given up'));
						};
					}),
				[table, records.slice(from, from + 2000)] as const
			);
}

async function time(page: Page, token: string, method: string, path: string, body?: object) {
	return page.evaluate(
		async ([token, method, path, body]) => {
			const start = performance.now();
			const response = await fetch(new URL(path, location.href), {
				method,
				headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
				...(body === undefined ? {} : { body: JSON.stringify(body) })
			});
			const text = await response.text();
			if (!response.ok) throw new Error(`${method} ${path}: ${text}`);
			return { ms: performance.now() - start, text };
		},
		[token, method, path, body] as const
	);
}

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
			await page.goto(host.url);
			await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
			// The app's first request makes the database.
			await page
				.getByRole('button', { name: /^Start a session on/u })
				.first()
				.waitFor();
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
