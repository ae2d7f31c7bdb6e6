import { defineConfig } from '@playwright/test';
import { findChromium } from './scripts/chromium.mjs';

const executablePath = findChromium();
const isCi = process.env['CI'] !== undefined;
const isRoot = process.getuid?.() === 0;

/** The tests serve `build/` themselves (tests/support/host.ts), each on a port of its own. */
export default defineConfig({
	testDir: 'tests/e2e',
	testIgnore: process.env['METTLE_LONG'] === '1' ? [] : ['**/*.long.test.ts'],
	testMatch: '**/*.test.ts',
	outputDir: 'test-results/e2e',
	fullyParallel: false,
	workers: 2,
	retries: isCi ? 1 : 0,
	forbidOnly: isCi,
	timeout: 60_000,
	expect: { timeout: 10_000 },
	reporter: [['list']],
	use: {
		browserName: 'chromium',
		locale: 'en-GB',
		timezoneId: 'Europe/London',
		trace: 'retain-on-failure',
		launchOptions: {
			...(executablePath === undefined ? {} : { executablePath }),
			// Chromium's own sandbox does not start for root, as in most containers.
			args: isRoot ? ['--no-sandbox'] : []
		}
	}
});
