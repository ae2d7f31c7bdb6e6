import { describe, expect, test } from 'vitest';
import {
	contradictPoints,
	findReversals,
	oppositeFlags,
	withoutContradicted
} from '$lib/domain/grading/reversals';
import type { PointGrade } from '$lib/domain/grading/types';
import type { Point, Rubric } from '$lib/domain/types';

const heap = 'Threads share the heap.';
const stack = 'Each thread keeps its own stack.';

function point(id: string, wording: string, ...terms: string[]): Point {
	const keywords = terms.map((term) => ({ term, aliases: [] }));
	return { id, concept: id, weight: 1, wordings: [wording], keywords, why: '' };
}

const withPoints: Rubric = {
	prompt: 'What do threads share?',
	expected: [`${heap} ${stack}`],
	points: [point('heap', heap, 'heap', 'thread'), point('stack', stack, 'stack', 'thread')],
	keywords: [],
	misconceptions: []
};
const plain: Rubric = { ...withPoints, points: [] };

const graded = withPoints.points.map(({ id, concept, why }): PointGrade => ({
	id,
	concept,
	why,
	state: 'covered',
	coverage: 0.9,
	weight: 0.5,
	spans: []
}));

describe('with points', () => {
	test('a reversed point is contradicted by the clause that reverses it', () => {
		const answer = `Threads do not share the heap. ${stack}`;
		const points = contradictPoints(graded, findReversals(withPoints, answer));

		expect(points.map(({ state, coverage }) => [state, coverage])).toEqual([
			['contradicted', 0],
			['covered', 0.9]
		]);
		expect(points[0]?.spans).toEqual([[0, 29]]);
		expect(points[0]?.mixed_up).toContain('“Threads share the heap”');
	});

	test('its key words count as not found, unless another point has them too', () => {
		const points = contradictPoints(
			graded,
			findReversals(withPoints, 'Threads do not share the heap.')
		);
		const found = ['heap', 'stack', 'thread'].map((term) => ({ term, found: true, span: null }));

		expect(
			withoutContradicted(found, points, withPoints).filter((keyword) => keyword.found)
		).toEqual([found[1], found[2]]);
	});
});

describe('without points', () => {
	test('the share of the reversed statement is lost and named', () => {
		// Three of the six content words, thread, share and heap, which weigh a little more.
		const reversals = findReversals(plain, `Threads do not share the heap. ${stack}`);

		expect(reversals.lost).toBeCloseTo(6 / 11, 10);
		expect(oppositeFlags(reversals)).toMatchObject([{ code: 'opposite', cap: null }]);
	});

	test('nothing is lost by a right answer', () => {
		const reversals = findReversals(plain, `${stack} ${heap}`);

		expect(reversals).toEqual({ points: [], expected: [], lost: 0 });
		expect(oppositeFlags(reversals)).toEqual([]);
	});
});
