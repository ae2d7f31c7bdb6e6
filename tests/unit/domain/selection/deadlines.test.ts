import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Candidate } from '$lib/domain/selection/types';
import { DIFFICULTIES } from '$lib/domain/types';
import { allowedNow, nearest, playSessions } from '../../../support/played-sessions';

/** A topic of k concepts in which every concept has at least one question of its own. */
const topicPool = fc.integer({ min: 2, max: 15 }).chain((k) => {
	const names = Array.from({ length: k }, (_, index) => `c${String(index)}`);
	const question = (own: fc.Arbitrary<string>) =>
		fc.record({
			own,
			more: fc.uniqueArray(fc.constantFrom(...names), { maxLength: 2 }),
			difficulty: fc.constantFrom(...DIFFICULTIES)
		});
	return fc
		.tuple(
			fc.tuple(...names.map((name) => question(fc.constant(name)))),
			fc.array(question(fc.constantFrom(...names)), { maxLength: 30 })
		)
		.map(([first, others]): { k: number; pool: Candidate[] } => ({
			k,
			pool: [...first, ...others].map(({ own, more, difficulty }, index) => ({
				id: `q${String(index)}`,
				topic: 'databases',
				difficulty,
				concepts: [...new Set([own, ...more])]
			}))
		}));
});

test('no concept that could be asked waits longer than five questions for each concept', () => {
	let longest = 0;
	fc.assert(
		fc.property(
			topicPool,
			fc.nat({ max: 2 ** 31 }),
			fc.double({ min: 0.2, max: 0.95, noNaN: true }),
			fc.integer({ min: 1, max: 12 }),
			({ k, pool }, seed, skill, length) => {
				const waits = new Map<string, number>();
				const sessions = Math.ceil((10 * k) / length);
				for (const { asked, view, choice } of playSessions({
					...{ pool, sessions, length, seed, skill, hours: 24 }
				})) {
					const fresh = allowedNow(pool, asked).filter(
						({ id }) => !asked.some(({ question_id }) => question_id === id)
					);
					const open = new Set(nearest(fresh, view).flatMap(({ concepts }) => concepts));
					const chosen = pool.find(({ id }) => id === choice?.question_id);
					if (chosen === undefined) continue;
					for (const concept of new Set(pool.flatMap(({ concepts }) => concepts))) {
						// Questions without it while it could be asked: shown again, it begins anew.
						const isShown = chosen.concepts.includes(concept);
						const wait = isShown || !open.has(concept) ? 0 : (waits.get(concept) ?? 0) + 1;
						waits.set(concept, wait);
						longest = Math.max(longest, wait / k);
						expect(wait).toBeLessThan(5 * k);
					}
				}
			}
		),
		{ numRuns: 60 }
	);
	// Deadlines are met because they press, not because chance never comes near them.
	expect(longest).toBeGreaterThan(3);
});
