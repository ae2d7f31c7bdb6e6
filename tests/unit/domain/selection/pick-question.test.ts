import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createRandom } from '$lib/domain/random';
import {
	pickQuestion,
	type Candidate,
	type LearnerView
} from '$lib/domain/selection/pick-question';
import { DIFFICULTIES } from '$lib/domain/types';

const question = (id: string, concept: string, difficulty: Candidate['difficulty'] = 'medium') => ({
	id,
	difficulty,
	concepts: [concept]
});
const newcomer: LearnerView = {
	current_difficulty: 'medium',
	concepts: new Map(),
	lastShownMs: new Map()
};
const pick = (
	candidates: readonly Candidate[],
	{ asked = [] as string[], last = [] as string[], learner = newcomer, seed = 1 } = {}
) => pickQuestion(candidates, new Set(asked), last, learner, 0, createRandom(seed));

describe('pickQuestion', () => {
	test('asks nothing twice in a session, and says when the pool is used up', () => {
		expect(pick([question('a', 'x'), question('b', 'x')], { asked: ['a'] })?.question_id).toBe('b');
		expect(pick([question('a', 'x')], { asked: ['a'] })).toBeNull();
	});

	test('stays at the level while it has questions, then takes a neighbour', () => {
		const pool = [question('easy', 'x', 'easy'), question('hard', 'x', 'hard')];

		expect(pick([...pool, question('m', 'x')])?.question_id).toBe('m');
		expect(pick(pool)?.question_id).toBe('easy');
	});

	test('changes the concept where there is a choice', () => {
		const pool = [question('same', 'x'), question('other', 'y')];

		for (let seed = 0; seed < 20; seed++)
			expect(pick(pool, { last: ['x'], seed })?.question_id).toBe('other');
	});

	test('asks weak concepts at least twice as often as strong ones', () => {
		const learner: LearnerView = {
			...newcomer,
			concepts: new Map([
				['weak', { mastery: 0.2, attempts: 5 }],
				['strong', { mastery: 0.9, attempts: 5 }]
			])
		};
		const pool = [question('w', 'weak'), question('s', 'strong')];
		const picks = Array.from({ length: 400 }, (_, seed) => pick(pool, { learner, seed }));
		const weak = picks.filter((picked) => picked?.question_id === 'w').length;

		expect(weak).toBeGreaterThan(2 * (400 - weak));
		expect(picks.find((picked) => picked?.question_id === 'w')?.reason).toEqual({
			kind: 'weak',
			concept: 'weak',
			mastery: 0.2,
			attempts: 5
		});
	});

	test('the same seed gives the same question, always one of the pool', () => {
		const candidate = fc.record({
			id: fc.string({ minLength: 1 }),
			difficulty: fc.constantFrom(...DIFFICULTIES),
			concepts: fc.array(fc.string(), { minLength: 1, maxLength: 3 })
		});
		fc.assert(
			fc.property(fc.array(candidate, { minLength: 1 }), fc.nat(), (pool, seed) => {
				const first = pick(pool, { seed });
				expect(pick(pool, { seed })).toEqual(first);
				expect(pool.map(({ id }) => id)).toContain(first?.question_id);
			})
		);
	});
});
