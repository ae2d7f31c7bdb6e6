/** Emits one JSON file per topic under `static/packs/` and the index that the topic list needs. */
import { createHash } from 'node:crypto';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { indexEntry, type PackIndexEntry } from '../src/lib/packs/pack-index';
import { readContent } from './read-content';

const PACKS = new URL('../static/packs/', import.meta.url);
const GENERATED = new URL('../src/lib/packs/generated/', import.meta.url);

const packs = await readContent();
const index: PackIndexEntry[] = [];

await rm(PACKS, { recursive: true, force: true });
await mkdir(PACKS, { recursive: true });
await mkdir(GENERATED, { recursive: true });
for (const pack of packs) {
	if (!pack.ok) {
		for (const { file, field, message } of pack.problems)
			console.error(`src/content/${file} · ${field}: ${message}`);
		process.exit(1);
	}
	const json = JSON.stringify(pack.value);
	const hash = createHash('sha256').update(json).digest('hex').slice(0, 8);
	const file = `${pack.value.topic}.${hash}.json`;
	await writeFile(new URL(file, PACKS), json);
	index.push(indexEntry(pack.value, file));
}
await writeFile(
	new URL('index.ts', GENERATED),
	`import type { PackIndexEntry } from '../pack-index';\n\nexport const PACK_INDEX: readonly PackIndexEntry[] = ${JSON.stringify(index, null, '\t')};\n`
);
console.log(
	`${String(index.length)} packs, ${String(index.reduce((sum, entry) => sum + entry.questions, 0))} questions`
);
