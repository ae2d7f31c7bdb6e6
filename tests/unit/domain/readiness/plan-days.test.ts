import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayNumber } from '$lib/domain/calendar-days';
import { planDays, type Plan, type PlanAims } from '$lib/domain/readiness/plan-days';
import { wantedGap } from '$lib/domain/readiness/spacing';
import type { TopicAim } from '$lib/domain/readiness/types';
import { concept, topic } from './aims';

const TODAY = dayNumber('2026-03-03');

function plan(daysLeft: number, topics: readonly TopicAim[], parts: Partial<PlanAims> = {}): Plan {
	return planDays({
		today: TODAY,
		interviewDay: TODAY + daysLeft,
		minutesADay: 20,
		secondsToday: 0,
		topics,
		listedDays: 1000,
		...parts
	});
}

const strong = (name: string, daysAgo: number) =>
	concept(name, { mastery: 0.9, attempts: 4, correct: 4, lastDay: TODAY - daysAgo });
const weak = (name: string, mastery = 0.2) =>
	concept(name, { mastery, attempts: 3, lastDay: TODAY - 5 });

/** Days on which a concept is planned, counted from today. */
const daysOf = (made: Plan, name: string) =>
	made.days.flatMap(({ day, entries }) =>
		entries.some((entry) => entry.concept === name) ? [day - TODAY] : []
	);

describe('planDays', () => {
	test('learns the weakest first, and says why and until when', () => {
		const made = plan(10, [topic('db', { concepts: [weak('joins', 0.5), weak('mvcc', 0.2)] })]);

		expect(made.days[0]?.entries.map(({ concept, kind }) => [concept, kind])).toEqual([
			['mvcc', 'learn'],
			['joins', 'learn']
		]);
		expect(made.days[0]?.entries[0]).toMatchObject({
			topic: 'db',
			questions: 2,
			minutes: 6,
			reason: 'mvcc is at 0.20 after 3 answers; weak is below 0.60.',
			done_when: 'Off the list once mvcc is at 0.80, or at 0.70 with two right answers.'
		});
	});

	test('brings what is known back after 2 to 3 days, ten days before the interview', () => {
		const made = plan(10, [topic('db', { concepts: [strong('joins', 0)] })]);

		expect(daysOf(made, 'joins')).toEqual([2, 4, 6, 7, 8, 9]);
		expect(made.days[2]?.entries[0]).toMatchObject({
			kind: 'review',
			questions: 1,
			reason: 'Back 2 days after 3 March: a pause of 2 to 3 days holds best until 13 March.',
			done_when: 'Off the list once it is answered; it is due again on 7 March.'
		});
	});

	test('waits about a week where the interview is two months away', () => {
		const made = plan(60, [topic('db', { concepts: [strong('joins', 0)] })]);
		expect(daysOf(made, 'joins').slice(0, 3)).toEqual([6, 12, 17]);
	});

	test('the day before is for what is known, the day itself for nothing', () => {
		const made = plan(3, [topic('db', { concepts: [weak('mvcc'), strong('joins', 1)] })]);
		const [before, day] = made.days.slice(-2);

		expect(before?.entries.map(({ kind }) => kind)).not.toContain('learn');
		expect(before?.entries[0]).toMatchObject({ concept: 'joins', kind: 'review' });
		expect(before?.entries[0]?.reason).toMatch(/^The day before/u);
		expect(day).toMatchObject({ minutes: 0, entries: [{ kind: 'rest', topic: null }] });
	});

	test('an interview tomorrow without any answer: one question shows where one stands', () => {
		const made = plan(1, [topic('db', { attempts: 0, concepts: [concept('mvcc')] })]);

		expect(made.days[0]?.entries).toMatchObject([
			{ topic: 'db', concept: null, kind: 'review', questions: 1 }
		]);
	});

	test('an interview today leaves nothing to do', () => {
		const made = plan(0, [topic('db', { concepts: [weak('mvcc')] })]);
		expect(made.days).toMatchObject([{ day: TODAY, minutes: 0, entries: [{ kind: 'rest' }] }]);
	});

	test('a day shorter than a question gets one that is kept short', () => {
		const slow = topic('db', { secondsPerQuestion: 400, concepts: [weak('mvcc')] });
		const [first] = plan(5, [slow], { minutesADay: 5 }).days;

		expect(first).toMatchObject({ minutes: 5, entries: [{ questions: 1, minutes: 5 }] });
		expect(first?.entries[0]?.reason).toContain('about 7 minutes here; keep this one to 5');
	});

	test('what was practised today counts', () => {
		const known = topic('db', { concepts: [weak('a'), weak('b'), weak('c')] });

		expect(plan(9, [known]).days[0]?.minutes).toBe(18);
		expect(plan(9, [known], { secondsToday: 600 }).days[0]?.minutes).toBe(9);
		const done = plan(9, [known], { secondsToday: 1200 }).days[0]?.entries;
		expect(done).toMatchObject([{ kind: 'rest' }]);
		expect(done?.[0]?.reason).toContain('about 20 minutes of 20 today');
	});

	test('nothing is planned for a topic whose questions are gone', () => {
		const gone = topic('cobol', { available: false });
		expect(plan(9, [gone])).toEqual({ days: [], plannedDays: 0, practice: [] });
	});

	test('200 days over four topics of ten concepts take less than 50 ms', () => {
		const topics = ['a', 'b', 'c', 'd'].map((name) =>
			topic(name, {
				concepts: Array.from({ length: 10 }, (_, index) => weak(`${name}${String(index)}`, 0.3))
			})
		);
		const runs = [1, 2, 3].map(() => {
			const start = performance.now();
			plan(200, topics, { listedDays: 14 });
			return performance.now() - start;
		});
		const made = plan(200, topics, { listedDays: 14 });

		expect(Math.min(...runs)).toBeLessThan(50);
		expect(made.days).toHaveLength(14);
		expect(made.plannedDays).toBe(201);
		expect(made.practice).toHaveLength(40);
	});
});

