import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';
import sirv from 'sirv';
import { buildFolder } from './build.mjs';

/** How many ports are tried, upwards, when nobody asked for a particular one. */
const portsToTry = 20;

/** @returns {import('node:http').RequestListener} what any plain static host would do */
function staticFiles() {
	const notFound = readFileSync(path.join(buildFolder, '404.html'));
	return sirv(buildFolder, {
		etag: true,
		gzip: true,
		brotli: true,
		// Everything is asked for again each time, but for files whose name holds their hash.
		maxAge: 0,
		setHeaders: (response, pathname) => {
			if (!pathname.includes('/_app/immutable/')) return;
			response.setHeader('Cache-Control', 'public, max-age=31536000, immutable');
		},
		onNoMatch: (_request, response) => {
			response.writeHead(404, { 'Content-Type': 'text/html; charset=utf-8' });
			response.end(notFound);
		}
	});
}

/**
 * @param {number} port
 * @param {string} host
 * @param {import('node:http').RequestListener} listener
 * @returns {Promise<import('node:http').Server>}
 */
function listen(port, host, listener) {
	return new Promise((resolve, reject) => {
		const server = createServer(listener);
		server.once('error', reject);
		server.listen(port, host, () => {
			resolve(server);
		});
	});
}

/** @param {unknown} error */
function codeOf(error) {
	return error instanceof Error && 'code' in error ? error.code : undefined;
}

/**
 * Listens on both addresses that `localhost` may mean, so that the browser cannot end up with a
 * stranger on the other one.
 *
 * @param {number} port 0 for any
 * @param {import('node:http').RequestListener} listener
 * @returns {Promise<number>} the port
 */
async function listenOnLocalhost(port, listener) {
	const server = await listen(port, '127.0.0.1', listener);
	const address = server.address();
	const actualPort = typeof address === 'object' && address !== null ? address.port : port;
	try {
		await listen(actualPort, '::1', listener);
	} catch (error) {
		// Machines without IPv6 have no second address.
		if (codeOf(error) === 'EADDRINUSE') {
			server.close();
			throw error;
		}
	}
	return actualPort;
}

/**
 * Serves `build/` on localhost until the program ends.
 *
 * @param {number | undefined} wantedPort exactly this one; undefined: the first free from 4173 on
 * @returns {Promise<number>} the port
 * @throws {Error} that says what to do when the port is taken
 */
export async function serve(wantedPort) {
	const listener = staticFiles();
	const first = wantedPort ?? 4173;
	const last = wantedPort ?? first + portsToTry - 1;
	for (let port = first; port <= last; port += 1) {
		try {
			return await listenOnLocalhost(port, listener);
		} catch (error) {
			if (codeOf(error) !== 'EADDRINUSE' && codeOf(error) !== 'EACCES') throw error;
			console.log(`  port ${String(port)} is taken`);
		}
	}
	throw new Error(
		wantedPort === undefined
			? `The ports ${String(first)} to ${String(last)} are all taken. Name a free one: PORT=5000 npm start`
			: `Port ${String(wantedPort)} cannot be used. Name another one: PORT=${String(wantedPort + 1)} npm start`
	);
}
