import { readdir, readFile } from 'node:fs/promises';
import { assemblePack } from '../src/lib/packs/assemble-pack';
import type { Pack } from '../src/lib/packs/pack-schema';
import type { Parsed } from '../src/lib/packs/parse-markdown';

const CONTENT = new URL('../src/content/', import.meta.url);

/** Reads and assembles every topic folder of `src/content`, in name order. */
export async function readContent(): Promise<Parsed<Pack>[]> {
	const folders = (await readdir(CONTENT, { withFileTypes: true }))
		.filter((entry) => entry.isDirectory())
		.map((entry) => entry.name)
		.sort();
	return Promise.all(folders.map(readTopic));
}

async function readTopic(folder: string): Promise<Parsed<Pack>> {
	const base = new URL(`${folder}/`, CONTENT);
	const names = (await readdir(base)).filter((name) => name.endsWith('.md'));
	const files = await Promise.all(
		names.map(async (name) => [name, await readFile(new URL(name, base), 'utf8')] as const)
	);
	return assemblePack(folder, new Map(files));
}