const anyConcept = fc.record({
	mastery: fc.double({ min: 0, max: 1, noNaN: true }),
	attempts: fc.nat(9),
	daysAgo: fc.option(fc.integer({ min: -2, max: 90 }))
});
const anyTopic = fc.record({
	secondsPerQuestion: fc.integer({ min: 60, max: 3660 }),
	concepts: fc.array(anyConcept, { minLength: 1, maxLength: 8 })
});
const anyAims = fc.record({
	daysLeft: fc.integer({ min: 0, max: 120 }),
	minutesADay: fc.integer({ min: 1, max: 200 }),
	secondsToday: fc.nat(4000),
	topics: fc.array(anyTopic, { maxLength: 3 })
});

function aimsFrom({
	daysLeft,
	minutesADay,
	secondsToday,
	topics
}: typeof anyAims extends fc.Arbitrary<infer T> ? T : never): PlanAims {
	return {
		today: TODAY,
		interviewDay: TODAY + daysLeft,
		minutesADay,
		secondsToday,
		listedDays: 1000,
		topics: topics.map(({ secondsPerQuestion, concepts }, at) =>
			topic(`t${String(at)}`, {
				secondsPerQuestion,
				concepts: concepts.map(({ mastery, attempts, daysAgo }, index) =>
					concept(`c${String(at)}-${String(index)}`, {
						mastery: attempts === 0 ? 0 : mastery,
						attempts,
						correct: attempts,
						lastDay: attempts === 0 || daysAgo === null ? null : TODAY - daysAgo
					})
				)
			})
		)
	};
}

test('never more minutes than asked for, and a line on every day', () => {
	fc.assert(
		fc.property(anyAims, (values) => {
			const aims = aimsFrom(values);
			for (const { day, minutes, entries } of planDays(aims).days) {
				const spent = day === TODAY ? aims.secondsToday / 60 : 0;
				expect(minutes).toBeLessThanOrEqual(Math.max(0, aims.minutesADay - spent));
				expect(minutes).toBe(entries.reduce((sum, entry) => sum + entry.minutes, 0));
				expect(entries.length).toBeGreaterThan(0);
				for (const entry of entries) {
					expect(entry.kind === 'rest').toBe(entry.minutes === 0);
					expect(entry.reason).not.toBe('');
					expect(entry.done_when).not.toBe('');
				}
			}
		}),
		{ numRuns: 120 }
	);
});

test('a planned review comes after the wanted gap; later only where the days in it are full', () => {
	fc.assert(
		fc.property(anyAims, (values) => {
			const aims = aimsFrom(values);
			const made = planDays(aims);
			const last = new Map(
				aims.topics.flatMap(({ concepts }) =>
					concepts.flatMap(({ concept: name, lastDay }) =>
						lastDay === null ? [] : [[name, Math.min(lastDay, TODAY)] as const]
					)
				)
			);
			const secondsOf = new Map(
				aims.topics.map((each) => [each.topic, each.secondsPerQuestion] as const)
			);
			for (const { day, entries } of made.days)
				for (const { kind, concept: name, topic: topicName } of entries) {
					if (name === null || topicName === null) continue;
					const before = last.get(name);
					last.set(name, day);
					if (before === undefined) continue;
					expect(day).toBeGreaterThan(before);
					// The day before is for a light look, whenever the last one was.
					if (kind !== 'review' || day === aims.interviewDay - 1) continue;
					const { from, to } = wantedGap(aims.interviewDay - before);
					expect(day - before).toBeGreaterThanOrEqual(from);
					const question = Math.ceil((secondsOf.get(topicName) ?? 0) / 60);
					for (let free = Math.max(before + from, TODAY); free < day && day - before > to; free++) {
						const full = made.days[free - TODAY];
						const spent = free === TODAY ? aims.secondsToday / 60 : 0;
						const room = Math.floor(aims.minutesADay - spent) - (full?.minutes ?? 0);
						expect(room < question || full?.entries.length === 8).toBe(true);
					}
				}
		}),
		{ numRuns: 120 }
	);
});

test.each([
	[1, 1, 1],
	[3, 1, 1],
	[7, 2, 2],
	[10, 2, 3],
	[60, 6, 11],
	[200, 13, 24],
	[365, 19, 36],
	[1000, 50, 100]
])('with %i days left, return after %i to %i', (daysLeft, from, to) => {
	expect(wantedGap(daysLeft)).toEqual({ from, to });
});

test('topics never practised take turns', () => {
	const made = plan(9, [
		topic('a', { concepts: [concept('a1'), concept('a2')] }),
		topic('b', { concepts: [concept('b1'), concept('b2')] })
	]);
	expect(made.days[0]?.entries.map((entry) => entry.concept)).toEqual(['a1', 'b1', 'a2']);
});
