import { existsSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { root, runTool } from './process.mjs';
import { giveUp } from './progress.mjs';

/** @typedef {{ code: number, output: string }} Outcome */

/**
 * Everything that is made from sources and not kept in git: SvelteKit's types, the compiled
 * message catalogue, the packs.
 *
 * @returns {Promise<Outcome>} of the first step that failed, else of the last one
 */
export async function generate() {
	const messages = [
		'--project',
		'./src/messages/project.inlang',
		'--outdir',
		'./src/lib/paraglide'
	];
	/** @type {Array<() => Promise<Outcome>>} */
	const steps = [
		() => runTool(['@sveltejs/kit', 'svelte-kit'], ['sync'], { quiet: true }),
		() =>
			runTool(
				['@inlang/paraglide-js', 'paraglide-js'],
				['compile', ...messages, '--strategy', 'baseLocale'],
				{ quiet: true }
			),
		() => runTool(['tsx'], ['scripts/build-packs.ts'], { quiet: true })
	];
	let outcome = { code: 0, output: '' };
	for (const step of steps) {
		outcome = await step();
		if (outcome.code !== 0) break;
	}
	return outcome;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
	if (!existsSync(path.join(root, 'node_modules')))
		giveUp('Nothing is installed: run npm ci first.');
	const { code, output } = await generate();
	if (code !== 0) giveUp(output);
}
