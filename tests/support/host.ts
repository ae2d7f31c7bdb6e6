import { existsSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { setTimeout as wait } from 'node:timers/promises';
import { fileFor, sendFile, typeOf, type HostFault } from './host-files';

export type { HostFault } from './host-files';

const buildFolder = fileURLToPath(new URL('../../build/', import.meta.url));

/** One request as it arrived. */
export interface LoggedRequest {
	method: string;
	/** as asked for, with the base and without the query */
	path: string;
	query: string;
	/** status that was sent; 0 while nothing was, or when the host hung up */
	status: number;
	atMs: number;
}

export interface HostOptions {
	/** where the site lives on this host; begins and ends with a slash */
	base?: string;
	/** folder that is served; the built site where not given */
	folder?: string;
	/** what unknown paths get: the site's 404 page with 404, or its first page with 200 */
	fallback?: '404' | 'spa';
	/** sent with every answer */
	headers?: Record<string, string>;
}

export interface Host {
	/** `http://localhost:<port>` */
	origin: string;
	/** address of the first page, with the base */
	url: string;
	/** every request so far, oldest first; empty it with `requests.length = 0` */
	requests: LoggedRequest[];
	/**
	 * From now on the path has this fault.
	 *
	 * @param pathname below the base, without a slash at its beginning, or a pattern for such
	 * @param times how often; always where not given
	 */
	fail(pathname: string | RegExp, fault: HostFault, times?: number): void;
	/** Takes all faults away. */
	heal(): void;
	/** From now on serves another folder, as a host does after a release. */
	serveFolder(folder: string): void;
	/** Hangs up on everybody and closes the port; the same port can be opened again. */
	stop(): Promise<void>;
	/** Opens the port again after `stop`. */
	restart(): Promise<void>;
}

interface Rule {
	pathname: string | RegExp;
	fault: HostFault;
	timesLeft: number;
}

/**
 * Serves the built site on a random port of localhost, the way a plain static host would, and
 * misbehaves on demand.
 *
 * @throws Error when there is no build
 */
export async function startHost(options: HostOptions = {}): Promise<Host> {
	const { base = '/', fallback = '404', headers = {} } = options;
	let folder = options.folder ?? buildFolder;
	if (!existsSync(path.join(folder, 'index.html'))) {
		throw new Error(`Nothing to serve in ${folder}: run "npm run build" first.`);
	}
	const requests: LoggedRequest[] = [];
	let rules: Rule[] = [];

	function takeFault(pathname: string): HostFault | undefined {
		const rule = rules.find(
			({ pathname: wanted, timesLeft }) =>
				timesLeft > 0 && (typeof wanted === 'string' ? wanted === pathname : wanted.test(pathname))
		);
		if (rule !== undefined) rule.timesLeft -= 1;
		return rule?.fault;
	}

	async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
		const { pathname, search } = new URL(request.url ?? '/', 'http://localhost');
		const logged: LoggedRequest = {
			method: request.method ?? '',
			path: pathname,
			query: search,
			status: 0,
			atMs: Date.now()
		};
		requests.push(logged);
		response.on('finish', () => {
			logged.status = response.statusCode;
		});
		for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
		response.setHeader('Cache-Control', 'no-cache');
		const isOurs = pathname.startsWith(base);
		const below = isOurs ? decodeURIComponent(pathname.slice(base.length)) : undefined;
		await send(request, response, below, below === undefined ? undefined : takeFault(below));
	}

	async function send(
		request: IncomingMessage,
		response: ServerResponse,
		below: string | undefined,
		fault: HostFault | undefined
	): Promise<void> {
		if (fault?.kind === 'silence') return;
		if (fault?.kind === 'delay') await wait(fault.ms);
		if (fault?.kind === 'status') {
			response.writeHead(fault.status, { 'Content-Type': 'text/plain' });
			response.end(`The host answers ${String(fault.status)}.`);
			return;
		}
		if (fault?.kind === 'html') {
			response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' });
			response.end('<!doctype html><title>Sign in</title><p>Please sign in to this network.</p>');
			return;
		}
		if (fault?.kind === 'replace') {
			response.writeHead(200, { 'Content-Type': fault.type ?? typeOf(below ?? '') });
			response.end(fault.body);
			return;
		}
		const found = below === undefined ? undefined : fileFor(folder, below);
		if (found?.kind === 'redirect') {
			// Hosts add the slash that a folder's address lacks, and keep the query.
			const search = new URL(request.url ?? '/', 'http://localhost').search;
			response.writeHead(301, { Location: `${base}${below ?? ''}/${search}` });
			response.end();
			return;
		}
		const missing = fallback === 'spa' && below !== undefined ? 'index.html' : '404.html';
		const file = found?.file ?? path.join(folder, missing);
		const status = found === undefined && missing === '404.html' ? 404 : 200;
		await sendFile(request, response, file, status, fault);
	}

	const server = createServer((request, response) => {
		answer(request, response).catch((error: unknown) => {
			if (!response.headersSent) response.writeHead(500);
			response.end(String(error));
		});
	});
	const port = await listen(server, 0);
	const origin = `http://localhost:${String(port)}`;

	return {
		origin,
		url: `${origin}${base}`,
		requests,
		fail(pathname, fault, times = Number.POSITIVE_INFINITY) {
			rules = [{ pathname, fault, timesLeft: times }, ...rules];
		},
		heal() {
			rules = [];
		},
		serveFolder(next) {
			folder = next;
		},
		async stop() {
			if (!server.listening) return;
			const closed = new Promise((resolve) => server.close(resolve));
			server.closeAllConnections();
			await closed;
		},
		async restart() {
			if (!server.listening) await listen(server, port);
		}
	};
}

function listen(server: Server, port: number): Promise<number> {
	return new Promise((resolve, reject) => {
		server.once('error', reject);
		server.listen(port, 'localhost', () => {
			server.off('error', reject);
			const address = server.address();
			if (typeof address === 'object' && address !== null) resolve(address.port);
			else reject(new Error('The host has no port.'));
		});
	});
}
