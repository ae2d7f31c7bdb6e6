import { existsSync } from 'node:fs';
import { findOnPath, installPackage, mayInstallPackages } from './process.mjs';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

const macApplications = [
	'/Applications/Chromium.app/Contents/MacOS/Chromium',
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'
];

/**
 * The browser for the end-to-end tests: the one that CHROME_PATH names, else the machine's own.
 *
 * @returns {string | undefined}
 */
export function findChromium() {
	const named = process.env['CHROME_PATH'];
	if (named !== undefined && named !== '') return existsSync(named) ? named : undefined;
	for (const name of names) {
		const found = findOnPath(name);
		if (found !== undefined) return found;
	}
	return macApplications.find((file) => existsSync(file));
}

/** What to do where there is none and we may not install one. */
export const chromiumAdvice =
	'The end-to-end tests need Chromium or Chrome. Install it (Debian: apt-get install chromium) ' +
	'or name it: CHROME_PATH=/path/to/chrome npm test';

/**
 * Finds Chromium, or installs Debian's where that is possible.
 *
 * @returns {Promise<string | undefined>}
 */
export async function ensureChromium() {
	const found = findChromium();
	if (found !== undefined || (process.env['CHROME_PATH'] ?? '') !== '') return found;
	if (!mayInstallPackages()) return undefined;
	const { code, output } = await installPackage('chromium');
	if (code !== 0) console.log(output);
	return findChromium();
}
