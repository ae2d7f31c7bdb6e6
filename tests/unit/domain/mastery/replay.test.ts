import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { appendEntry, canAppend, type MasteryEntry, replayTopic } from '$lib/domain/mastery/replay';
import { emptyMastery, foldAnswer } from '$lib/domain/mastery/update';
import { answerEntry, gradedAnswer, inOrder, logs, TOPIC } from './entries';

const replay = (entries: readonly MasteryEntry[]) => replayTopic(TOPIC, entries);

const logWithShuffle = logs.chain((log) =>
	fc.record({
		log: fc.constant(log),
		shuffled: fc.shuffledSubarray(log, { minLength: log.length })
	})
);

describe('replayTopic', () => {
	test('without entries the topic was never practised', () => {
		expect(replay([])).toEqual(emptyMastery(TOPIC));
	});

	test('folds answers in the order in which they were given', () => {
		const early = answerEntry({ id: 'A1', at_ms: 10, semantic: 0.1 });
		const late = answerEntry({ id: 'A0', at_ms: 20, semantic: 0.9 });
		const tied = answerEntry({ id: 'A2', at_ms: 10, semantic: 0.5 });

		// 0.64·0.1 + 0.8·0.5 + 0.9
		expect(replay([late, tied, early]).semantic_sum).toBeCloseTo(1.364, 12);
	});

	test('finds the first answer of each session by itself', () => {
		const given = (id: string, at_ms: number, session: string, mixed = false) =>
			answerEntry({ id, at_ms, session, mixed });
		const state = replay([
			given('A1', 1, 'S2', true),
			given('A2', 2, 'S1'),
			given('A3', 3, 'S2', true),
			given('A4', 4, 'S1')
		]);

		expect(state).toMatchObject({
			sessions_attempted: 2,
			mixed_sessions: ['S2'],
			latest_session: 'S2'
		});
	});

	test('a reset starts from nothing: lock, level, concepts and counted sessions go', () => {
		const before: MasteryEntry[] = [
			{ kind: 'level_locked', at_ms: 1, id: 'L1', locked: true },
			answerEntry({ id: 'A1', at_ms: 2, concepts: { joins: 0.2 } }),
			{ kind: 'skipped', at_ms: 3, id: 'K1' }
		];
		const reset: MasteryEntry = { kind: 'reset', at_ms: 4, id: 'R1' };
		const after = answerEntry({ id: 'A2', at_ms: 5 });

		expect(replay([...before, reset])).toEqual({
			...emptyMastery(TOPIC),
			folded_through: { at_ms: 4, id: 'R1' }
		});
		// The session goes on, and counts anew.
		expect(replay([...before, reset, after])).toEqual(
			foldAnswer(emptyMastery(TOPIC), gradedAnswer({ id: 'A2', at_ms: 5, first_in_session: true }))
		);
	});

	test('an answer graded after a reset but given before it stays out', () => {
		const reset: MasteryEntry = { kind: 'reset', at_ms: 4, id: 'R1' };
		const waiting = answerEntry({ id: 'A1', at_ms: 3 });

		expect(canAppend(replay([reset]), waiting)).toBe(false);
		expect(replay([reset, waiting]).questions_attempted).toBe(0);
	});

	test('an answer given before a session on another topic, and graded in it, has its streak ended', () => {
		const other: MasteryEntry = {
			kind: 'session_started',
			at_ms: 5,
			id: 'N1',
			topic: 'python',
			mixed: false
		};
		const waiting = answerEntry({ id: 'A1', at_ms: 3, score: 0.9 });

		expect(canAppend(replay([other]), waiting)).toBe(false);
		expect(replay([other, waiting])).toMatchObject({
			questions_attempted: 1,
			consecutive_good: 0
		});
	});

	test('the order in which entries are handed over makes no difference', () => {
		fc.assert(
			fc.property(logWithShuffle, ({ log, shuffled }) => {
				expect(replay(shuffled)).toEqual(replay(log));
			})
		);
	});

	test('two sets of entries merge to the same state either way, also with entries in common', () => {
		fc.assert(
			fc.property(logs, fc.infiniteStream(fc.nat(2)), (log, owners) => {
				const owned = log.map((entry) => ({ entry, owner: owners.next().value as number }));
				const mine = owned.filter(({ owner }) => owner !== 0).map(({ entry }) => entry);
				const theirs = owned.filter(({ owner }) => owner !== 1).map(({ entry }) => entry);

				expect(replay([...mine, ...theirs])).toEqual(replay(log));
				expect(replay([...theirs, ...mine])).toEqual(replay(log));
			})
		);
	});
});

describe('appending entry by entry', () => {
	const step = (entries: readonly MasteryEntry[]) =>
		entries.reduce(
			({ state, folded }, entry) => {
				const all = [...folded, entry];
				const next = canAppend(state, entry) ? appendEntry(state, entry) : replay(all);
				return { state: next, folded: all };
			},
			{ state: emptyMastery(TOPIC), folded: [] as readonly MasteryEntry[] }
		).state;

	test('gives what the replay of a shuffled log gives', () => {
		fc.assert(
			fc.property(logWithShuffle, ({ log, shuffled }) => {
				expect(step(inOrder(log))).toEqual(replay(shuffled));
			})
		);
	});

	test('gives the same where entries arrive in any order, with a replay when one is needed', () => {
		fc.assert(
			fc.property(logWithShuffle, ({ log, shuffled }) => {
				expect(step(shuffled)).toEqual(replay(log));
			})
		);
	});

	test('an entry must come after what is folded, and the same one is refused', () => {
		const first = answerEntry({ id: 'A5', at_ms: 10 });
		const state = appendEntry(emptyMastery(TOPIC), first);
		const at = (at_ms: number, id: string): MasteryEntry => ({ kind: 'skipped', at_ms, id });

		expect(canAppend(state, at(11, 'A1'))).toBe(true);
		expect(canAppend(state, at(10, 'A6'))).toBe(true);
		expect(canAppend(state, at(10, 'A4'))).toBe(false);
		expect(canAppend(state, at(9, 'A9'))).toBe(false);
		expect(canAppend(state, first)).toBe(false);
		expect(() => appendEntry(state, first)).toThrow(RangeError);
	});

	test('an answer in an older session than the latest counted needs a replay', () => {
		const state = replay([
			answerEntry({ id: 'A1', at_ms: 1, session: 'S1' }),
			answerEntry({ id: 'A2', at_ms: 2, session: 'S2' })
		]);
		const next = (session: string) => answerEntry({ id: 'A3', at_ms: 3, session });

		expect(canAppend(state, next('S1'))).toBe(false);
		expect(appendEntry(state, next('S2')).sessions_attempted).toBe(2);
		expect(appendEntry(state, next('S3')).sessions_attempted).toBe(3);
	});

	test('the start of a session on this topic or on several is not even remembered', () => {
		const state = replay([answerEntry({ id: 'A1', at_ms: 10, score: 0.9 })]);
		const start = (topic: string, mixed: boolean): MasteryEntry => ({
			kind: 'session_started',
			at_ms: 5,
			id: 'N1',
			topic,
			mixed
		});

		expect(appendEntry(state, start(TOPIC, false))).toEqual(state);
		expect(appendEntry(state, start('mixed', true))).toEqual(state);
		expect(canAppend(state, start('python', false))).toBe(false);
	});
});
