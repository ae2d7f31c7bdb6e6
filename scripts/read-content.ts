import { readdir, readFile } from 'node:fs/promises';
import { assemblePack } from '../src/lib/packs/assemble-pack';
import type { Pack } from '../src/lib/packs/pack-schema';
import { parseQuestion, type Parsed, type QuestionFile } from '../src/lib/packs/parse-markdown';

const CONTENT = new URL('../src/content/', import.meta.url);

/** Reads and assembles every topic folder of `src/content`, in name order. */
export async function readContent(): Promise<Parsed<Pack>[]> {
	const folders = await readFolders();
	return folders.map(({ folder, files }) => assemblePack(folder, files));
}

/**
 * Every question file with its test answers, which the built packs leave out.
 *
 * @throws Error naming the first file that is not valid
 */
export async function readContentFiles(): Promise<QuestionFile[]> {
	const folders = await readFolders();
	return folders.flatMap(({ folder, files }) =>
		[...files]
			.filter(([name]) => name !== '_topic.md')
			.map(([name, source]) => {
				const parsed = parseQuestion(`${folder}/${name}`, source);
				if (parsed.ok) return parsed.value;
				throw new Error(
					parsed.problems.map(({ file, message }) => `${file}: ${message}`).join('\n')
				);
			})
	);
}

async function readFolders(): Promise<{ folder: string; files: Map<string, string> }[]> {
	const folders = (await readdir(CONTENT, { withFileTypes: true }))
		.filter((entry) => entry.isDirectory())
		.map((entry) => entry.name)
		.sort();
	return Promise.all(folders.map(async (folder) => ({ folder, files: await readFolder(folder) })));
}

async function readFolder(folder: string): Promise<Map<string, string>> {
	const base = new URL(`${folder}/`, CONTENT);
	const names = (await readdir(base)).filter((name) => name.endsWith('.md')).sort();
	return new Map(
		await Promise.all(
			names.map(async (name) => [name, await readFile(new URL(name, base), 'utf8')] as const)
		)
	);
}
