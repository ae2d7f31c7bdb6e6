import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const build = path.join(import.meta.dirname, 'build');

/**
 * The scripts that the first page asks for by itself: what it preloads and starts, and what those
 * import at once. What is imported later, at a press or a second visit, is not among them.
 *
 * @returns {string[]} relative to the checkout
 */
function firstScreenScripts() {
	const page = readFileSync(path.join(build, 'index.html'), 'utf8');
	const found = new Set();
	const toRead = [...page.matchAll(/["'(](?:\.\/|\/)?(_app\/[^"')]+\.js)["')]/g)].map(
		([, file = '']) => path.join(build, file)
	);
	for (let file = toRead.pop(); file !== undefined; file = toRead.pop()) {
		if (found.has(file) || !existsSync(file)) continue;
		found.add(file);
		const script = readFileSync(file, 'utf8');
		const imports = script.matchAll(/(?:\bfrom|\bimport)\s*["'](\.[^"']+\.js)["']/g);
		for (const [, other = ''] of imports) toRead.push(path.join(path.dirname(file), other));
	}
	if (found.size === 0) throw new Error('No script found in build/index.html.');
	return [...found].map((file) => path.relative(import.meta.dirname, file));
}

/** @returns {string[]} the scripts of workers, relative to the checkout */
function workerScripts() {
	const folder = path.join(build, '_app', 'immutable', 'workers');
	if (!existsSync(folder)) return [];
	return readdirSync(folder)
		.filter((name) => name.endsWith('.js'))
		.map((name) => `build/_app/immutable/workers/${name}`);
}

const checks = [
	{
		name: 'First screen: scripts the page asks for by itself',
		path: firstScreenScripts(),
		limit: '120 kB',
		gzip: true
	}
];
if (existsSync(path.join(build, 'service-worker.js'))) {
	checks.push({
		name: 'Service worker',
		path: ['build/service-worker.js'],
		limit: '165 kB',
		gzip: true
	});
}
if (workerScripts().length > 0) {
	checks.push({
		name: 'Model worker, without the model and its runtime',
		path: workerScripts(),
		limit: '200 kB',
		gzip: true
	});
}

export default checks;
