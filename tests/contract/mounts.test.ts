import { afterEach, expect, test } from 'vitest';
import { buildRequest, createTestDeps, readPacks, sendTo, type Send } from '../support/api-fixture';
import { checkDocumented } from '../support/documented';
import { createContractServer, type ContractServer } from '../support/msw-handlers';
import { playContract } from './scenario';

let server: ContractServer | null = null;

afterEach(() => server?.close());

test('the handlers keep the documented contract', async () => {
	await expect(playContract(sendTo(createTestDeps()), readPacks())).resolves.toBeUndefined();
});

test('they keep it whatever questions are drawn', async () => {
	for (let seed = 1; seed <= 40; seed++) {
		const { random, ...deps } = createTestDeps();
		const send = sendTo({ ...deps, random: { ...random, seed: () => seed } });
		await expect(playContract(send, readPacks()), `seed ${String(seed)}`).resolves.toBeUndefined();
	}
});

test('mounted in msw they keep the same contract', async () => {
	server = createContractServer();
	const send: Send = async (method, path, body, headers = {}) => {
		const response = await fetch(buildRequest(method, path, body, headers));
		const reply = {
			status: response.status,
			body: await response.json(),
			headers: response.headers
		};
		checkDocumented({ method, path, ...reply });
		return reply;
	};

	await expect(playContract(send, readPacks())).resolves.toBeUndefined();
});

test('a program that talks to a site can be tested against it, without a browser', async () => {
	server = createContractServer({ base: '/practice/' }, 'https://example.org');
	const signIn = await fetch(`${server.url}api/auth/token`, { method: 'POST' });
	const { token } = (await signIn.json()) as { token: string };
	const progress = await fetch('https://example.org/practice/api/user/progress', {
		headers: { Authorization: `Bearer ${token}` }
	});

	expect(await progress.json()).toEqual({
		topics: {},
		overall: { avg_mastery: 0, total_sessions: 0, topics_count: 0 }
	});
});
