import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { assemblePack } from '$lib/packs/assemble-pack';
import { parseQuestion } from '$lib/packs/parse-markdown';
import { createPackSource, PackUnavailableError } from '$lib/packs/load-packs';

const CONTENT = new URL('../../../src/content/operating_systems/', import.meta.url);
const read = (name: string) => readFileSync(new URL(name, CONTENT), 'utf8');
const QUESTION = read('os-deadlock-conditions.md');
const parse = (source: string) => parseQuestion('os/q.md', source);
const problemsOf = (source: string) => {
	const parsed = parse(source);
	return parsed.ok ? [] : parsed.problems.map(({ field, message }) => `${field}: ${message}`);
};

describe('a question file', () => {
	test('is read whole: front matter, prompt, explanation', () => {
		const parsed = parse(QUESTION);

		expect(parsed.ok && parsed.value.prompt).toBe(
			'Which conditions must hold for a deadlock to be possible?'
		);
		expect(parsed.ok && parsed.value.explanation).toMatch(/^Coffman, Elphick/);
		expect(parsed.ok && parsed.value.front.points).toHaveLength(4);
	});

	test('may have a byte-order mark and the line ends of Windows', () => {
		expect(parse(`\uFEFF${QUESTION.replaceAll('\n', '\r\n')}`)).toEqual(parse(QUESTION));
	});

	test.each([
		['no front matter', 'Just a question?', /: begin with "---"/],
		['broken YAML', '---\nid: [\n---\nQ\n', /: front matter is not valid YAML/],
		['a missing field', QUESTION.replace(/^difficulty.*\n/mu, ''), /^difficulty: /],
		[
			'a wrong level',
			QUESTION.replace('difficulty: medium', 'difficulty: tricky'),
			/^difficulty: /
		],
		['an unknown field', QUESTION.replace('version: 1', 'version: 1\nhook: x'), /hook/],
		['no explanation', QUESTION.replace('## Explanation', ''), /^explanation: add a section/],
		['YAML that multiplies', '---\na: &a [1]\nb: [*a, *a]\n---\nQ\n', /front matter is not valid/]
	])('%s is refused, naming the field', (_name, source, problem) => {
		expect(problemsOf(source).join('\n')).toMatch(problem);
	});

	test('keys that reach for prototypes change nothing', () => {
		problemsOf(QUESTION.replace('version: 1', 'version: 1\n__proto__: { polluted: true }'));

		expect(Reflect.get({}, 'polluted')).toBeUndefined();
	});
});

describe('a topic folder', () => {
	const files = (question: string) =>
		new Map([
			['_topic.md', read('_topic.md')],
			['os-deadlock-conditions.md', question]
		]);
	const messages = (question: string) => {
		const pack = assemblePack('operating_systems', files(question));
		return pack.ok ? [] : pack.problems.map(({ message }) => message);
	};

	test('becomes a pack without the authors’ test answers', () => {
		const pack = assemblePack('operating_systems', files(QUESTION));

		expect(pack.ok && pack.value.questions[0]).not.toHaveProperty('tests');
		expect(pack.ok && pack.value.questions[0]?.keywords).toHaveLength(4);
	});

	test.each([
		[
			'a keyword that no expected answer holds',
			'circular wait\n        aliases: [cycle, circle, circular, ring, waits for B]',
			'unheard of',
			/does not contain the keyword "unheard of"/
		],
		[
			'an unknown concept',
			'concepts: [deadlocks]',
			'concepts: [deadlocks, cooking]',
			/cooking is not listed/
		],
		[
			'a misconception about no point',
			'confuses: circular-wait',
			'confuses: nothing',
			/no point's id/
		],
		[
			'an id that is not the file’s',
			'id: os-deadlock-conditions',
			'id: os-other',
			/name the file os-other\.md/
		]
	])('%s is found', (_name, from, to, message) => {
		expect(QUESTION).toContain(from);
		expect(messages(QUESTION.replace(from, to)).join('\n')).toMatch(message);
	});
});

describe('the source of packs', () => {
	test('a damaged pack is unavailable, and read again when asked again', async () => {
		const { PACK_INDEX } = await import('$lib/packs/generated');
		let reads = 0;
		const source = createPackSource(PACK_INDEX, () => {
			reads++;
			return Promise.resolve('{"format":1');
		});

		await expect(source.load('python')).rejects.toBeInstanceOf(PackUnavailableError);
		await expect(source.load('python')).rejects.toBeInstanceOf(PackUnavailableError);
		expect(reads).toBe(2);
		expect(await source.load('cobol')).toBeUndefined();
	});
});
