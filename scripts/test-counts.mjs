import { existsSync, readFileSync } from 'node:fs';

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

/**
 * @typedef {object} VitestReport
 * @property {number} numPassedTests
 * @property {number} numFailedTests
 * @property {number} numPendingTests
 * @property {Array<{ status: string, assertionResults: Array<{ status: string }> }>} testResults
 *
 * @typedef {object} PlaywrightReport
 * @property {unknown[]} errors outside of any test, such as a file that does not load
 * @property {{ expected: number, unexpected: number, flaky: number, skipped: number }} stats
 */

/**
 * @param {VitestReport} report
 * @returns {Counts} a file that fails as a whole counts as one failed test
 */
export function countVitest({ numPassedTests, numFailedTests, numPendingTests, testResults }) {
	const brokenFiles = testResults.filter(
		({ status, assertionResults }) =>
			status === 'failed' && !assertionResults.some((result) => result.status === 'failed')
	);
	return {
		passed: numPassedTests,
		failed: numFailedTests + brokenFiles.length,
		skipped: numPendingTests
	};
}

/**
 * @param {PlaywrightReport} report
 * @returns {Counts}
 */
export function countPlaywright({ errors, stats }) {
	return {
		passed: stats.expected + stats.flaky,
		failed: stats.unexpected + errors.length,
		skipped: stats.skipped
	};
}

/**
 * Counts of a run of tests. A run that ended badly without a failed test (it crashed, it ran out
 * of time, it wrote no report) counts as one failure, so it can never look green.
 *
 * @template Report
 * @param {string} file report as JSON
 * @param {number} code exit code of the run
 * @param {(report: Report) => Counts} count
 * @returns {Counts}
 */
export function countReport(file, code, count) {
	const nothing = { passed: 0, failed: 0, skipped: 0 };
	let counts = nothing;
	if (existsSync(file)) {
		try {
			counts = count(JSON.parse(readFileSync(file, 'utf8')));
		} catch {
			// Half a report: the run died while it wrote.
		}
	}
	const isEmpty = counts.passed + counts.failed === 0;
	return counts.failed === 0 && (code !== 0 || isEmpty) ? { ...counts, failed: 1 } : counts;
}
