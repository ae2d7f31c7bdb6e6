import eslint from '@eslint/js';
import { createNodeResolver, importX } from 'eslint-plugin-import-x';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import path from 'node:path';
import ts from 'typescript-eslint';
import { inPageWiring, layers } from './scripts/import-map.mjs';
import svelteConfig from './svelte.config.js';

const root = import.meta.dirname;
const sources = path.join(root, 'src');

/** @param {string} name */
function escapeForPattern(name) {
	return name.replaceAll(/[$.*+?^()[\]{}|\\/]/g, String.raw`\$&`);
}

/** @param {import('./scripts/import-map.mjs').Layer} layer */
function packageRule({ folder, packages }) {
	if (packages === undefined) return {};
	const allowed = packages.map((name) => `${escapeForPattern(name)}(?:/|$)`);
	const message = `src/${folder} may load ${packages.join(', ')} and nothing else from outside.`;
	const regex = String.raw`^(?!\.|\$lib/|${allowed.join('|')})`;
	return { 'no-restricted-imports': ['error', { patterns: [{ regex, message }] }] };
}

/** @param {import('./scripts/import-map.mjs').Layer} layer */
function typesOnlyRule({ folder, typesOnly }) {
	if (typesOnly === undefined) return {};
	const patterns = typesOnly.map((other) => ({
		regex: `^\\$${other}(?:/|$)`,
		allowTypeImports: true,
		message: `src/${folder} takes types from src/${other}; what runs is loaded with import().`
	}));
	return { '@typescript-eslint/no-restricted-imports': ['error', { patterns }] };
}

/** The import map of the architecture: one block a layer. */
const walls = layers.map((layer) => ({
	files: [`src/${layer.folder}/**`],
	rules: {
		'import-x/no-restricted-paths': [
			'error',
			{
				basePath: sources,
				zones: [
					{
						target: layer.folder,
						from: '.',
						except: [layer.folder, ...layer.mayImport].map((allowed) => `./${allowed}`),
						message: `src/${layer.folder} may not import this (scripts/import-map.mjs).`
					}
				]
			}
		],
		...packageRule(layer),
		...typesOnlyRule(layer)
	}
}));

/** What makes a result depend on more than its arguments, or reach outside. */
const impureGlobals = [
	...Object.keys(globals.browser),
	...Object.keys(globals.worker),
	...Object.keys(globals.nodeBuiltin)
].filter((name) => !(name in globals.es2023));

const sameArgumentsSameResult = 'Pure code takes the time and random numbers as arguments.';

const purity = {
	files: ['src/lib/domain/**'],
	rules: {
		'no-restricted-globals': ['error', ...new Set(impureGlobals)],
		'no-restricted-properties': [
			'error',
			{ object: 'Math', property: 'random', message: sameArgumentsSameResult },
			{ object: 'Date', property: 'now', message: sameArgumentsSameResult }
		],
		'no-restricted-syntax': [
			'error',
			{
				selector: 'NewExpression[callee.name="Date"][arguments.length=0]',
				message: sameArgumentsSameResult
			},
			{ selector: 'CallExpression[callee.name="Date"]', message: sameArgumentsSameResult },
			{ selector: 'MemberExpression[object.name="globalThis"]', message: sameArgumentsSameResult }
		]
	}
};

const typedRules = {
	'@typescript-eslint/consistent-type-imports': 'error',
	'@typescript-eslint/consistent-type-assertions': [
		'error',
		{ assertionStyle: 'as', objectLiteralTypeAssertions: 'never' }
	],
	'@typescript-eslint/switch-exhaustiveness-check': 'error',
	// 0 and NaN are numbers like any other: they are compared, never asked whether they are true.
	'@typescript-eslint/strict-boolean-expressions': [
		'error',
		{
			allowNumber: false,
			allowNullableNumber: false,
			allowNullableBoolean: true,
			allowNullableString: true
		}
	],
	'@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
	'@typescript-eslint/no-confusing-void-expression': 'off',
	// `Record<never, never>` says on purpose that a table has no index.
	'@typescript-eslint/no-generated-empty-object-type': 'off',
	// What was caught, or what an AbortSignal carries, is thrown on as it is.
	'@typescript-eslint/only-throw-error': [
		'error',
		{ allowThrowingAny: true, allowThrowingUnknown: true }
	],
	'@typescript-eslint/no-unused-vars': [
		'error',
		{ argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true }
	],
	// An interface may be asynchronous where one of its implementations need not wait.
	'@typescript-eslint/require-await': 'off',
	'import-x/no-cycle': ['error', { ignoreExternal: true }],
	'import-x/no-default-export': 'error'
};

