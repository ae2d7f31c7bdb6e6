import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { handle } from '$lib/api/handle';
import type { Deps } from '$lib/api/deps';
import {
	buildRequest,
	createTestDeps,
	createWordEmbedder,
	readPacks
} from '../support/api-fixture';
import { checkDocumented } from '../support/documented';

/*
 * Whatever is asked, in whatever order: the service worker, over IndexedDB, and the handlers called
 * directly, over memory, give the same answers, character by character.
 */

/** What the service worker's mount finds in place of the platform, new for each run. */
const platform = vi.hoisted(() => ({
	deps: null as { clock: () => unknown; random: object } | null
}));
const present = () => {
	if (platform.deps === null) throw new Error('No run has begun.');
	return platform.deps;
};

vi.mock('$lib/api/web-deps', () => ({
	webClock: () => present().clock(),
	createWebRandom: () => present().random
}));
vi.mock('../../src/service-worker/kit-manifest', () => ({ base: '', version: 'test' }));
vi.mock('../../src/service-worker/page-embedder', () => ({
	createPageEmbedder: () => createWordEmbedder()
}));
vi.mock('../../src/service-worker/runtime-cache', () => ({
	PACKS_CACHE: 'packs',
	fromCacheFirst: (_: string, request: Request) =>
		Promise.resolve(
			new Response(
				readFileSync(new URL(`../../static${new URL(request.url).pathname}`, import.meta.url))
			)
		)
}));

const full = new Map(
	readPacks().flatMap((pack) => pack.questions.map(({ id, expected }) => [id, expected[0]]))
);
type Mount = (request: Request) => Promise<Response>;

/** The service worker's own mount, as after an installation: nothing stored, nothing loaded. */
async function workerMount(): Promise<Mount> {
	vi.resetModules();
	vi.stubGlobal('indexedDB', new IDBFactory());
	vi.stubGlobal('self', {
		location: new URL('http://mettle.test/service-worker.js'),
		clients: { matchAll: () => Promise.resolve([]) }
	});
	platform.deps = createTestDeps();
	const { answerApi } = await import('../../src/service-worker/answer-api');
	return (request) => answerApi(Object.assign(new Event('fetch'), fetchEvent(request)));
}

function fetchEvent(request: Request) {
	return {
		request,
		clientId: 'page',
		resultingClientId: '',
		replacesClientId: '',
		preloadResponse: Promise.resolve(undefined),
		handled: Promise.resolve(undefined),
		respondWith: () => undefined,
		waitUntil: () => undefined
	};
}

function directMount(deps: Deps): Mount {
	return (request) => handle(request, deps);
}

/** What the requests of a run are about, as its earlier answers told. */
interface Known {
	session: string;
	question: string;
	answer: string;
	point: string;
	plan: string;
}

const TOPICS = ['databases', 'python', 'operating_systems', 'all', 'Größe/日本'];
type Step = (known: Known) => readonly [method: string, path: string, body?: unknown];

