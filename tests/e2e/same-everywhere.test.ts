import { rubricOf } from '$lib/packs/load-packs';
import { createNodeEmbedder } from '../support/node-embedder';
import { controlled, expect, modelReady, questionOn, startSession, submit, test } from './fixtures';

test('the worker in the browser and plain Node measure the same, bit for bit', async ({
	page,
	host
}) => {
	await page.addInitScript(() => {
		const measured: unknown[] = [];
		Object.assign(window, { measured });
		// What the page's worker measured goes to the service worker over a port: listen in.
		const post = MessagePort.prototype.postMessage;
		MessagePort.prototype.postMessage = function (this: MessagePort, message: unknown) {
			if (JSON.stringify(message).includes('"evidence"')) measured.push(message);
			Reflect.apply(post, this, [message]);
		};
	});
	await startSession(page, host);
	await controlled(page);
	await modelReady(page);
	const question = await questionOn(page);
	const answer = `In short: ${question.expected[0] ?? ''} That is naïve, isn’t it? C++ and 死锁 🙂.`;
	await submit(page, answer);
	const messages = await page.evaluate(() => Reflect.get(window, 'measured') as unknown[]);

	const embedder = await createNodeEmbedder();
	const measurement = await embedder.measure(rubricOf(question), answer);

	expect(measurement.kind).toBe('evidence');
	console.log(`${String(messages.length)} measurements in the browser`);
	expect(messages.length).toBeGreaterThan(0);
	for (const message of messages) expect(message).toEqual({ type: 'measured', measurement });
});
