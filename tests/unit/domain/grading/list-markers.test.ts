import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { blankListMarkers, readAsProse } from '$lib/domain/grading/list-markers';
import { sentencesOf, wordsOf } from '$lib/domain/grading/words';

describe('blankListMarkers', () => {
	test.each([
		['- a lock', '  a lock'],
		['  * a lock', '    a lock'],
		['• a lock', '  a lock'],
		['12. a lock', '    a lock'],
		['(3) a lock', '    a lock'],
		['b) a lock', '   a lock']
	])('takes the marker from “%s”', (typed, blank) => {
		expect(blankListMarkers(typed)).toBe(blank);
	});

	test.each([
		'-1 is smaller',
		'3.5 times as fast',
		'*args and **kwargs',
		'A lock - or a mutex - helps.',
		'2 locks are needed',
		'1NF wants single values'
	])('leaves “%s” as it is', (typed) => {
		expect(blankListMarkers(typed)).toBe(typed);
	});

	test('keeps every offset', () => {
		fc.assert(
			fc.property(fc.string({ unit: fc.constantFrom('-', '1', '.', ' ', '\n', 'a') }), (text) => {
				expect(blankListMarkers(text)).toHaveLength(text.length);
			})
		);
	});
});

test('numbers of a list are neither words nor sentences', () => {
	const typed = '1. Each has its own stack.\n2. They share the heap.';

	expect(wordsOf(typed).map(({ text }) => text)).not.toContain('1');
	expect(sentencesOf(typed).map((span) => typed.slice(...span))).toEqual([
		'Each has its own stack.',
		'They share the heap.'
	]);
});

describe('readAsProse', () => {
	test('ends each item of a list with a full stop', () => {
		expect(readAsProse('- one lock\n- two locks.\n- waiting (long)')).toBe(
			'  one lock.  two locks.\n  waiting (long).'
		);
	});

	test('leaves prose alone, also where it runs over several lines', () => {
		const prose = 'A lock keeps\nothers out';
		expect(readAsProse(prose)).toBe(prose);
	});
});
