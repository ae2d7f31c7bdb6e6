import { setupServer } from 'msw/node';
import { expect, test } from 'vitest';
import { buildRequest, createTestDeps, readPacks, sendTo, type Send } from '../support/api-fixture';
import { mswHandlers } from '../support/msw-handlers';
import { playContract } from './scenario';

test('the handlers keep the documented contract', async () => {
	await expect(playContract(sendTo(createTestDeps()), readPacks())).resolves.toBeUndefined();
});

test('mounted in msw they keep the same contract', async () => {
	const server = setupServer(...mswHandlers(createTestDeps()));
	server.listen({ onUnhandledRequest: 'error' });
	const send: Send = async (method, path, body, headers = {}) => {
		const response = await fetch(buildRequest(method, path, body, headers));
		return { status: response.status, body: await response.json(), headers: response.headers };
	};

	await expect(playContract(send, readPacks())).resolves.toBeUndefined();
	server.close();
});
