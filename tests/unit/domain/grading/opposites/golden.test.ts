import { describe, expect, test } from 'vitest';
import { findOpposites } from '$lib/domain/grading/opposites';
import { readGoldenPairs } from '../../../../support/golden-opposites';

const pairs = readGoldenPairs().map((pair) => ({
	...pair,
	found: findOpposites([pair.reference], pair.answer).length > 0
}));

describe('golden pairs', () => {
	test('agree with the first implementation on every pair', () => {
		expect(pairs.filter((pair) => pair.found !== pair.firstFinding)).toEqual([]);
	});

	test('agree with the wanted finding on at least 92 in a hundred', () => {
		const right = pairs.filter((pair) => pair.found === pair.isOpposite);

		expect(right.length / pairs.length).toBeGreaterThanOrEqual(0.92);
	});

	test('flag no innocent statement and no paraphrase', () => {
		const flagged = pairs.filter((pair) => pair.found && !pair.isOpposite);

		expect(flagged.length / pairs.filter((pair) => !pair.isOpposite).length).toBeLessThan(0.01);
	});
});
