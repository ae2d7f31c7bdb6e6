import { describe, expect, test } from 'vitest';
import type { FromPage, ToPage } from '$lib/embedder/page-messages';
import { createPageEmbedder, type AskablePage } from '../../../src/service-worker/page-embedder';

const RUBRIC = { prompt: 'Why?', expected: ['So.'], points: [], keywords: [], misconceptions: [] };

/** A page that answers every message with the given ones, or not at all. */
function page(...answers: unknown[]): AskablePage & { readonly heard: ToPage[] } {
	const heard: ToPage[] = [];
	return {
		heard,
		postMessage(message, transfer = []) {
			heard.push(message);
			const port = transfer[0];
			if (port instanceof MessagePort) for (const answer of answers) port.postMessage(answer);
		}
	};
}

const embedder = (...pages: AskablePage[]) =>
	createPageEmbedder({
		pages: () => Promise.resolve(pages),
		heardWithinMs: 30,
		measuredWithinMs: 60
	});
const HEARD: FromPage = { type: 'heard' };
const MEASURED: FromPage = {
	type: 'measured',
	measurement: { kind: 'unavailable', reason: 'no model', code: 'missing' }
};

describe('the embedder of the service worker', () => {
	test('gives what the first page measured', async () => {
		const second = page(HEARD, MEASURED);
		const measured = await embedder(page(HEARD, MEASURED), second).measure(RUBRIC, 'x');

		expect(measured).toEqual(MEASURED.measurement);
		expect(second.heard).toEqual([]);
	});

	test('passes over a page that is mute', async () => {
		const measured = await embedder(page(), page(HEARD, MEASURED)).measure(RUBRIC, 'x');

		expect(measured).toMatchObject({ kind: 'unavailable' });
	});

	test('is not ready without a page, and when a page hears and never measures', async () => {
		expect(await embedder().measure(RUBRIC, 'x')).toMatchObject({ kind: 'not_ready' });
		expect(await embedder(page(HEARD)).measure(RUBRIC, 'x')).toMatchObject({ kind: 'not_ready' });
	});

	test('leaves messages alone that are not of the protocol', async () => {
		const measured = await embedder(page({ type: 'evil' }, 7, HEARD, MEASURED)).measure(
			RUBRIC,
			'x'
		);

		expect(measured).toMatchObject({ kind: 'unavailable' });
	});

	test('tells the state of the page’s model, idle without a page', async () => {
		const state: FromPage = { type: 'state', state: { state: 'ready', model: 'm', threads: 2 } };

		expect(await embedder(page(HEARD, state)).state()).toEqual(state.state);
		expect(await embedder().state()).toEqual({ state: 'idle' });
	});
});
