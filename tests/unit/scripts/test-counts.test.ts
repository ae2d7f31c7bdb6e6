import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import {
	countPlaywright,
	countReport,
	countVitest,
	type Counts
} from '../../../scripts/test-counts.mjs';

let folder: string;
beforeEach(() => {
	folder = mkdtempSync(path.join(tmpdir(), 'mettle-counts-'));
});
afterEach(() => {
	rmSync(folder, { recursive: true, force: true });
});

function reportFile(report: unknown): string {
	const file = path.join(folder, 'report.json');
	writeFileSync(file, typeof report === 'string' ? report : JSON.stringify(report));
	return file;
}

test('counts a test file that does not load as one failed test', () => {
	const counts = countVitest({
		numPassedTests: 4,
		numFailedTests: 1,
		numPendingTests: 2,
		testResults: [
			{ status: 'passed', assertionResults: [{ status: 'passed' }] },
			{ status: 'failed', assertionResults: [{ status: 'failed' }] },
			{ status: 'failed', assertionResults: [] }
		]
	});

	expect(counts).toEqual({ passed: 4, failed: 2, skipped: 2 });
});

test('counts a test that passed at the second try as passed, and an error outside as failed', () => {
	const stats = { expected: 5, unexpected: 1, flaky: 1, skipped: 3 };

	expect(countPlaywright({ errors: ['a file did not load'], stats })).toEqual({
		passed: 6,
		failed: 2,
		skipped: 3
	});
});

test.each([
	['no report', undefined, 1],
	['half a report', '{"numPassed', 1],
	['a crash after the last test', { passed: 3, failed: 0, skipped: 0 }, 139],
	['a run of no test at all', { passed: 0, failed: 0, skipped: 0 }, 0]
])('never takes %s for success', (_title, report, code) => {
	const file = report === undefined ? path.join(folder, 'none.json') : reportFile(report);

	expect(countReport(file, code, (counts: Counts) => counts).failed).toBe(1);
});
