import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { findOnPath, root, run } from './process.mjs';
import { giveUp, withProgress } from './progress.mjs';

/** The oldest Node that every package of the project accepts. */
const oldestNode = /** @type {const} */ ([20, 19]);

/**
 * @typedef {{ version?: string, optional?: boolean, peer?: boolean }} LockedPackage
 * @typedef {Record<string, LockedPackage>} LockedPackages by folder
 */

/**
 * @param {string} file
 * @returns {LockedPackages | undefined} undefined when there is no such file, or half of one
 */
function readPackages(file) {
	if (!existsSync(file)) return undefined;
	try {
		return JSON.parse(readFileSync(file, 'utf8')).packages;
	} catch {
		return undefined;
	}
}

/**
 * Whether what is installed is what the lockfile asks for. npm writes its own list of what it
 * installed at the very end, so an install that broke off counts as none.
 *
 * @param {string} [folder] the checkout
 */
export function isInstalled(folder = root) {
	const wanted = readPackages(path.join(folder, 'package-lock.json'));
	const present = readPackages(path.join(folder, 'node_modules', '.package-lock.json'));
	if (wanted === undefined || present === undefined) return false;
	return Object.entries(wanted).every(([where, { version, optional, peer }]) => {
		if (where === '') return true;
		const found = present[where];
		// Optional ones are left out where they do not fit the machine.
		if (found === undefined) return optional === true || peer === true;
		return found.version === version;
	});
}

/** Ends the program with a clear message when this Node is too old. */
export function requireNode() {
	const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
	if (major > oldestNode[0] || (major === oldestNode[0] && minor >= oldestNode[1])) return;
	giveUp(`Mettle needs Node ${oldestNode.join('.')} or newer; this is ${process.versions.node}.`);
}

/** Installs what the lockfile lists, when it is not there already. */
export async function install() {
	if (isInstalled()) return;
	const result = await withProgress('Installing packages (npm ci)', () => {
		const args = ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
		// Inside `npm start` this names npm's own script, which needs no shell on any system.
		const npm = process.env['npm_execpath'];
		if (npm?.endsWith('.js') === true) return run(process.execPath, [npm, ...args]);
		return run(findOnPath('npm') ?? 'npm', args);
	});
	if (result.code !== 0) {
		giveUp(
			`${result.output}\nThe packages could not be installed (see above). npm needs its registry once; ` +
				'check the connection and start again.'
		);
	}
}
