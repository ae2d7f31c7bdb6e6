import type { Embedder, Measurement, ModelState } from '$lib/embedder/embedder';
import { fromPageSchema, type FromPage, type ToPage } from '$lib/embedder/page-messages';

/** The part of a window that is needed to ask it. */
export interface AskablePage {
	postMessage(message: ToPage, transfer?: Transferable[]): void;
}

export interface PageEmbedderOptions {
	/** Pages to ask, the one that sent the request first. */
	pages: () => Promise<readonly AskablePage[]>;
	/** A page that has not said within this that it heard is passed over. */
	heardWithinMs?: number;
	/** Longest wait for a measurement once it was heard. */
	measuredWithinMs?: number;
}

const NOT_READY: Measurement = { kind: 'not_ready', retry_after_seconds: 2 };

/** The embedder as a service worker has it: an open page measures. */
export function createPageEmbedder(options: PageEmbedderOptions): Embedder {
	const { pages, heardWithinMs = 1_500, measuredWithinMs = 90_000 } = options;

	return {
		prepare(rubric) {
			void pages().then((found) => found[0]?.postMessage({ type: 'mettle-prepare', rubric }));
		},
		async measure(rubric, answer): Promise<Measurement> {
			const reply = await ask({ type: 'mettle-measure', rubric, answer });
			return reply?.type === 'measured' ? reply.measurement : NOT_READY;
		},
		async state(): Promise<ModelState> {
			const reply = await ask({ type: 'mettle-state' });
			return reply?.type === 'state' ? reply.state : { state: 'idle' };
		}
	};

	/** Asks one page after the other until one answers. */
	async function ask(message: ToPage): Promise<FromPage | null> {
		for (const page of await pages()) {
			const reply = await askOne(page, message);
			if (reply !== null) return reply;
		}
		return null;
	}

	function askOne(page: AskablePage, message: ToPage): Promise<FromPage | null> {
		return new Promise((resolve) => {
			const { port1, port2 } = new MessageChannel();
			let timer = setTimeout(() => finish(null), heardWithinMs);
			port1.onmessage = ({ data }: MessageEvent<unknown>) => {
				const reply = fromPageSchema.safeParse(data);
				if (!reply.success) return;
				if (reply.data.type !== 'heard') return finish(reply.data);
				clearTimeout(timer);
				timer = setTimeout(() => finish(null), measuredWithinMs);
			};
			page.postMessage(message, [port2]);

			function finish(reply: FromPage | null): void {
				clearTimeout(timer);
				port1.close();
				resolve(reply);
			}
		});
	}
}
