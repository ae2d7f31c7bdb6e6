import { rubricOf } from '$lib/packs/load-packs';
import { readPacks } from '../support/api-fixture';
import { createNodeEmbedder } from '../support/node-embedder';
import {
	controlled,
	expect,
	expectedAnswer,
	modelReady,
	startSession,
	submit,
	test
} from './fixtures';

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
	const prompt = (await page.getByRole('heading', { level: 1 }).innerText()).trim();
	const answer = `In short: ${await expectedAnswer(page)} That is naïve, isn’t it? C++ and 死锁 🙂.`;
	await submit(page, answer);
	const messages: unknown = await page.evaluate(() => Reflect.get(window, 'measured') as unknown);

	const question = readPacks()
		.flatMap((pack) => pack.questions)
		.find((known) => known.prompt.replace(/[`*]/gu, '') === prompt);
	if (question === undefined) throw new Error(`no question "${prompt}"`);
	const embedder = await createNodeEmbedder();
	const measurement = await embedder.measure(rubricOf(question), answer);

	expect(measurement.kind).toBe('evidence');
	expect(messages).toEqual([{ type: 'measured', measurement }]);
});
