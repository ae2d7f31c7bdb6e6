import { readFileSync } from 'node:fs';
import { findOpposites } from '$lib/domain/grading/opposites';
import { findReversals } from '$lib/domain/grading/reversals';
import type { Rubric } from '$lib/domain/types';
import { readGoldenPairs } from '../support/golden-opposites';

/** How the opposites found agree with those wanted; all figures are ratios 0–1. */
export interface GoldenFigures {
	readonly rows: number;
	/** Pairs on which the finding is the wanted one. */
	readonly agreement: number;
	/** The same for the first implementation of the rules. */
	readonly first_agreement: number;
	readonly opposites_found: number;
	/** Statements flagged though they are innocent, by what the file calls them. */
	readonly flagged: Readonly<Record<string, number>>;
}

/** Whether a file holds pairs with the finding wanted. */
export function hasWantedFindings(file: string): boolean {
	if (!file.endsWith('.tsv')) return false;
	const [header = ''] = readFileSync(file, 'utf8').split('\n', 1);
	return header.split('\t').includes('is_opposite');
}

/** Measures a file with the columns of `tests/fixtures/opposites/golden.tsv`; needs no model. */
export function measureGolden(file: string): GoldenFigures {
	const pairs = readGoldenPairs(file).map((pair) => ({
		...pair,
		found: findOpposites([pair.reference], pair.answer).length > 0
	}));
	const innocent = pairs.filter((pair) => !pair.isOpposite);
	const kinds = [...new Set(innocent.map((pair) => pair.kind))];
	return {
		rows: pairs.length,
		agreement: share(pairs, (pair) => pair.found === pair.isOpposite),
		first_agreement: share(pairs, (pair) => pair.firstFinding === pair.isOpposite),
		opposites_found: share(
			pairs.filter((pair) => pair.isOpposite),
			(pair) => pair.found
		),
		flagged: Object.fromEntries(
			kinds.map((kind) => [
				kind,
				share(
					innocent.filter((pair) => pair.kind === kind),
					(pair) => pair.found
				)
			])
		)
	};
}

/** Whether an answer is said to turn its question's expected answer or a point round. */
export function saysOpposite(rubric: Rubric, answer: string): boolean {
	const { points, expected } = findReversals(rubric, answer);
	return expected.length > 0 || points.some((opposite) => opposite !== null);
}

export function share<Item>(items: readonly Item[], test: (item: Item) => boolean): number {
	if (items.length === 0) return 0;
	return Math.round((items.filter(test).length / items.length) * 1000) / 1000;
}
