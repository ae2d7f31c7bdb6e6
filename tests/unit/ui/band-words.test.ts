import { expect, test } from 'vitest';
import { bandWords } from '$lib/ui/feedback/band-words';

test.each([
	[0.3, 0.15, 0.4, 'Weak understanding'],
	[0.95, 0.9, 1, 'Excellent understanding'],
	[0.73, 0.55, 0.8, 'Between “Partial understanding” and “Good grasp”'],
	[
		0.49,
		0.34,
		1,
		'Perhaps “Weak understanding”; it may be anything from “Weak understanding” to “Excellent understanding”'
	],
	[
		0.9,
		0.63,
		1,
		'Perhaps “Excellent understanding”; it may be anything from “Partial understanding” to “Excellent understanding”'
	]
])('a score of %d between %d and %d: %s', (score, score_low, score_high, words) => {
	expect(bandWords({ score, score_low, score_high })).toBe(words);
});
