/** A long history for the benches: played in memory, copied into a browser's database. */
import type { Page } from '@playwright/test';
import { z } from 'zod';
import { handle } from '$lib/api/handle';
import { TABLE_NAMES } from '$lib/store/schema';
import type { TableName } from '$lib/store/store';
import { buildRequest, createTestDeps, readPacks } from '../support/api-fixture';

export const ANSWERS_A_SESSION = 5;
/** Topics that are practised in turn. */
const TOPICS = ['databases', 'python', 'operating_systems'];

const expected = new Map(
	readPacks().flatMap((pack) => pack.questions.map(({ id, expected }) => [id, expected[0]]))
);

/** What of a reply the next request needs. */
const question = z.object({ id: z.string() }).nullish();
export const told = z.object({
	token: z.string().default(''),
	session: z.object({ id: z.number() }).default({ id: 0 }),
	question,
	next_question: question
});
export type Told = z.infer<typeof told>;

export type Tables = Partial<Record<TableName, unknown[]>>;

/** A history as the product itself records it, played in memory, with the token to read it. */
export async function play(answers: number): Promise<{ token: string; tables: Tables }> {
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
export function again(tables: Tables, copy: number): Tables {
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
export async function fill(page: Page, tables: Tables): Promise<void> {
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

/** Asks the API from the page, as the app does, and takes the time until all of the reply is there. */
export async function time(page: Page, token: string, method: string, path: string, body?: object) {
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

/** The app in a fresh page, under its service worker, with its database made. */
export async function openApp(page: Page, url: string): Promise<void> {
	await page.goto(url);
	await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
	// The app's first request makes the database.
	await page
		.getByRole('button', { name: /^Start a session on/u })
		.first()
		.waitFor();
}