const topic = fc.constantFrom(...TOPICS);
const flag = fc.boolean();
const steps: fc.Arbitrary<Step> = fc.oneof(
	topic.map((name): Step => () => [
		'POST',
		'api/sessions',
		{ session_type: 'technical', topic: name, question_count: 3 }
	]),
	{
		weight: 4,
		arbitrary: fc
			.constantFrom('full', 'off', 'blank', 'skip')
			.map((kind): Step => ({ session, question }) => [
				'POST',
				`api/sessions/${session}/answers`,
				{
					question_id: question,
					response_time: 7.25,
					skipped: kind === 'skip',
					answer:
						kind === 'full'
							? (full.get(question) ?? 'x')
							: kind === 'off'
								? 'I would paint the fence green.'
								: ''
				}
			])
	},
	fc.constant<Step>(({ session }) => ['POST', `api/sessions/${session}/complete`]),
	fc.constant<Step>(({ session }) => ['GET', `api/sessions/${session}`]),
	fc.constant<Step>(({ session, question }) => [
		'PUT',
		`api/sessions/${session}/draft`,
		{ question_id: question, text: 'A draft' }
	]),
	topic.map((name): Step => () => ['POST', 'api/user/reset_mastery', { topic: name }]),
	topic.map((name): Step => () => ['POST', 'api/user/undo_reset', { topic: name }]),
	topic.map((name): Step => () => ['GET', `api/adaptive/mastery/${encodeURIComponent(name)}`]),
	fc
		.constantFrom<boolean | null>(true, false, null)
		.map((said): Step => ({ answer, point }) => [
			'POST',
			`api/answers/${answer}/override`,
			{ point, said }
		]),
	fc.constant<Step>(({ answer }) => ['DELETE', `api/answers/${answer}`]),
	fc.constant<Step>(({ answer }) => ['POST', `api/answers/${answer}/restore`]),
	fc.constant<Step>(({ answer }) => [
		'PUT',
		`api/answers/${answer}`,
		{ answer: 'Each fact is stored once.' }
	]),
	fc
		.tuple(flag, flag)
		.map(([hidden, flagged]): Step => ({ question }) => [
			'PATCH',
			`api/marks/${question}`,
			{ topic: 'databases', hidden, flagged }
		]),
	fc.constant<Step>(() => ['POST', 'api/profile/action_plans']),
	fc.constant<Step>(({ plan }) => ['DELETE', `api/profile/action_plans/${plan}`]),
	fc
		.integer({ min: 0, max: 60 })
		.map((minutes_a_day): Step => () => ['PATCH', 'api/profile', { minutes_a_day }]),
	fc.constantFrom('a', 'b', ' ').map((name): Step => () => ['POST', 'api/profiles', { name }]),
	{
		weight: 4,
		arbitrary: fc
			.constantFrom(
				'api/user/progress',
				'api/dashboard_data',
				'api/sessions?type=technical',
				'api/history?limit=2',
				'api/answers?q=fence',
				'api/profile/debugging_history',
				'api/profile/action_plans',
				'api/user/resets',
				'api/marks',
				'api/profiles',
				'api/settings',
				'api/export',
				'api/topics',
				'api/regrade',
				'api/health',
				'api/openapi.json',
				'api/nothing'
			)
			.map((path): Step => () => ['GET', path])
	}
);

test(
	'any sequence of requests gets the same answers from both mounts',
	{ timeout: 120_000 },
	async () => {
		await fc.assert(
			fc.asyncProperty(fc.array(steps, { minLength: 5, maxLength: 25 }), async (sequence) => {
				const mounts = [await workerMount(), directMount(createTestDeps())] as const;
				const known: Known = {
					session: '1',
					question: 'none',
					answer: 'none',
					point: 'none',
					plan: 'none'
				};
				const { token } = await both(mounts, {}, 'POST', 'api/auth/token', {});
				const authorization = { Authorization: `Bearer ${String(token)}` };
				for (const step of sequence)
					learn(known, await both(mounts, authorization, ...step(known)));
			}),
			{ seed: 14, numRuns: process.env['METTLE_LONG'] === '1' ? 300 : 12 }
		);
	}
);

/** Asks both, and gives back what both answered. */
async function both(
	mounts: readonly Mount[],
	headers: Readonly<Record<string, string>>,
	method: string,
	path: string,
	body?: unknown
): Promise<any> {
	const replies = [];
	for (const mount of mounts) {
		const response = await mount(buildRequest(method, path, body, headers));
		replies.push({
			status: response.status,
			headers: [...response.headers],
			text: await response.text()
		});
	}
	const [worker, direct] = replies;
	expect(worker, `${method} ${path}`).toEqual(direct);
	const json: unknown = JSON.parse(worker?.text ?? 'null');
	checkDocumented({
		method,
		path,
		status: worker?.status ?? 0,
		headers: new Headers(worker?.headers),
		body: json
	});
	return json;
}

function learn(known: Known, body: any): void {
	if (body.session?.id !== undefined) known.session = String(body.session.id);
	const next = body.question ?? body.next_question;
	if (typeof next?.id === 'string') known.question = next.id;
	if (typeof body.answer?.id === 'string') known.answer = body.answer.id;
	if (body.grade?.points?.[0] !== undefined) known.point = body.grade.points[0].id;
	if (body.action_plan?.id !== undefined) known.plan = body.action_plan.id;
}
