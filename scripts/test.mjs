import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { install, requireNode } from './install.mjs';
import { bringModel } from './model.mjs';
import { endPrograms, root, run, runTool } from './process.mjs';
import { secondsSince, withProgress } from './progress.mjs';
import { countPlaywright, countReport, countVitest } from './test-counts.mjs';

/**
 * @typedef {import('./test-counts.mjs').Counts} Counts
 * @typedef {{ code: number, output: string }} Outcome
 */

const isLong = process.argv.includes('--long');
const startedMs = performance.now();
/** The whole run ends within this time, whatever hangs. */
const limitSeconds = isLong ? 3 * 3600 : 14.5 * 60;
/** @type {Record<string, string>} what the tools print is read in logs too */
const colour = process.stdout.isTTY ? { FORCE_COLOR: '1' } : { NO_COLOR: '1' };
const reports = path.join(root, 'test-results');
const env = { METTLE_LONG: isLong ? '1' : '', ...colour };

/** @type {Counts} */
const total = { passed: 0, failed: 0, skipped: 0 };
/** @type {string[]} */
const faults = [];
let hasConcluded = false;

/** Seconds that are left; at least one, so that a late step fails by itself and is counted. */
function secondsLeft() {
	return Math.max(1, limitSeconds - (performance.now() - startedMs) / 1000);
}

/**
 * @param {string} label
 * @param {Counts} counts
 */
function add(label, counts) {
	total.passed += counts.passed;
	total.failed += counts.failed;
	total.skipped += counts.skipped;
	if (counts.failed > 0) faults.push(`${label}: ${String(counts.failed)} failed`);
}

/**
 * A step that as a whole passes or fails, and counts as one. What it says is shown when it fails.
 *
 * @param {string} label
 * @param {() => Promise<Outcome>} action
 * @returns {Promise<boolean>}
 */
async function gate(label, action) {
	const { code, output } = await withProgress(label, action);
	if (code !== 0) console.log(`${output.trim()}\n✗ ${label}`);
	add(label, { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 });
	return code === 0;
}

/**
 * @param {Parameters<typeof runTool>[0]} which
 * @param {readonly string[]} args
 */
function quietly(which, args) {
	return () => runTool(which, args, { quiet: true, env, timeoutSeconds: secondsLeft() });
}

/**
 * @template Report
 * @param {string} label
 * @param {Parameters<typeof runTool>[0]} which
 * @param {readonly string[]} args
 * @param {string} report
 * @param {(report: Report) => Counts} count
 */
async function suite(label, which, args, report, count) {
	const { code } = await withProgress(label, () =>
		runTool(which, args, {
			env: { ...env, PLAYWRIGHT_JSON_OUTPUT_NAME: report },
			timeoutSeconds: secondsLeft()
		})
	);
	add(label, countReport(report, code, count));
}

/** The last line says it all, and is all that a program needs to read. */
function conclude() {
	hasConcluded = true;
	for (const fault of faults) console.log(`✗ ${fault}`);
	if (total.skipped > 0) console.log(`${String(total.skipped)} skipped`);
	console.log(`took ${secondsSince(startedMs)}`);
	process.exitCode = total.failed === 0 ? 0 : 1;
	console.log(`${String(total.passed)} passed, ${String(total.failed)} failed`);
}

async function prepare() {
	rmSync(reports, { recursive: true, force: true });
	mkdirSync(reports, { recursive: true });
	if (!(await withProgress('Checking the model', () => bringModel()))) {
		console.log('  not measured: no model (what needs it is left out)');
	}
	const { generate } = await import('./generate.mjs');
	await gate('Messages, packs and types from their sources', generate);
}

async function checkSources() {
	await gate('Format (prettier)', quietly(['prettier'], ['--check', '.']));
	await gate('Types (svelte-check, tsc)', () =>
		run(process.execPath, ['scripts/check-types.mjs'], {
			quiet: true,
			timeoutSeconds: secondsLeft()
		})
	);
	await gate('Unused code (knip)', quietly(['knip'], []));
	await gate('Packs', quietly(['tsx'], ['scripts/check-packs.ts']));
}

async function testUnits() {
	const report = path.join(reports, 'unit.json');
	const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
	await suite('Unit and contract tests', ['vitest'], ['run', ...reporters], report, countVitest);
}

async function testSite() {
	const { build } = await import('./build.mjs');
	const isBuilt = await gate('Build', build);
	if (!isBuilt) {
		add('End-to-end tests, not run without a build', { passed: 0, failed: 1, skipped: 0 });
		return;
	}
	await gate('Size of the first screen', quietly(['size-limit'], []));
	const { chromiumAdvice, ensureChromium } = await import('./chromium.mjs');
	if ((await withProgress('Finding Chromium', ensureChromium)) === undefined) {
		console.log(chromiumAdvice);
		add('End-to-end tests, not run without Chromium', { passed: 0, failed: 1, skipped: 0 });
		return;
	}
	const report = path.join(reports, 'e2e.json');
	const which = /** @type {const} */ (['@playwright/test', 'playwright']);
	await suite('End-to-end tests', which, ['test', '--reporter=list,json'], report, countPlaywright);
}

process.on('exit', () => {
	// It ended before the tests could begin; the last line is there all the same.
	if (!hasConcluded) console.log('0 passed, 1 failed');
});
requireNode();
setTimeout(() => {
	endPrograms();
	add('Out of time', { passed: 0, failed: 1, skipped: 0 });
	conclude();
	process.exit();
}, limitSeconds * 1000).unref();
await install();
await prepare();
// It takes minutes and one core, so the checks that follow run beside it.
const lint = gate('Lint (eslint)', quietly(['eslint'], ['.', '--max-warnings', '0']));
await checkSources();
await testUnits();
await lint;
await testSite();
conclude();
