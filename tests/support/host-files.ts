import { existsSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';

const typeByExtension: Record<string, string> = {
	'.css': 'text/css; charset=utf-8',
	'.html': 'text/html; charset=utf-8',
	'.js': 'text/javascript; charset=utf-8',
	'.json': 'application/json',
	'.mjs': 'text/javascript; charset=utf-8',
	'.png': 'image/png',
	'.svg': 'image/svg+xml',
	'.txt': 'text/plain; charset=utf-8',
	'.wasm': 'application/wasm',
	'.webmanifest': 'application/manifest+json',
	'.woff2': 'font/woff2'
};

/** What a host may do wrong for one path. */
export type HostFault =
	/** answers with this status and a short text */
	| { kind: 'status'; status: number }
	/** answers 200 with a page, as sign-in walls and single-page hosts do */
	| { kind: 'html' }
	/** promises the whole file and hangs up after `bytes` of it (half where not given) */
	| { kind: 'cut'; bytes?: number }
	/** changes one byte, the middle one where `at` is not given */
	| { kind: 'flip'; at?: number }
	/** answers rightly, but only after this time */
	| { kind: 'delay'; ms: number }
	/** takes the request and never answers */
	| { kind: 'silence' }
	/** answers with other contents, such as the next version of a script */
	| { kind: 'replace'; body: string; type?: string };

/** Media type by the file's name, as hosts guess it. */
export function typeOf(file: string): string {
	return typeByExtension[path.extname(file)] ?? 'application/octet-stream';
}

export type Found = { kind: 'file'; file: string } | { kind: 'redirect'; file?: never };

/** What a static host finds below its folder; never anything outside of it. */
export function fileFor(folder: string, below: string): Found | undefined {
	const file = path.join(folder, below);
	if (!file.startsWith(folder.replace(/\/?$/, '/')) && file !== path.normalize(folder)) {
		return undefined;
	}
	const stats = statSync(file, { throwIfNoEntry: false });
	if (stats?.isFile() === true) return { kind: 'file', file };
	const index = path.join(file, 'index.html');
	if (stats?.isDirectory() !== true || !existsSync(index)) return undefined;
	return below === '' || below.endsWith('/') ? { kind: 'file', file: index } : { kind: 'redirect' };
}

/** Sends a file, damaged as the fault says. */
export async function sendFile(
	request: IncomingMessage,
	response: ServerResponse,
	file: string,
	status: number,
	fault: HostFault | undefined
): Promise<void> {
	const contents = await readFile(file);
	const length = contents.length;
	if (fault?.kind === 'flip') {
		const at = fault.at ?? Math.floor(length / 2);
		contents.writeUInt8(contents.readUInt8(at) ^ 1, at);
	}
	response.writeHead(status, { 'Content-Type': typeOf(file), 'Content-Length': length });
	if (request.method === 'HEAD') {
		response.end();
		return;
	}
	if (fault?.kind !== 'cut') {
		response.end(contents);
		return;
	}
	const part = contents.subarray(0, fault.bytes ?? Math.floor(length / 2));
	response.write(part, () => response.destroy());
}
