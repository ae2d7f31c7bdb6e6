import { describe, expect, test } from 'vitest';
import { findKeywords, keywordCoverage } from '$lib/domain/grading/keyword-coverage';

const keyword = (term: string, ...aliases: string[]) => ({ term, aliases });
const coverage = (answer: string, ...terms: string[]) =>
	keywordCoverage(
		findKeywords(
			answer,
			terms.map((term) => keyword(term))
		)
	);

describe('keyword coverage', () => {
	test('the example of the specification: 2 of 4 is 0.50', () => {
		const answer = 'It is supervised: during training the model sees the right answers.';

		expect(coverage(answer, 'supervised', 'training', 'labels', 'algorithm')).toBe(0.5);
	});

	test('counts a term once however often it is repeated', () => {
		expect(coverage('lock, lock and lock', 'lock', 'starvation')).toBe(0.5);
	});

	test('finds inflections, never parts of words', () => {
		expect(coverage('Deadlocked threads in JavaScript', 'deadlock', 'java', 'thread')).toBe(2 / 3);
	});

	test('an alias counts as its term', () => {
		const [found] = findKeywords('The GC runs.', [keyword('garbage collection', 'GC')]);

		expect(found).toEqual({ term: 'garbage collection', found: true, span: [4, 6] });
	});

	test('a term of several words must stand in a row', () => {
		expect(coverage('mutual and total exclusion', 'mutual exclusion')).toBe(0);
		expect(coverage('mutual exclusion', 'mutual exclusion')).toBe(1);
	});

	test.each(['C++', 'C#', '.NET', 'O(n log n)', 'async/await', '==', 'a.b*', '死锁'])(
		'finds %s, and never as a pattern',
		(term) => {
			expect(coverage(`one says ${term} here`, term)).toBe(1);
			expect(coverage('xyz aab abb C NET', term)).toBe(0);
		}
	);

	test('refuses a question without keywords', () => {
		expect(() => keywordCoverage([])).toThrow(RangeError);
	});
});
