/**
 * Who may import whom: the walls of the architecture. eslint.config.js makes rules of it.
 *
 * @typedef {object} Layer
 * @property {string} folder below `src`
 * @property {readonly string[]} mayImport folders or files below `src`; its own folder always
 * @property {readonly string[]} [packages] from npm or the framework; any where it is not given.
 *   A name stands for all below it too (`zod`, `zod/mini`)
 * @property {readonly string[]} [typesOnly] layers of which nothing may be loaded at run time
 */

const messages = 'lib/paraglide';

/** @type {readonly Layer[]} */
export const layers = [
	{ folder: 'lib/domain', mayImport: [], packages: ['stemmer'] },
	{ folder: 'lib/scheduling', mayImport: ['lib/domain'], packages: ['ts-fsrs'] },
	{ folder: 'lib/contract', mayImport: ['lib/domain'], packages: ['zod'] },
	{
		folder: 'lib/packs',
		mayImport: ['lib/domain'],
		packages: ['zod', 'yaml', 'markdown-it', 'marked', 'dompurify', 'papaparse', 'gift-pegjs']
	},
	{
		folder: 'lib/store',
		mayImport: ['lib/domain', 'lib/contract', 'lib/scheduling'],
		packages: ['idb', 'zod', 'ulid', '@noble/hashes']
	},
	{
		folder: 'lib/embedder',
		mayImport: ['lib/domain'],
		packages: ['zod', '@xenova/transformers', 'onnxruntime-web', '@noble/hashes']
	},
	{
		folder: 'lib/api',
		mayImport: [
			'lib/domain',
			'lib/contract',
			'lib/packs',
			'lib/scheduling',
			// Of these only what is written over their interfaces.
			'lib/store/store.ts',
			'lib/store/records.ts',
			'lib/store/event-records.ts',
			'lib/store/actions',
			'lib/embedder/embedder.ts'
		],
		packages: ['zod', 'ulid', '@noble/hashes']
	},
	{
		folder: 'service-worker',
		mayImport: [
			'lib/api',
			'lib/contract',
			'lib/domain',
			'lib/store',
			'lib/packs',
			'lib/embedder/embedder.ts',
			'lib/embedder/page-messages.ts'
		],
		packages: ['$service-worker', 'idb', 'ulid', 'workbox-core', 'workbox-precaching']
	},
	{ folder: 'lib/runner', mayImport: ['lib/domain'] },
	{
		folder: 'lib/client',
		mayImport: [
			'lib/contract',
			'lib/domain',
			'lib/api',
			'lib/store',
			'lib/packs',
			'lib/embedder',
			messages
		],
		// Loaded late, and only where no service worker answers; see `inPageWiring`.
		typesOnly: ['lib/api', 'lib/store', 'lib/packs']
	},
	{
		folder: 'lib/state',
		mayImport: ['lib/client', 'lib/runner/runner.ts', 'lib/contract', 'lib/domain', messages]
	},
	{
		folder: 'lib/ui',
		mayImport: ['lib/state', 'lib/contract', 'lib/domain', messages],
		typesOnly: ['lib/contract']
	},
	{ folder: 'routes', mayImport: ['lib/ui', 'lib/state', messages] }
];

/** The files of `client` that answer in the page; only an `import()` reaches them. */
export const inPageWiring = 'src/lib/client/in-page-*.ts';
