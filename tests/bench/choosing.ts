/**
 * How long the choice of the next question takes for someone with a long history: 50,000 recorded
 * answers, a topic of 5,000 questions on 48 concepts, all of them seen, in Chromium's IndexedDB.
 * Asked with `fetch` in the page, answered by the service worker: the times hold everything that
 * happens between a skip and the next question. Beside them the same in a topic of a few
 * questions, and the pure choice in Node. Prints one JSON object; needs a build, no model.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { chromium, type Page } from '@playwright/test';
import { z } from 'zod';
import { findChromium } from '../../scripts/chromium.mjs';
import { createRandom } from '$lib/domain/random';
import { chooseQuestion } from '$lib/domain/selection/choose-question';
import { packSchema, type Pack } from '$lib/packs/pack-schema';
import type { SeenRecord } from '$lib/store/records';
import { startHost } from '../support/host';
import { PracticeLog } from '../support/practice-log';
import { timesOf } from './page-probes';
import { again, fill, openApp, play, time, told } from './recorded-history';

const ANSWERS = Number(process.env['METTLE_ANSWERS'] ?? 50_000);
const QUESTIONS = Number(process.env['METTLE_QUESTIONS'] ?? 5000);
/** Answers that are played; more are copies of them. */
const PLAYED = 1000;
const REPEATS = 21;
const LARGE = 'databases';
const SMALL = 'networks';
/** Each concept of the real pack becomes as many. */
const CONCEPT_COPIES = 6;
const MINUTE_MS = 60_000;

/** The built pack of a topic with its questions copied, and its concepts with them. */
function enlarge(file: string): Pack {
	const pack = packSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
	const named = (concept: string, copy: number) => `${concept}_${String(copy % CONCEPT_COPIES)}`;
	return packSchema.parse({
		...pack,
		concepts: pack.concepts.flatMap((concept) =>
			Array.from({ length: CONCEPT_COPIES }, (_, copy) => ({
				...concept,
				id: named(concept.id, copy)
			}))
		),
		questions: Array.from({ length: QUESTIONS }, (_, index) => {
			const copy = Math.floor(index / pack.questions.length);
			const question = pack.questions[index % pack.questions.length];
			return {
				...question,
				id: `${question?.id ?? ''}-${String(copy)}`,
				concepts: question?.concepts.map((concept) => named(concept, copy)),
				points: question?.points.map((point) => ({ ...point, concept: named(point.concept, copy) }))
			};
		})
	});
}

function seenRecords(pack: Pack, profileId: string, nowMs: number): SeenRecord[] {
	const random = createRandom(1);
	return pack.questions.map(({ id }, index) => ({
		profile_id: profileId,
		topic: LARGE,
		question_id: id,
		last_shown_ms: nowMs - (QUESTIONS - index) * MINUTE_MS,
		times_shown: 1,
		shown_number: index + 1,
		last_score: random()
	}));
}

/** Milliseconds to begin a session, and from a skip to the next question. */
async function measureTopic(page: Page, token: string, topic: string) {
	const starts: number[] = [];
	const skips: number[] = [];
	for (let repeat = 0; repeat < REPEATS; repeat++) {
		const body = { session_type: 'technical', topic, question_count: 3 };
		const started = await time(page, token, 'POST', 'api/sessions', body);
		starts.push(started.ms);
		const { session, question } = told.parse(JSON.parse(started.text));
		const path = `api/sessions/${String(session.id)}`;
		let open = question;
		for (let count = 0; count < 2; count++) {
			const answer = { question_id: open?.id, skipped: true };
			const skipped = await time(page, token, 'POST', `${path}/answers`, answer);
			skips.push(skipped.ms);
			open = told.parse(JSON.parse(skipped.text)).next_question;
		}
		await time(page, token, 'POST', `${path}/complete`, {});
	}
	// The first ones load and parse the pack.
	return { session_started: timesOf(starts.slice(1)), skipped: timesOf(skips.slice(2)) };
}

/** Reading what has been seen of the topic, alone: the greatest part of a choice. */
async function measureReading(page: Page, profileId: string) {
	const times = await page.evaluate(
		async ([key, repeats]) => {
			const database = await new Promise<IDBDatabase>((resolve, reject) => {
				const opening = indexedDB.open('mettle');
				opening.onsuccess = () => resolve(opening.result);
				opening.onerror = () => reject(new Error('the database does not open'));
			});
			const found: number[] = [];
			for (let repeat = 0; repeat < repeats; repeat++) {
				const startMs = performance.now();
				await new Promise<void>((resolve, reject) => {
					const index = database.transaction('seen').objectStore('seen').index('by_topic');
					const reading = index.getAll(key);
					reading.onsuccess = () => resolve();
					reading.onerror = () => reject(new Error('what was seen cannot be read'));
				});
				found.push(performance.now() - startMs);
			}
			database.close();
			return found;
		},
		[[profileId, LARGE], REPEATS] as [string[], number]
	);
	return timesOf(times.slice(1));
}

/** The choice alone, in Node, warmed up. */
function measureChoice(pack: Pack, nowMs: number) {
	const log = new PracticeLog();
	const random = createRandom(1);
	const candidates = pack.questions.map(({ id, concepts, difficulty }) => ({
		...{ id, concepts, difficulty, topic: LARGE }
	}));
	for (const question of candidates) log.answer(question, random(), nowMs - MINUTE_MS);
	const learner = log.view();
	const times = Array.from({ length: 200 }, (_, seed) => {
		const startMs = performance.now();
		const options = { focus: 'adaptive', nowMs, random: createRandom(seed) } as const;
		chooseQuestion(candidates, [], learner, options);
		return performance.now() - startMs;
	});
	return timesOf(times.slice(20));
}

async function main(): Promise<void> {
	const file = existsSync('build/packs')
		? readdirSync('build/packs').find((name) => name.startsWith(`${LARGE}.`))
		: undefined;
	if (file === undefined) {
		console.log(JSON.stringify({ measured: false, reason: 'no build' }));
		return;
	}
	const pack = enlarge(`build/packs/${file}`);
	const nowMs = Date.now();
	const executablePath = findChromium();
	const browser = await chromium.launch({
		...(executablePath === undefined ? {} : { executablePath }),
		args: process.getuid?.() === 0 ? ['--no-sandbox'] : []
	});
	const host = await startHost({ base: '/' });
	try {
		host.fail(`packs/${file}`, {
			kind: 'replace',
			body: JSON.stringify(pack),
			type: 'application/json'
		});
		const { token, tables } = await play(PLAYED);
		const [profile = { id: '' }] = z.array(z.object({ id: z.string() })).parse(tables.profiles);
		const page = await (await browser.newContext()).newPage();
		await openApp(page, host.url);
		await fill(page, tables);
		for (let copy = 1; copy < ANSWERS / PLAYED; copy++) await fill(page, again(tables, copy));
		await fill(page, { seen: seenRecords(pack, profile.id, nowMs) });

		const large = await measureTopic(page, token, LARGE);
		const small = await measureTopic(page, token, SMALL);
		const reading = await measureReading(page, profile.id);
		console.log(
			JSON.stringify(
				{
					answers: ANSWERS,
					questions_seen: QUESTIONS,
					concepts: pack.concepts.length,
					next_question_ms: large,
					next_question_ms_small_topic: small,
					reading_seen_ms: reading,
					choice_alone_ms_node: measureChoice(pack, nowMs)
				},
				null,
				'\t'
			)
		);
	} finally {
		await browser.close();
		await host.stop();
	}
}

void main();
