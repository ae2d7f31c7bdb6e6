import { beforeEach, describe, expect, test, vi } from 'vitest';
import { handle } from '$lib/api/handle';
import type { Connections } from '$lib/client/api-client';
import { createApiClient, type Transport } from '$lib/client/call';
import { createTokenKeeper } from '$lib/client/token';
import { Grader } from '$lib/state/grader.svelte';
import type { PageLife } from '$lib/state/page-life';
import { Practice } from '$lib/state/practice.svelte';
import { SessionSummary } from '$lib/state/session-summary.svelte';
import { createTestDeps } from '../../support/api-fixture';

const ANSWER = 'An index is a sorted structure that finds rows without reading the whole table.';
let nowMs: number;
let connections: Connections;
/** The next reply to such a request is lost on its way, after the write is done. */
let lose: { method: string; end: string } | null;
let comeBack: () => void;

beforeEach(() => {
	vi.stubGlobal('window', globalThis);
	nowMs = 0;
	lose = null;
	comeBack = () => undefined;
	const deps = createTestDeps();
	const transport: Transport = {
		answeredBy: 'page',
		send: async (request) => {
			const response = await handle(request, deps);
			if (request.method !== lose?.method || !request.url.endsWith(lose.end)) return response;
			lose = null;
			throw new TypeError('the connection was closed');
		}
	};
	connections = {
		api: createApiClient({
			root: 'http://mettle.test/',
			// Forbidden storage: the token is kept in memory.
			token: createTokenKeeper(() => {
				throw new DOMException('forbidden', 'SecurityError');
			}),
			transport: () => Promise.resolve(transport),
			inPage: () => Promise.resolve(transport),
			onWritten: () => undefined
		}),
		model: {
			load: () => Promise.resolve({ state: 'idle' }),
			ahead: () => undefined,
			onState: () => () => undefined,
			isStored: () => Promise.resolve(true)
		},
		worker: { onStatus: () => () => undefined, takeUpdate: () => undefined },
		profiles: {
			switchTo: () => Promise.resolve({ ok: true }),
			leaveDeleted: () => Promise.resolve(),
			onLeaving: () => () => undefined,
			onSwitched: () => () => undefined
		},
		onChanged: () => () => undefined
	};
});

const page: PageLife = {
	now: () => nowMs,
	isVisible: () => true,
	isMetered: () => false,
	onReturn: (listener) => {
		comeBack = listener;
		return () => undefined;
	},
	onLeave: () => () => undefined
};
const surroundings = () => ({ connections, page });

async function startSession(): Promise<string> {
	const made = await connections.api.call('POST /api/sessions', {
		body: { session_type: 'technical', topic: 'databases' }
	});
	if (!made.ok) throw new Error(made.problem.detail);
	return String(made.body.session.id);
}

async function openPractice(): Promise<Practice> {
	const practice = new Practice(surroundings, new Grader(surroundings));
	practice.open(await startSession());
	await vi.waitFor(() => expect(practice.phase).toBe('answering'));
	return practice;
}

describe('an answer whose reply was lost', () => {
	test('is shown after a second press, and recorded once, with the time of the first', async () => {
		const practice = await openPractice();
		practice.composer.text = ANSWER;
		nowMs = 30_000;
		lose = { method: 'POST', end: '/answers' };
		await practice.submit();
		expect(practice.phase).toBe('answering');
		expect(practice.composer.text).toBe(ANSWER);

		nowMs = 45_000;
		await practice.submit();
		expect(practice.failure).toBeNull();
		expect(practice.phase).toBe('result');
		expect(practice.result?.answer).toMatchObject({ text: ANSWER, response_time: 30 });
		const dashboard = await connections.api.call('GET /api/dashboard_data');
		expect(dashboard).toMatchObject({ body: { stats: { questions_attempted: 1 } } });
	});

	test('of a skipped question, too', async () => {
		const practice = await openPractice();
		nowMs = 5_000;
		lose = { method: 'POST', end: '/answers' };
		await practice.skip();
		nowMs = 9_000;
		await practice.skip();

		expect(practice.failure).toBeNull();
		expect(practice.result?.answer.state).toBe('skipped');
	});
});

test('a blank answer that was refused can be skipped', async () => {
	const practice = await openPractice();
	await practice.submit();
	expect(practice.failure).not.toBeNull();
	await practice.skip();

	expect(practice.result?.answer.state).toBe('skipped');
});

describe('a summary', () => {
	test('stays on the screen when reading it again fails, and forgets a failure that passed', async () => {
		const summary = new SessionSummary(surroundings, new Grader(surroundings));
		const id = await startSession();
		lose = { method: 'GET', end: `/sessions/${id}` };
		summary.open(id);
		await vi.waitFor(() => expect(summary.failure).not.toBeNull());
		comeBack();
		await vi.waitFor(() => expect(summary.detail).not.toBeNull());
		expect(summary.failure).toBeNull();

		lose = { method: 'GET', end: `/sessions/${id}` };
		comeBack();
		await vi.waitFor(() => expect(lose).toBeNull());
		await new Promise((resolve) => setTimeout(resolve));
		expect(summary.detail).not.toBeNull();
		expect(summary.failure).toBeNull();
	});
});
