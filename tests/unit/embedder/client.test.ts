import { describe, expect, test } from 'vitest';
import { measureEvidence } from '$lib/domain/grading/evidence';
import { createEmbedderClient, type ClientOptions } from '$lib/embedder/client';
import type { ModelState, RubricTexts } from '$lib/embedder/embedder';
import { createEncoder } from '$lib/embedder/encode';
import type { FetchedModel } from '$lib/embedder/model-files';
import { serveEmbedder, type WorkerDeps } from '$lib/embedder/worker-core';
import { createManualTimers } from '../../support/manual-timers';
import {
	createMemoryWorker,
	nextTurn,
	settleMessages,
	type MemoryWorker
} from '../../support/memory-port';
import { createPretendRuntime, type PretendRuntime } from '../../support/pretend-runtime';

const RUBRIC: RubricTexts = {
	prompt: 'What is a deadlock?',
	expected: ['Threads wait for each other in a circle.'],
	points: [
		{
			id: 'circle',
			concept: 'deadlock',
			weight: 1,
			wordings: ['a circle of waits'],
			keywords: [{ term: 'circle', aliases: ['cycle'] }],
			why: 'It never ends.'
		}
	],
	keywords: [],
	misconceptions: []
};
const RUBRIC_TEXTS = [
	'What is a deadlock ?',
	'Threads wait for each other in a circle .',
	'a circle of waits'
];

const FILES: FetchedModel = {
	kind: 'files',
	files: { model: new Uint8Array(1), tokenizer: new Uint8Array(1) }
};

function setUp(options: Partial<ClientOptions> = {}, deps: Partial<WorkerDeps> = {}) {
	const timers = createManualTimers();
	const workers: MemoryWorker[] = [];
	const runtimes: PretendRuntime[] = [];
	const states: ModelState[] = [];
	const client = createEmbedderClient({
		createWorker() {
			const worker = createMemoryWorker((port) =>
				serveEmbedder(port, {
					fetchModel: () => Promise.resolve(FILES),
					startRuntime: (_, { threads }) => {
						const runtime = createPretendRuntime(threads);
						runtimes.push(runtime);
						return Promise.resolve(runtime);
					},
					warmUp: () => Promise.resolve(true),
					breathe: nextTurn,
					now: () => 0,
					...deps
				})
			);
			workers.push(worker);
			return worker;
		},
		folder: 'models/',
		wasmPaths: { mjs: 'ort.mjs', wasm: 'ort.wasm' },
		threads: 1,
		after: timers.after,
		...options
	});
	client.onState((state) => states.push(state));
	return { client, timers, workers, runtimes, states };
}

const never = () => new Promise<never>(() => undefined);

describe('measuring', () => {
	test('gives the evidence that the domain finds in the vectors', async () => {
		const { client } = setUp();

		const measurement = await client.measure(RUBRIC, 'They wait in a circle.');

		const encoder = createEncoder(createPretendRuntime());
		const [prompt, expected, wording, answer] = await Promise.all(
			[RUBRIC.prompt, ...RUBRIC.expected, 'a circle of waits', 'They wait in a circle.'].map(
				(text) => encoder.encode(text)
			)
		);
		if (!prompt || !expected || !wording || !answer) throw new Error('not encoded');
		const rubric = {
			model: 'pretend0',
			texts: RUBRIC,
			prompt,
			expected: [expected],
			points: [[wording]],
			misconceptions: [],
			counterexamples: []
		};
		expect(measurement).toEqual({ kind: 'evidence', evidence: measureEvidence(rubric, answer) });
	});

	test('says not_ready once patience is at an end, and starts only one worker', async () => {
		const { client, timers, workers } = setUp({ patienceMs: 3000 }, { fetchModel: never });
		const first = client.measure(RUBRIC, 'one');
		const second = client.measure(RUBRIC, 'two');

		timers.advance(2999);
		await settleMessages();
		timers.advance(1);

		expect(await first).toEqual({ kind: 'not_ready', retry_after_seconds: 2 });
		expect(await second).toEqual({ kind: 'not_ready', retry_after_seconds: 2 });
		expect(workers).toHaveLength(1);
	});

	test('starts nothing without leave', async () => {
		const { client, workers } = setUp({ mayLoad: () => false });
		client.prepare(RUBRIC);
		client.ahead('a draft');

		expect(await client.measure(RUBRIC, 'one')).toMatchObject({
			kind: 'unavailable',
			code: 'not_loaded'
		});
		expect(workers).toHaveLength(0);
	});

	test('rejects with the signal’s reason and spares the worker the passes', async () => {
		const { client, runtimes } = setUp();
		await client.load();
		const reason = new Error('changed my mind');
		const controller = new AbortController();
		const measure = client.measure(RUBRIC, 'one', controller.signal);

		controller.abort(reason);

		await expect(measure).rejects.toBe(reason);
		await settleMessages();
		expect(runtimes[0]?.passes).toEqual([]);
		await expect(client.measure(RUBRIC, 'two', controller.signal)).rejects.toBe(reason);
	});
});