export default ts.config(
	{
		ignores: [
			'.svelte-kit/',
			'build/',
			'coverage/',
			'playwright-report/',
			'test-results/',
			'static/',
			'src/lib/paraglide/',
			'src/lib/packs/generated/',
			'src/messages/'
		]
	},
	{ linterOptions: { reportUnusedDisableDirectives: 'error', reportUnusedInlineConfigs: 'error' } },
	eslint.configs.recommended,
	ts.configs.strictTypeChecked,
	svelte.configs.recommended,
	svelte.configs.prettier,
	{
		languageOptions: {
			globals: { ...globals.browser, ...globals.node },
			parserOptions: {
				projectService: { allowDefaultProject: ['vitest.config.ts', 'playwright.config.ts'] },
				extraFileExtensions: ['.svelte'],
				tsconfigRootDir: root
			}
		},
		plugins: { 'import-x': importX },
		settings: {
			'import-x/extensions': ['.ts', '.js', '.mjs', '.svelte'],
			'import-x/parsers': {
				'@typescript-eslint/parser': ['.ts'],
				'svelte-eslint-parser': ['.svelte']
			},
			'import-x/resolver-next': [
				createNodeResolver({
					extensions: ['.ts', '.js', '.mjs', '.svelte', '.json'],
					alias: { $lib: [path.join(sources, 'lib')] }
				})
			]
		},
		rules: typedRules
	},
	{
		files: ['**/*.svelte', '**/*.svelte.ts'],
		languageOptions: { parserOptions: { parser: ts.parser, svelteConfig } },
		rules: {
			// A component is its file's default export, and ids travel in the query string.
			'import-x/no-default-export': 'off',
			'svelte/no-navigation-without-resolve': 'off',
			// The compiler and the type checker know a binding's life better than this rule.
			'prefer-const': 'off',
			'svelte/prefer-const': ['error', { destructuring: 'all' }],
			'svelte/button-has-type': 'error',
			'svelte/no-target-blank': 'error'
		}
	},
	...walls,
	{
		files: [inPageWiring],
		rules: { '@typescript-eslint/no-restricted-imports': 'off' }
	},
	purity,
	{
		files: ['tests/**'],
		rules: {
			// Values worked out by hand are written with all their digits.
			'no-loss-of-precision': 'off',
			'@typescript-eslint/no-non-null-assertion': 'off',
			'@typescript-eslint/unbound-method': 'off'
		}
	},
	{
		// They read replies as a stranger does: parsed JSON, every field asserted.
		files: [
			'tests/contract/**',
			'tests/support/api-fixture.ts',
			'tests/e2e/contract.test.ts',
			'tests/e2e/black-box*.ts'
		],
		rules: {
			'@typescript-eslint/no-explicit-any': 'off',
			'@typescript-eslint/no-unsafe-argument': 'off',
			'@typescript-eslint/no-unsafe-assignment': 'off',
			'@typescript-eslint/no-unsafe-call': 'off',
			'@typescript-eslint/no-unsafe-return': 'off',
			'@typescript-eslint/no-unsafe-member-access': 'off',
			'@typescript-eslint/restrict-plus-operands': 'off',
			'@typescript-eslint/strict-boolean-expressions': 'off'
		}
	},
	{
		// The API they configure wants a default export.
		files: ['*.config.ts', '*.config.js', '.*.mjs'],
		rules: { 'import-x/no-default-export': 'off' }
	},
	{
		// Checked by tsc (scripts/tsconfig.json); JSON and the packages' own options are loosely typed.
		files: ['**/*.js', '**/*.mjs'],
		...ts.configs.disableTypeChecked
	}
);
