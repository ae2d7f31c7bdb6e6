import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { generate } from './generate.mjs';
import { root, runTool } from './process.mjs';
import { giveUp, withProgress } from './progress.mjs';

/** The folder of static files that can be hosted anywhere. */
export const buildFolder = path.join(root, 'build');

/** Which sources the build was made from. Outside of `build/`, so that it is not published. */
const stampFile = path.join(root, 'node_modules', '.cache', 'mettle', 'build.json');

/** What a build depends on. */
const sources = [
	'src',
	'static',
	'scripts',
	'package.json',
	'package-lock.json',
	'svelte.config.js',
	'tsconfig.json',
	'vite.config.ts'
];

/** Made from the above, so they say nothing new. */
const generated = ['src/lib/paraglide', 'src/lib/packs/generated', 'static/packs'];

/**
 * @param {string} at below the checkout
 * @returns {string[]} files, in a fixed order
 */
function filesBelow(at) {
	const folder = path.join(root, at);
	if (!existsSync(folder) || generated.includes(at) || at.endsWith('.part')) return [];
	const isCatalogueCache = at.startsWith('src/messages/project.inlang/');
	if (isCatalogueCache && !at.endsWith('settings.json')) return [];
	try {
		return readdirSync(folder)
			.sort()
			.flatMap((name) => filesBelow(`${at}/${name}`));
	} catch {
		return [at];
	}
}

/** @returns {string} the same for the same contents, whatever the clock says */
function hashSources() {
	const hash = createHash('sha256');
	for (const file of sources.flatMap(filesBelow)) {
		const contents = createHash('sha256')
			.update(readFileSync(path.join(root, file)))
			.digest();
		hash.update(file).update('\0').update(contents);
	}
	return hash.digest('hex');
}

/** @returns {string | undefined} the name that SvelteKit gave to what lies in `build/` */
function readBuildVersion() {
	const file = path.join(buildFolder, '_app', 'version.json');
	const isWhole = existsSync(file) && existsSync(path.join(buildFolder, 'index.html'));
	return isWhole ? readFileSync(file, 'utf8') : undefined;
}

/** Whether `build/` was made from just these sources. */
export function isBuilt() {
	const version = readBuildVersion();
	if (version === undefined || !existsSync(stampFile)) return false;
	const stamp = JSON.parse(readFileSync(stampFile, 'utf8'));
	// A build made by other means has another version, and says nothing about its sources.
	return stamp.version === version && stamp.sources === hashSources();
}

/**
 * Generates what is generated, then builds the site into `build/`.
 *
 * @returns {Promise<{ code: number, output: string }>}
 */
export async function build() {
	const before = hashSources();
	const generation = await generate();
	if (generation.code !== 0) return generation;
	const result = await runTool(['vite'], ['build', '--logLevel', 'warn'], { quiet: true });
	if (result.code === 0) {
		mkdirSync(path.dirname(stampFile), { recursive: true });
		writeFileSync(stampFile, JSON.stringify({ sources: before, version: readBuildVersion() }));
	}
	return result;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
	const { code, output } = await withProgress('Building the app', build);
	if (output.trim() !== '') console.log(output);
	if (code !== 0) giveUp('The build failed (see above).');
}