describe('a worker that stops', () => {
	test('is replaced, and the answer it had is measured by the next', async () => {
		const { client, workers, runtimes } = setUp();
		await client.load();
		const first = runtimes[0];
		if (first === undefined) throw new Error('not started');
		first.beforePass = never;
		const measure = client.measure(RUBRIC, 'one');
		await settleMessages();

		workers[0]?.crash('out of memory');

		expect(await measure).toMatchObject({ kind: 'evidence' });
		expect(workers.map((worker) => worker.isTerminated())).toEqual([true, false]);
	});

	test('twice over the same answer costs that answer alone', async () => {
		const poison = 'boom';
		const { client, workers } = setUp(
			{},
			{
				startRuntime: () => {
					const runtime = createPretendRuntime();
					runtime.beforePass = (text) => {
						if (text === poison) throw new RangeError('memory');
					};
					return Promise.resolve(runtime);
				}
			}
		);
		await client.load();

		expect(await client.measure(RUBRIC, poison)).toMatchObject({
			kind: 'unavailable',
			code: 'stopped'
		});
		expect(await client.measure(RUBRIC, 'harmless')).toMatchObject({ kind: 'evidence' });
		expect(workers).toHaveLength(3);
	});

	test('by hanging is replaced after the stated time, and a second try works', async () => {
		const { client, timers, workers, runtimes } = setUp({ measureTimeoutMs: 20_000 });
		await client.load();
		const first = runtimes[0];
		if (first === undefined) throw new Error('not started');
		first.beforePass = never;
		const measure = client.measure(RUBRIC, 'one');
		await settleMessages();

		timers.advance(20_000);

		expect(await measure).toMatchObject({ kind: 'unavailable', code: 'stopped' });
		expect(await client.measure(RUBRIC, 'one')).toMatchObject({ kind: 'evidence' });
		expect(workers[0]?.isTerminated()).toBe(true);
	});

	test('by saying what the protocol does not know is replaced', async () => {
		const { client, workers } = setUp();
		await client.load();

		workers[0]?.say({ type: 'state', state: 'fine' });
		await settleMessages();

		expect(await client.state()).toMatchObject({ state: 'ready' });
		expect(workers.map((worker) => worker.isTerminated())).toEqual([true, false]);
	});
});

describe('a model that does not start', () => {
	test('is tried again on one thread', async () => {
		const asked: number[] = [];
		const { client } = setUp(
			{ threads: 3 },
			{
				startRuntime: (_, { threads }) => {
					asked.push(threads);
					if (threads > 1) throw new Error('no shared memory');
					return Promise.resolve(createPretendRuntime(threads));
				}
			}
		);

		expect(await client.load()).toEqual({ state: 'ready', model: 'pretend0', threads: 1 });
		expect(asked).toEqual([3, 1]);
	});

	test('is given up after two silent starts; asking again tries again', async () => {
		const { client, timers, workers } = setUp({ loadTimeoutMs: 60_000 }, { fetchModel: never });
		const load = client.load();
		const measure = client.measure(RUBRIC, 'one');
		await settleMessages();
		timers.advance(2999);
		timers.advance(120_000);

		expect(await load).toMatchObject({ state: 'unavailable', code: 'cannot_run' });
		expect(await measure).toMatchObject({ kind: 'not_ready' });
		expect(await client.measure(RUBRIC, 'one')).toMatchObject({ code: 'cannot_run' });
		expect(workers).toHaveLength(2);

		void client.load();
		expect(workers).toHaveLength(3);
	});

	test('settles every waiting answer with the reason', async () => {
		const reason = 'The grading model arrived damaged, twice.';
		const { client } = setUp(
			{},
			{
				fetchModel: async () => {
					await nextTurn();
					return { kind: 'unavailable', code: 'damaged', reason };
				}
			}
		);

		const measure = await client.measure(RUBRIC, 'one');

		expect(measure).toEqual({ kind: 'unavailable', code: 'damaged', reason });
		expect(await client.state()).toEqual({ state: 'unavailable', code: 'damaged', reason });
	});

	test('is not used where its numbers are wrong', async () => {
		const { client } = setUp({}, { warmUp: () => Promise.resolve(false) });

		expect(await client.load()).toMatchObject({ state: 'unavailable', code: 'cannot_run' });
	});
});

test('tells the progress in bytes', async () => {
	const { client, states } = setUp(
		{},
		{
			fetchModel: (_, onProgress) => {
				for (const bytes of [100, 1_000_000, 1_000_100]) onProgress(bytes, false);
				onProgress(500_000, true);
				return Promise.resolve(FILES);
			}
		}
	);

	await client.load();

	const total_bytes = 23_684_031;
	expect(states).toEqual([
		{ state: 'idle' },
		{ state: 'loading', loaded_bytes: 0, total_bytes },
		{ state: 'loading', loaded_bytes: 0, total_bytes },
		{ state: 'loading', loaded_bytes: 1_000_000, total_bytes },
		{ state: 'loading', loaded_bytes: 500_000, total_bytes, again: true },
		{ state: 'ready', model: 'pretend0', threads: 1 }
	]);
});

test('ends the worker after idleness, and the next answer starts another', async () => {
	const { client, timers, workers, runtimes } = setUp({ idleMs: 300_000 });
	await client.load();
	timers.advance(200_000);
	client.ahead('still typing');
	timers.advance(299_999);
	expect(workers[0]?.isTerminated()).toBe(false);

	timers.advance(1);

	expect(workers[0]?.isTerminated()).toBe(true);
	expect(await client.state()).toEqual({ state: 'idle' });
	expect(await client.measure(RUBRIC, 'one')).toMatchObject({ kind: 'evidence' });
	expect(runtimes).toHaveLength(2);
});

test('embeds question and draft once the model is there', async () => {
	const { client, runtimes } = setUp();
	client.prepare(RUBRIC);
	client.ahead('a draft');
	await client.load();
	await settleMessages();

	expect(runtimes[0]?.passes).toEqual(['a draft', ...RUBRIC_TEXTS]);
	await client.measure(RUBRIC, 'a draft');
	expect(runtimes[0]?.passes).toHaveLength(4);
});

test('lets go of everything at the end', async () => {
	const { client, workers } = setUp({}, { fetchModel: never });
	const measure = client.measure(RUBRIC, 'one');

	client.dispose();

	expect(await measure).toMatchObject({ kind: 'unavailable', code: 'not_loaded' });
	expect(workers[0]?.isTerminated()).toBe(true);
});
