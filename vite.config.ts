import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';

export default defineConfig(({ mode }) => ({
	plugins: [
		paraglideVitePlugin({
			project: './src/messages/project.inlang',
			outdir: './src/lib/paraglide',
			strategy: ['baseLocale']
		}),
		sveltekit()
	],
	resolve: {
		// The plain WebAssembly runtime: no WebGPU, a third of the size, the same scores everywhere.
		alias: { 'onnxruntime-web/webgpu': 'onnxruntime-web/wasm' },
		// Setting this list replaces Vite's own, so its defaults are repeated here.
		conditions: [
			'onnxruntime-web-use-extern-wasm',
			'svelte',
			'module',
			'browser',
			mode === 'production' ? 'production' : 'development'
		]
	},
	// Its CommonJS entry, which Node would take while prerendering, has no named exports.
	ssr: { noExternal: ['workbox-window'] },
	worker: { format: 'es' }
}));
