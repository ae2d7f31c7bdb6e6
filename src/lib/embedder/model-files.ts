import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { UnavailableCode } from './embedder';
import { MODEL_CACHE, MODEL_FILES, type ModelFile } from './model';

/** Checked bytes, ready for the runtime. */
export interface ModelBytes {
	readonly model: Uint8Array<ArrayBuffer>;
	readonly tokenizer: Uint8Array<ArrayBuffer>;
}

export type FetchedModel =
	| { readonly kind: 'files'; readonly files: ModelBytes }
	| { readonly kind: 'unavailable'; readonly code: UnavailableCode; readonly reason: string };

/** What the files are fetched with; everything of the platform comes from outside. */
export interface FetchDeps {
	readonly fetch: (url: string, init?: RequestInit) => Promise<Response>;
	/** Absent where the browser gives none (an insecure origin): then nothing is kept. */
	readonly caches?: Pick<CacheStorage, 'open'> | undefined;
	/** Absent on an insecure origin: then the sum is computed in script. */
	readonly subtle?: Pick<SubtleCrypto, 'digest'> | undefined;
}

/** Called as bytes arrive; `again` while damaged files are fetched once more. */
export type OnProgress = (loadedBytes: number, again: boolean) => void;

/**
 * Brings the model's files: from the cache of their own, else over the network, and keeps them.
 * Length and SHA-256 are checked before use, wherever they come from; bytes that fail are dropped
 * and fetched once more, past all caches.
 *
 * @param folder address of the model's folder, ending in a slash
 * @param wanted the files to accept; tests name small ones
 */
export async function fetchModelFiles(
	folder: string,
	deps: FetchDeps,
	onProgress: OnProgress,
	wanted: { readonly model: ModelFile; readonly tokenizer: ModelFile } = MODEL_FILES
): Promise<FetchedModel> {
	const cache = await openCache(deps);
	const loaded = { model: 0, tokenizer: 0 };
	let again = false;
	try {
		const tokenizer = await bring('tokenizer');
		const model = await bring('model');
		return { kind: 'files', files: { model, tokenizer } };
	} catch (error) {
		if (error instanceof FileError) {
			return { kind: 'unavailable', code: error.code, reason: error.message };
		}
		throw error;
	}

	async function bring(name: 'model' | 'tokenizer'): Promise<Uint8Array<ArrayBuffer>> {
		const file = wanted[name];
		const url = folder + file.path;
		let modes: readonly RequestCache[] = ['default', 'reload'];
		const kept = await cache?.match(url);
		if (kept !== undefined) {
			const bytes = new Uint8Array(await kept.arrayBuffer());
			if (await isIntact(bytes, file, deps)) {
				report(bytes.length);
				return bytes;
			}
			await cache?.delete(url);
			again = true;
			modes = ['reload'];
		}
		for (const mode of modes) {
			const bytes = await download(url, file, mode, deps.fetch, report);
			if (await isIntact(bytes, file, deps)) {
				// A full disk must not cost the grade: the file is then fetched again next time.
				await cache?.put(url, new Response(bytes)).catch(() => undefined);
				return bytes;
			}
			again = true;
		}
		throw new FileError('damaged', 'The grading model arrived damaged, twice.');

		function report(bytes: number): void {
			loaded[name] = bytes;
			onProgress(loaded.model + loaded.tokenizer, again);
		}
	}
}

class FileError extends Error {
	constructor(
		readonly code: UnavailableCode,
		message: string
	) {
		super(message);
	}
}

async function openCache({ caches }: FetchDeps): Promise<Cache | undefined> {
	try {
		return await caches?.open(MODEL_CACHE);
	} catch {
		// Storage is forbidden, as in some private windows.
		return undefined;
	}
}

async function download(
	url: string,
	file: ModelFile,
	cache: RequestCache,
	fetch: FetchDeps['fetch'],
	report: (bytes: number) => void
): Promise<Uint8Array<ArrayBuffer>> {
	try {
		const response = await fetch(url, { cache });
		// Hosts of single-page apps answer a missing file with a page of their own.
		const isPage = response.headers.get('content-type')?.startsWith('text/html') === true;
		if (response.status === 404 || response.status === 410 || (response.ok && isPage)) {
			throw new FileError('missing', 'This site was published without the grading model.');
		}
		if (!response.ok) {
			throw new FileError(
				'unreachable',
				`The grading model could not be fetched (status ${response.status}).`
			);
		}
		return await readBody(response, file.bytes, report);
	} catch (error) {
		if (error instanceof FileError) throw error;
		throw new FileError('unreachable', 'The grading model could not be fetched.');
	}
}

/** Reads at most one byte more than wanted: enough to tell that the file is another. */
async function readBody(
	response: Response,
	wanted: number,
	report: (bytes: number) => void
): Promise<Uint8Array<ArrayBuffer>> {
	const bytes = new Uint8Array(wanted + 1);
	let length = 0;
	const reader = response.body?.getReader();
	while (reader !== undefined && length < bytes.length) {
		const { done, value } = await reader.read();
		if (done) break;
		const part = value.subarray(0, bytes.length - length);
		bytes.set(part, length);
		length += part.length;
		report(Math.min(length, wanted));
	}
	await reader?.cancel();
	return bytes.subarray(0, length);
}

async function isIntact(
	bytes: Uint8Array<ArrayBuffer>,
	file: ModelFile,
	{ subtle }: FetchDeps
): Promise<boolean> {
	if (bytes.length !== file.bytes) return false;
	const sum =
		subtle === undefined ? sha256(bytes) : new Uint8Array(await subtle.digest('SHA-256', bytes));
	return bytesToHex(sum) === file.sha256;
}
