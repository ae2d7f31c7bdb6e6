import { createServer, type IncomingMessage } from 'node:http';
import type { Deps } from '$lib/api/deps';
import { handle } from '$lib/api/handle';

export interface HttpMount {
	/** Address of the site, ending in a slash. */
	readonly url: string;
	close(): Promise<void>;
}

/**
 * The API's handlers on a port of localhost, for tools that know only HTTP.
 *
 * @param port 0 for any that is free
 */
export async function mountOnPort(deps: Deps, port = 0): Promise<HttpMount> {
	const server = createServer((incoming, outgoing) => {
		answer(incoming)
			.then(async (response) => {
				outgoing.writeHead(response.status, Object.fromEntries(response.headers));
				outgoing.end(await response.text());
			})
			// What no page can send, such as TRACE, never reaches the handlers.
			.catch((error: unknown) => {
				outgoing.writeHead(501);
				outgoing.end(String(error));
			});
	});
	// A test may think for longer than the five seconds that Node keeps an idle connection.
	server.keepAliveTimeout = 120_000;
	await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
	const address = server.address();
	if (typeof address !== 'object' || address === null) throw new Error('The server has no port.');
	const origin = `http://127.0.0.1:${String(address.port)}`;
	return {
		url: `${origin}${deps.base}`,
		close: () =>
			new Promise((resolve) => {
				server.close(() => resolve());
				server.closeAllConnections();
			})
	};

	async function answer(incoming: IncomingMessage): Promise<Response> {
		const chunks: Uint8Array[] = [];
		for await (const chunk of incoming) if (chunk instanceof Uint8Array) chunks.push(chunk);
		const method = incoming.method ?? 'GET';
		const headers = new Headers();
		for (const [name, value] of Object.entries(incoming.headers))
			if (typeof value === 'string') headers.set(name, value);
		const body = Buffer.concat(chunks);
		const mayHaveBody = method !== 'GET' && method !== 'HEAD' && body.length > 0;
		return handle(
			new Request(`${origin}${incoming.url ?? '/'}`, {
				method,
				headers,
				...(mayHaveBody ? { body } : {})
			}),
			deps
		);
	}
}
