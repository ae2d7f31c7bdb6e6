import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { root, runTool } from './process.mjs';

/** @returns {string[]} each realm's own settings: pure code, workers, the scripts */
function realms() {
	const inSources = readdirSync(path.join(root, 'src'), { recursive: true, encoding: 'utf8' })
		.filter((file) => path.basename(file) === 'tsconfig.json')
		.map((file) => path.join('src', file));
	return [...inSources.sort(), 'scripts/tsconfig.json'].filter((file) =>
		existsSync(path.join(root, file))
	);
}

/** @type {Array<() => ReturnType<typeof runTool>>} */
const checks = [
	() => runTool(['@sveltejs/kit', 'svelte-kit'], ['sync']),
	() =>
		runTool(
			['svelte-check'],
			['--tsconfig', './tsconfig.json', '--fail-on-warnings', '--output', 'human']
		),
	...realms().map((realm) => () => {
		console.log(`tsc -p ${realm}`);
		return runTool(['typescript', 'tsc'], ['-p', realm, '--noEmit']);
	})
];

for (const check of checks) {
	const { code } = await check();
	if (code !== 0) process.exitCode = 1;
}
