import { expect, test } from 'vitest';
import { foundTerm } from '$lib/ui/feedback/found-term';

test('a term is named with the words that stand for it, where they are others', () => {
	const answer = 'Joins are profiled first.';

	expect(foundTerm({ term: 'join', span: [0, 5] }, answer)).toBe('join');
	expect(foundTerm({ term: 'measure', span: [10, 18] }, answer)).toBe(
		'measure (you wrote “profiled”)'
	);
	expect(foundTerm({ term: 'measure', span: null }, answer)).toBe('measure');
});
