import { install, requireNode } from './install.mjs';
import { bringModel, withoutModel } from './model.mjs';
import { giveUp, withProgress } from './progress.mjs';

/** @returns {number | undefined} undefined when nobody asked for a port */
function readPort() {
	const text = process.env['PORT'] ?? '';
	if (text === '') return undefined;
	const port = Number(text);
	if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
	return giveUp(`PORT must be a whole number from 0 to 65535, not "${text}".`);
}

requireNode();
const wantedPort = readPort();
await install();
const hasModel = await withProgress('Checking the model', () => bringModel());
if (!hasModel) console.log(withoutModel);

// Loaded late: these need the packages that were installed a moment ago.
const { build, isBuilt } = await import('./build.mjs');
if (!isBuilt()) {
	const { code, output } = await withProgress('Building the app', build);
	if (code !== 0) giveUp(`${output}\nThe build failed (see above).`);
}

const { serve } = await import('./serve.mjs');
try {
	const port = await serve(wantedPort);
	if (wantedPort === undefined && port !== 4173) {
		console.log('  progress belongs to an address: under another port the app starts empty');
	}
	console.log(`Mettle: http://localhost:${String(port)}/`);
} catch (error) {
	giveUp(error instanceof Error ? error.message : String(error));
}
