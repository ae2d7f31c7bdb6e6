import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type LevelState, nextLevel } from '$lib/domain/difficulty/next-level';
import { DIFFICULTIES } from '$lib/domain/types';

const START: LevelState = {
	current_difficulty: 'medium',
	level_locked: false,
	consecutive_good: 0,
	consecutive_poor: 0
};

const after = (scores: readonly number[], start: LevelState = START) =>
	scores.reduce(nextLevel, start);

test('the third good answer in a row returns the next level and no streak', () => {
	expect(after([0.7, 0.9])).toEqual({ ...START, consecutive_good: 2 });
	expect(after([0.7, 0.9, 0.8])).toEqual({ ...START, current_difficulty: 'hard' });
});

test('the third poor answer in a row returns the level below and no streak', () => {
	expect(after([0.49, 0])).toEqual({ ...START, consecutive_poor: 2 });
	expect(after([0.49, 0, 0.3])).toEqual({ ...START, current_difficulty: 'easy' });
});

test('good begins at 0.7 and poor ends at 0.5, whatever the last binary digit says', () => {
	expect(after([0.6999999999999999]).consecutive_good).toBe(1);
	expect(after([0.699]).consecutive_good).toBe(0);
	expect(after([0.5]).consecutive_poor).toBe(0);
	expect(after([0.499]).consecutive_poor).toBe(1);
});

test('an answer in between ends both streaks', () => {
	expect(after([0.9, 0.9, 0.6])).toEqual(START);
	expect(after([0.1, 0.1, 0.5])).toEqual(START);
});

test('a good answer ends a poor streak, and the other way round', () => {
	expect(after([0.1, 0.1, 0.9])).toEqual({ ...START, consecutive_good: 1 });
	expect(after([0.9, 0.9, 0.1])).toEqual({ ...START, consecutive_poor: 1 });
});

test('at the last level the streak goes on counting', () => {
	const hard: LevelState = { ...START, current_difficulty: 'hard' };
	const easy: LevelState = { ...START, current_difficulty: 'easy' };

	expect(after([1, 1, 1, 1], hard)).toEqual({ ...hard, consecutive_good: 4 });
	expect(after([0, 0, 0, 0], easy)).toEqual({ ...easy, consecutive_poor: 4 });
});

test('while locked the streak counts and the level stays; once free, the next answer moves it', () => {
	const locked: LevelState = { ...START, level_locked: true };
	const held = after([1, 1, 1, 1], locked);

	expect(held).toEqual({ ...locked, consecutive_good: 4 });
	expect(nextLevel({ ...held, level_locked: false }, 1)).toEqual({
		...START,
		current_difficulty: 'hard'
	});
});

test('from easy to hard takes six good answers', () => {
	const easy: LevelState = { ...START, current_difficulty: 'easy' };

	expect(after([1, 1, 1, 1, 1], easy).current_difficulty).toBe('medium');
	expect(after([1, 1, 1, 1, 1, 1], easy).current_difficulty).toBe('hard');
});

test('one answer moves at most one level, streaks stay whole, and only one of them runs', () => {
	const levelStates = fc.record({
		current_difficulty: fc.constantFrom(...DIFFICULTIES),
		level_locked: fc.boolean(),
		consecutive_good: fc.nat(9),
		consecutive_poor: fc.nat(9)
	});

	fc.assert(
		fc.property(levelStates, fc.double({ min: 0, max: 1, noNaN: true }), (state, score) => {
			const next = nextLevel(state, score);
			const step =
				DIFFICULTIES.indexOf(next.current_difficulty) -
				DIFFICULTIES.indexOf(state.current_difficulty);

			expect(Math.abs(step)).toBeLessThanOrEqual(state.level_locked ? 0 : 1);
			if (step !== 0) expect([next.consecutive_good, next.consecutive_poor]).toEqual([0, 0]);
			expect(Math.min(next.consecutive_good, next.consecutive_poor)).toBe(0);
			expect(next.consecutive_good).toBeLessThanOrEqual(state.consecutive_good + 1);
			expect(next.consecutive_poor).toBeLessThanOrEqual(state.consecutive_poor + 1);
		})
	);
});
