import { describe, expect, test } from 'vitest';
import { sentencesOf, wordsOf } from '$lib/domain/grading/words';
import { normaliseWord, stemOf, stemsOf } from '$lib/domain/grading/normalise';

const texts = (text: string) => wordsOf(text).map((word) => word.text);

describe('wordsOf', () => {
	test('keeps the names of languages, O(…) and operators whole', () => {
		expect(texts('C++ and C# on .NET in O(n log n), x == y')).toEqual([
			'C++',
			'and',
			'C#',
			'on',
			'.NET',
			'in',
			'O(n log n)',
			'x',
			'==',
			'y'
		]);
	});

	test('reads compounds as words in a row', () => {
		expect(texts('async/await, copy-on-write')).toEqual(['async', 'await', 'copy', 'on', 'write']);
	});

	test('reads writing without blanks sign by sign', () => {
		expect(texts('死锁 deadlock')).toEqual(['死', '锁', 'deadlock']);
	});

	test('gives places in the text as typed', () => {
		const text = '  A thread’s stack…';

		expect(wordsOf(text).map(({ span }) => text.slice(...span))).toEqual([
			'A',
			'thread’s',
			'stack'
		]);
	});
});

describe('sentencesOf', () => {
	test.each([
		['One. Two! Three?', ['One.', 'Two!', 'Three?']],
		['Use e.g. a lock. Then stop.', ['Use e.g. a lock.', 'Then stop.']],
		['- first\n- second', ['first', 'second']],
		['It is 3.5 times faster; fine', ['It is 3.5 times faster;', 'fine']],
		['…!?', []]
	])('%j', (text, sentences) => {
		expect(sentencesOf(text).map((span) => text.slice(...span))).toEqual(sentences);
	});
});

describe('the same word in other spellings has one form', () => {
	test.each([
		['naïve', 'naive'],
		['ｍｕｔｅｘ', 'mutex'],
		['mu\u200btex', 'mutex'],
		['mu\u00adtex', 'mutex'],
		['e\u0301tat', 'état'],
		['INDEX', 'ındex'],
		['ﬁle', 'file']
	])('%s is %s', (one, other) => {
		expect(normaliseWord(one)).toBe(normaliseWord(other));
	});

	test.each([
		['labels', 'labelled'],
		['labels', 'labelling'],
		['serialise', 'serialized'],
		['behaviour', 'behaviors'],
		['thread’s', 'threads']
	])('%s and %s share a stem', (one, other) => {
		expect(stemOf(one)).toBe(stemOf(other));
	});

	test('different words keep different stems', () => {
		expect(new Set(stemsOf('java javascript C C++ C#')).size).toBe(5);
	});
});
