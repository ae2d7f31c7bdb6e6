import type { EmbedderClient } from '$lib/embedder/client';
import type { ModelState } from '$lib/embedder/embedder';
import { toPageSchema, type FromPage } from '$lib/embedder/page-messages';

/** Answers one message of the service worker; anything else that arrives is left alone. */
export async function answerWorker(
	data: unknown,
	port: MessagePort | undefined,
	started: () => Promise<EmbedderClient>,
	state: () => ModelState
): Promise<void> {
	const message = toPageSchema.safeParse(data);
	if (!message.success) return;
	const reply = (answer: FromPage) => port?.postMessage(answer);

	switch (message.data.type) {
		case 'mettle-state':
			reply({ type: 'state', state: state() });
			return;
		case 'mettle-prepare':
			(await started()).prepare(message.data.rubric);
			return;
		case 'mettle-measure': {
			const { rubric, answer } = message.data;
			reply({ type: 'measured', measurement: await (await started()).measure(rubric, answer) });
		}
	}
}
