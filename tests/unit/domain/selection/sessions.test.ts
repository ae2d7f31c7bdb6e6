import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createRandom } from '$lib/domain/random';
import { chooseQuestion } from '$lib/domain/selection/choose-question';
import { wasMissed } from '$lib/domain/selection/question-order';
import type { Candidate } from '$lib/domain/selection/types';
import { DIFFICULTIES } from '$lib/domain/types';
import {
	allowedNow,
	distanceOf,
	nearest,
	playSessions,
	sharesConcept,
	type Plan,
	type Played
} from '../../../support/played-sessions';

const topic = fc.constantFrom('databases', 'python');
const concept = fc.constantFrom('a', 'b', 'c', 'd', 'e');
const pool = fc
	.array(
		fc.record({
			topic,
			difficulty: fc.constantFrom(...DIFFICULTIES),
			concepts: fc.uniqueArray(concept, { minLength: 1, maxLength: 3 })
		}),
		{ minLength: 1, maxLength: 25 }
	)
	.map((questions) =>
		questions.map((question, index) => ({ ...question, id: `q${String(index)}` }))
	);
const plan = fc.record({
	pool,
	sessions: fc.integer({ min: 1, max: 5 }),
	length: fc.integer({ min: 1, max: 12 }),
	seed: fc.nat({ max: 2 ** 31 }),
	hours: fc.constantFrom(1, 13, 24, 100),
	skill: fc.double({ min: 0.2, max: 0.9, noNaN: true })
});

/** Holds for every choice of every session played. */
function always(
	plans: fc.Arbitrary<Plan>,
	check: (played: Played, chosen: Candidate | null, plan: Plan) => void
): void {
	fc.assert(
		fc.property(plans, (drawn) => {
			for (const played of playSessions(drawn)) {
				const chosen = drawn.pool.find(({ id }) => id === played.choice?.question_id) ?? null;
				check(played, chosen, drawn);
			}
		})
	);
}

const lastOf = ({ asked }: Played, { pool }: Plan) =>
	pool.find(({ id }) => id === asked.at(-1)?.question_id);

describe('sessions', () => {
	test('ask nothing twice but for one return of a missed question after three others', () => {
		always(plan, ({ asked }, chosen, { pool }) => {
			if (chosen !== null) expect(allowedNow(pool, asked)).toContain(chosen);
		});
	});

	test('end only when the pool is used up', () => {
		always(plan, ({ asked, choice }, _chosen, { pool }) => {
			expect(choice === null).toBe(allowedNow(pool, asked).length === 0);
		});
	});

	test('never jump a level while a nearer question is left', () => {
		always(plan, ({ asked, view }, chosen, { pool }) => {
			if (chosen === null || distanceOf(chosen, view) < 2) return;
			for (const other of allowedNow(pool, asked)) expect(distanceOf(other, view)).toBe(2);
		});
	});

	test('never ask a concept twice running where there is a choice, unless it is brand-new', () => {
		always(plan, (played, chosen, drawn) => {
			const last = lastOf(played, drawn);
			const reason = played.choice?.reason;
			if (chosen === null || last === undefined || !sharesConcept(chosen, last)) return;

			if (reason?.kind === 'new') {
				const shown = [...played.view.seen].filter(([id]) =>
					drawn.pool.some(
						(question) =>
							question.id === id &&
							question.topic === reason.topic &&
							question.concepts.includes(reason.concept)
					)
				);
				if (shown.length === 1 && shown[0]?.[1].times_shown === 1) return;
			}
			// A deadline at its end goes before.
			if (reason?.kind === 'deadline') return;
			for (const other of nearest(allowedNow(drawn.pool, played.asked), played.view))
				expect(sharesConcept(other, last)).toBe(true);
		});
	});

	test('take topics in turn where there is a choice', () => {
		always(plan, (played, chosen, drawn) => {
			const last = lastOf(played, drawn);
			if (chosen === null || last === undefined || chosen.topic !== last.topic) return;
			for (const other of nearest(allowedNow(drawn.pool, played.asked), played.view))
				expect(other.topic).toBe(last.topic);
		});
	});

	test('are the same again from the same seed and state', () => {
		fc.assert(
			fc.property(plan, (drawn) => {
				const choices = playSessions(drawn).map(({ choice }) => choice);
				expect(playSessions(drawn).map(({ choice }) => choice)).toEqual(choices);
			})
		);
	});

	test('on what was missed ask nothing else, sure misses first', () => {
		const missed = plan.map((drawn): Plan => ({ ...drawn, sessions: 5, focus: 'missed' }));
		let asked = 0;
		always(missed, (played, chosen, drawn) => {
			const session = playedSession(played, drawn);
			if (session < 2) return;
			const open = allowedNow(drawn.pool, played.asked).filter(({ id }) =>
				wasMissed(played.view.seen.get(id))
			);
			expect(chosen === null).toBe(open.length === 0);
			if (chosen === null) return;

			asked++;
			expect(open).toContain(chosen);
			const last = lastOf(played, drawn);
			const others = nearest(open, played.view).filter(
				(question) => last === undefined || !sharesConcept(question, last)
			);
			const isSure = ({ id }: Candidate) => played.view.seen.get(id)?.sure_miss === true;
			if (others.some(isSure)) expect(isSure(chosen)).toBe(true);
		});
		expect(asked).toBeGreaterThan(50);
	});
});

test('a session on what is due asks nothing else, whatever is known', () => {
	const known = fc.record({
		last_shown_ms: fc.nat({ max: 1000 }),
		shown_number: fc.nat({ max: 30 }),
		times_shown: fc.integer({ min: 1, max: 4 }),
		last_score: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
		sure_miss: fc.boolean(),
		due_ms: fc.option(fc.nat({ max: 2000 }))
	});
	const nowMs = 1000;
	const options = { focus: 'due', nowMs, random: createRandom(1) } as const;
	fc.assert(
		fc.property(pool, fc.array(fc.option(known), { maxLength: 25 }), (questions, states) => {
			const seen = new Map(
				questions.flatMap(({ id }, index) => {
					const state = states[index];
					return state == null ? [] : [[id, state] as const];
				})
			);
			const choice = chooseQuestion(questions, [], { topics: new Map(), seen }, options);
			const due = [...seen.values()].flatMap(({ due_ms }) => (due_ms === null ? [] : [due_ms]));
			const mostOverdue = Math.min(...due.filter((dueMs) => dueMs <= nowMs));

			// At medium no question is two levels away, so the most overdue comes first.
			expect(seen.get(choice?.question_id ?? '')?.due_ms ?? Infinity).toBe(mostOverdue);
			expect(choice?.reason.kind ?? 'due').toBe('due');
		})
	);
});

/** Which session of the plan a choice belongs to, told by the hour. */
function playedSession({ nowMs }: Played, { hours }: Plan): number {
	const startMs = Date.UTC(2026, 0, 5, 18);
	return Math.floor((nowMs - startMs) / (hours * 3_600_000));
}
