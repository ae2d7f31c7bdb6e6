import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout's top folder, absolute. */
export const root = fileURLToPath(new URL('..', import.meta.url));

/** @type {Set<number>} */
const running = new Set();

/** @param {number} pid leader of a process group started by `run` */
function endGroup(pid) {
	try {
		process.kill(-pid, 'SIGKILL');
	} catch {
		// It had ended by itself.
	}
}

/** Ends whatever `run` has started and is still going on. */
export function endPrograms() {
	for (const pid of running) endGroup(pid);
}

/** Children are in groups of their own, so an interrupt from the keyboard does not reach them. */
function endWithUs() {
	for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) {
		process.on(signal, () => {
			endPrograms();
			process.exit(130);
		});
	}
}

/**
 * Runs a program to its end. Its standard input is empty, so it can never wait for a key.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ quiet?: boolean, env?: Record<string, string>, timeoutSeconds?: number }} [options]
 *   quiet: keep what it prints for the caller instead of showing it
 * @returns {Promise<{ code: number, output: string }>} code 127 when it cannot be started,
 *   124 when the time was up; output only when quiet
 */
export function run(command, args, { quiet = false, env = {}, timeoutSeconds = 600 } = {}) {
	if (process.listenerCount('SIGTERM') === 0) endWithUs();
	return new Promise((resolve) => {
		const child = spawn(command, args, {
			cwd: root,
			env: { ...process.env, ...env },
			stdio: ['ignore', quiet ? 'pipe' : 'inherit', quiet ? 'pipe' : 'inherit'],
			// A group of its own: ending it ends what it started too (browsers, compilers).
			detached: process.platform !== 'win32'
		});
		let output = '';
		let timedOut = false;
		const pid = child.pid;
		if (pid !== undefined) running.add(pid);
		const clock = setTimeout(() => {
			timedOut = true;
			if (pid !== undefined) endGroup(pid);
			child.kill('SIGKILL');
		}, timeoutSeconds * 1000);
		/** @param {number} code */
		const finish = (code) => {
			clearTimeout(clock);
			if (pid !== undefined) running.delete(pid);
			if (timedOut) output += `\nStopped: not finished after ${String(timeoutSeconds)} s.\n`;
			resolve({ code: timedOut ? 124 : code, output });
		};
		child.stdout?.on('data', (chunk) => (output += String(chunk)));
		child.stderr?.on('data', (chunk) => (output += String(chunk)));
		child.on('error', (error) => {
			output += error.message;
			finish(127);
		});
		child.on('close', (code) => {
			finish(code ?? 1);
		});
	});
}

/**
 * Command line of a tool that is installed with the project.
 *
 * @param {string} packageName
 * @param {string} [name] of the tool, where the package is called otherwise
 * @returns {string} its script, to be run with Node
 */
export function tool(packageName, name = packageName) {
	const folder = path.join(root, 'node_modules', packageName);
	const { bin } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
	return path.join(folder, typeof bin === 'string' ? bin : bin[name]);
}

/**
 * Runs a tool of the project with Node.
 *
 * @param {readonly [packageName: string, name?: string]} which
 * @param {readonly string[]} args
 * @param {Parameters<typeof run>[2]} [options]
 */
export function runTool(which, args, options) {
	return run(process.execPath, [tool(...which), ...args], options);
}

/**
 * Where a program lies, as a shell would find it.
 *
 * @param {string} name
 * @returns {string | undefined}
 */
export function findOnPath(name) {
	return (process.env['PATH'] ?? '')
		.split(path.delimiter)
		.filter((folder) => folder !== '')
		.map((folder) => path.join(folder, name))
		.find((file) => existsSync(file));
}

/** Whether this is Debian, or a child of it, and we may install packages. */
export function mayInstallPackages() {
	return process.getuid?.() === 0 && findOnPath('apt-get') !== undefined;
}

/**
 * Installs a package of the distribution; only where `mayInstallPackages`.
 *
 * @param {string} name
 * @returns {Promise<{ code: number, output: string }>}
 */
export async function installPackage(name) {
	const env = { DEBIAN_FRONTEND: 'noninteractive' };
	const updated = await run('apt-get', ['update', '-qq'], {
		quiet: true,
		env,
		timeoutSeconds: 120
	});
	if (updated.code !== 0) return updated;
	const args = ['install', '-y', '-qq', '--no-install-recommends', name];
	return run('apt-get', args, { quiet: true, env, timeoutSeconds: 300 });
}
