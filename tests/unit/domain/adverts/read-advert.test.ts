import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readAdvert } from '$lib/domain/adverts/read-advert';
import { PACK_INDEX } from '$lib/packs/generated';

const read = (text: string) => {
	const { topics, not_covered } = readAdvert(text, PACK_INDEX);
	return {
		topics: Object.fromEntries(
			topics.map(({ topic, mentions }) => [topic, mentions.map(({ phrase }) => phrase)])
		),
		others: not_covered.map(({ phrase }) => phrase)
	};
};
const fixture = (name: string) =>
	readFileSync(new URL(`../../../fixtures/adverts/${name}.txt`, import.meta.url), 'utf8');

describe('an advert', () => {
	test('for the back end', () => {
		const { topics, others } = read(fixture('backend'));

		expect(topics).toEqual({
			python: ['Python', 'Python', 'Django', 'asyncio', 'Python'],
			databases: [
				'PostgreSQL',
				'query plan',
				'isolation levels',
				'replication',
				'MySQL',
				'SQL',
				'joins',
				'indexes',
				'transactions'
			],
			operating_systems: ['Linux'],
			networks: ['TCP/IP', 'DNS']
		});
		expect(others).toEqual(['React', 'JavaScript', 'Docker', 'Kubernetes']);
	});

	test('for systems', () => {
		const { topics, others } = read(fixture('systems'));

		expect(topics).toEqual({
			operating_systems: [
				'Linux',
				'kernel',
				'multi-threaded',
				'virtual memory',
				'file\nsystems',
				'system calls',
				'Linux'
			]
		});
		expect(others).toEqual(['C', 'C++', 'Rust', 'Go']);
	});

	test('for the front end asks for nothing that is here', () => {
		const { topics, others } = read(fixture('frontend'));

		expect(topics).toEqual({});
		expect(others).toEqual([
			'TypeScript',
			'React',
			'Playwright',
			'CSS',
			'Node.js',
			'JavaScript',
			'Vue',
			'GraphQL',
			'.NET',
			'C#'
		]);
	});
});

test.each([
	['JavaScript and NoSQL', ['JavaScript', 'NoSQL']],
	['Java, C++, C# and .NET', ['Java', 'C++', 'C#', '.NET']],
	['C/C++', ['C', 'C++']],
	['Python/R or Julia', ['R', 'Julia']],
	['experience with React', ['React']],
	['Go developers wanted', ['Go']],
	['React quickly, Go far, Excel in what you do', []],
	['Let us Go. Swift help is at hand.', []],
	['We go, you react, they excel.', []],
	['R&D, vitamin C, Series C, the C-suite', []],
	['a Go-to-market plan', []],
	['JAVA ＪＡＶＡ java', ['JAVA']],
	['apache   kafka', ['apache   kafka']],
	['Amazon Web\nServices', ['Amazon Web\nServices']],
	['Amazon. Web. Services', []],
	['javascripts', ['javascripts']],
	['Javanese, Rustic, Dockerland', []]
])('%j names %j', (text, expected) => {
	expect(read(text).others).toEqual(expected);
});

test.each([
	['MySQL is not SQL Server', { databases: ['MySQL', 'SQL Server'] }],
	['RELATIONAL DATABASE', { databases: ['RELATIONAL DATABASE'] }],
	['load balancers', { networks: ['load balancers'] }],
	['HTTPS', { networks: ['HTTPS'] }],
	['whoever joins us has a good memory', {}],
	['Python: memory, decorators', { python: ['Python', 'memory', 'decorators'] }],
	['Python.\nA good memory helps', { python: ['Python'] }],
	['iOS and macOS', {}],
	['the rest of the team, networking at events', {}],
	['🐍 P\u200Bython', { python: ['P\u200Bython'] }]
])('%j asks for %j', (text, expected) => {
	expect(read(text).topics).toEqual(expected);
});

test('spans are where the words stand', () => {
	const text = '👋 We use PostgreSQL, and Kubernetes.';
	const { topics, not_covered } = readAdvert(text, PACK_INDEX);
	const [postgres] = topics[0]?.mentions ?? [];

	expect(text.slice(...postgres!.span)).toBe('PostgreSQL');
	expect(text.slice(...not_covered[0]!.span)).toBe('Kubernetes');
});

test('a pack that knows a name takes it over', () => {
	const kafka = { topic: 'kafka', title: 'Streaming', asked_as: ['Kafka'], concepts: [] };
	expect(readAdvert('Kafka, Redis', [...PACK_INDEX, kafka])).toMatchObject({
		topics: [{ topic: 'kafka' }],
		not_covered: [{ phrase: 'Redis' }]
	});
});

test('the longest advert takes no time worth speaking of', () => {
	for (const text of ['Go, '.repeat(5000), 'React '.repeat(3300), 'SQL joins; '.repeat(1800)]) {
		const start = performance.now();
		readAdvert(text, PACK_INDEX);
		expect(performance.now() - start).toBeLessThan(1000);
	}
});
