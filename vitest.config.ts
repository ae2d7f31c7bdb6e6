import { fileURLToPath } from 'node:url';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';

/** Long simulations, many seeds and the graded sets run only when asked for: `npm run test:long`. */
const isLongRun = process.env['METTLE_LONG'] === '1';

export default defineConfig({
	plugins: [svelte()],
	resolve: {
		alias: { $lib: fileURLToPath(new URL('./src/lib', import.meta.url)) }
	},
	test: {
		environment: 'node',
		include: ['tests/unit/**/*.test.ts', 'tests/contract/**/*.test.ts'],
		exclude: isLongRun ? [] : ['**/*.long.test.ts'],
		// Loading the real model takes about a second, a cold disk some more.
		testTimeout: isLongRun ? 120_000 : 15_000,
		hookTimeout: 60_000,
		restoreMocks: true,
		unstubGlobals: true,
		typecheck: { enabled: false }
	}
});
