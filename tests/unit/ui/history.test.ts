import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Mark } from '$lib/contract/marks';
import { correctCount } from '$lib/ui/correct-count';
import { queryOf, readAddress } from '$lib/ui/history/address';
import { excerptOf, foundRanges } from '$lib/ui/history/found-words';
import { flaggedFile } from '$lib/ui/marks/flagged-file';

describe('the address of history', () => {
	test('says what is chosen, and nothing where nothing is', () => {
		const address = { view: 'sessions', type: null, topic: null, words: '' } as const;
		expect(queryOf(address)).toBe('');
		expect(queryOf({ ...address, type: 'mock', topic: 'C++ & more' })).toBe(
			'?type=mock&topic=C%2B%2B+%26+more'
		);
	});

	test('is read back as it was written', () => {
		fc.assert(
			fc.property(
				fc.record({
					view: fc.constantFrom('sessions', 'answers', 'marks'),
					type: fc.constantFrom('technical', 'mock', 'coding', 'debugging', null),
					topic: fc.option(fc.string({ minLength: 1, unit: 'grapheme' })),
					words: fc.string({ unit: 'grapheme' })
				}),
				(address) => {
					expect(readAddress(new URLSearchParams(queryOf(address)))).toEqual(address);
				}
			)
		);
	});

	test('passes over what it cannot mean', () => {
		expect(readAddress(new URLSearchParams('view=x&type=exam&topic='))).toEqual({
			view: 'sessions',
			type: null,
			topic: null,
			words: ''
		});
	});
});

describe('words found', () => {
	test('are marked in either case, and none is read as a pattern', () => {
		expect(foundRanges('C++ or c++, not C.', 'c++')).toEqual([
			[0, 3],
			[7, 10]
		]);
		expect(foundRanges('O(n log n)', 'O(n n)')).toEqual([
			[0, 3],
			[8, 10]
		]);
		expect(foundRanges('anything', ' ')).toEqual([]);
	});

	test('lie within the text, whatever is searched for', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (text, query) => {
				for (const [start, end] of foundRanges(text, query)) {
					expect(start).toBeLessThan(end);
					expect(end).toBeLessThanOrEqual(text.length);
				}
			})
		);
	});

	test('are in the part of a long text that is shown', () => {
		const text = `${'one two '.repeat(200)}needle${' three four'.repeat(200)}`;
		const excerpt = excerptOf(text, 'NEEDLE');
		expect(excerpt).toMatch(/^… (one|two) .*needle.* …$/u);
		expect(excerpt.length).toBeLessThan(420);
		expect(excerptOf('short', 'x')).toBe('short');
		expect(excerptOf('a'.repeat(1000), '')).toBe(`${'a'.repeat(400)} …`);
	});
});

test('what waits for its grade counts neither as right nor as wrong', () => {
	const summary = {
		answered: 4,
		skipped: 1,
		waiting: 1,
		correct: 2,
		score: null,
		strengths: [],
		to_fix: [],
		mastery_before: 0,
		mastery_after: 0
	};
	expect(correctCount(summary)).toEqual({ correct: 2, count: 3, rate: 67 });
	expect(correctCount({ ...summary, answered: 1 })).toBeNull();
});

test('the file for the author has id, topic, question and note, with their Markdown quoted', () => {
	const mark: Mark = {
		question_id: 'py-default',
		topic: 'python',
		prompt: 'What is wrong?\n\n```py\n# not a heading\n```',
		bookmarked: false,
		hidden: false,
		flagged: true,
		note: 'Two answers fit.',
		marked_at: '2026-03-03T14:30:00'
	};
	expect(flaggedFile([mark, { ...mark, question_id: 'b', note: '' }], '3 March 2026')).toBe(
		`# Flagged questions

Noted in Mettle on 3 March 2026.

## py-default

Topic: python

Question:

> What is wrong?
>
> \`\`\`py
> # not a heading
> \`\`\`

Note:

> Two answers fit.

## b

Topic: python

Question:

> What is wrong?
>
> \`\`\`py
> # not a heading
> \`\`\`

Without a note.

`
	);
});
