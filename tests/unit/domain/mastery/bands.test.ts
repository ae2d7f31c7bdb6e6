import { expect, test } from 'vitest';
import { bandOf, hasFewAnswers, masteryWord } from '$lib/domain/mastery/bands';

test.each([
	[1, 'advanced'],
	[0.85, 'advanced'],
	[0.8499999999999999, 'advanced'],
	[0.849, 'solid'],
	[0.7, 'solid'],
	[0.699, 'developing'],
	[0.5, 'developing'],
	[0.499, 'beginner'],
	[0, 'beginner']
])('a mastery of %d is called %s', (mastery, word) => {
	expect(masteryWord(mastery)).toBe(word);
});

test.each([
	[1, 'excellent'],
	[0.9, 'excellent'],
	[0.899, 'good'],
	[0.7, 'good'],
	[0.6999999999999999, 'good'],
	[0.699, 'partial'],
	[0.5, 'partial'],
	[0.499, 'weak'],
	[0, 'weak']
])('a similarity of %d is called %s', (value, band) => {
	expect(bandOf(value)).toBe(band);
});

test('fewer than three attempts are few answers', () => {
	expect([0, 2, 3].map(hasFewAnswers)).toEqual([true, true, false]);
});
