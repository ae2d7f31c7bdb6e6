import { playContract } from '../contract/scenario';
import { readPacks, type Send } from '../support/api-fixture';
import { checkDocumented } from '../support/documented';
import { controlled, expect, modelReady, startSession, test } from './fixtures';

test('the service worker keeps the documented contract, graded by the real model', async ({
	page,
	host
}) => {
	await startSession(page, host);
	await controlled(page);
	await modelReady(page);
	// A profile of its own, as a newcomer to this device has it.
	await page.evaluate(() => indexedDB.deleteDatabase('mettle'));
	const send: Send = async (method, path, body, headers = {}) => {
		const reply = await page.evaluate(
			async ({ url, method, body, headers }) => {
				const response = await fetch(url, {
					method,
					headers: { ...(body === null ? {} : { 'Content-Type': 'application/json' }), ...headers },
					...(body === null ? {} : { body })
				});
				return {
					status: response.status,
					body: await response.json(),
					headers: [...response.headers]
				};
			},
			{
				url: `${host.url}${path}`,
				method,
				headers,
				body: body === undefined ? null : JSON.stringify(body)
			}
		);
		const answer = { ...reply, headers: new Headers(reply.headers) };
		checkDocumented({ method, path, ...answer });
		return answer;
	};

	await expect(playContract(send, readPacks(), 0.02)).resolves.toBeUndefined();
});
