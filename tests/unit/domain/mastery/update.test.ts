import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { masteryFigures } from '$lib/domain/mastery/figures';
import type { GradedAnswer } from '$lib/domain/mastery/types';
import {
	emptyMastery,
	foldAnswer,
	foldLevelLock,
	foldSessionStarted,
	foldSkipped
} from '$lib/domain/mastery/update';
import { gradedAnswer, gradedAnswers, TOPIC } from './entries';

const foldAll = (answers: readonly GradedAnswer[]) =>
	answers.reduce(foldAnswer, emptyMastery(TOPIC));

describe('foldAnswer', () => {
	test('four answers of different difficulty give the sums worked out by hand', () => {
		const answers = [
			// W = 1                    S = 0.8                        K = 0.5
			gradedAnswer({ difficulty: 'medium', semantic: 0.8, keyword: 0.5 }),
			// W = 0.8·1 + 1.2 = 2      S = 0.8·0.8 + 1.2·0.6 = 1.36   K = 0.8·0.5 + 1.2·0.75 = 1.3
			gradedAnswer({ difficulty: 'hard', semantic: 0.6, keyword: 0.75 }),
			// W = 0.8·2 + 0.8 = 2.4    S = 0.8·1.36 + 0.8·0.9 = 1.808 K = 0.8·1.3 + 0.8·1 = 1.84
			gradedAnswer({ difficulty: 'easy', semantic: 0.9, keyword: 1 }),
			// W = 0.8·2.4 + 1 = 2.92   S = 0.8·1.808 + 0.4 = 1.8464   K = 0.8·1.84 + 0.25 = 1.722
			gradedAnswer({ difficulty: 'medium', semantic: 0.4, keyword: 0.25 })
		];

		const three = foldAll(answers.slice(0, 3));
		expect(three.weight_sum).toBeCloseTo(2.4, 12);
		expect(three.semantic_sum).toBeCloseTo(1.808, 12);
		expect(three.keyword_sum).toBeCloseTo(1.84, 12);

		const four = foldAll(answers);
		expect(four.weight_sum).toBeCloseTo(2.92, 12);
		expect(four.semantic_sum).toBeCloseTo(1.8464, 12);
		expect(four.keyword_sum).toBeCloseTo(1.722, 12);
		// Σw²: 1 → 0.64 + 1.44 = 2.08 → 0.64·2.08 + 0.64 = 1.9712 → 0.64·1.9712 + 1 = 2.261568
		expect(four.weight_square_sum).toBeCloseTo(2.261568, 12);
		// Results 0.68, 0.66, 0.94, 0.34; squares 0.4624, 0.4356, 0.8836, 0.1156:
		// 0.4624 → 0.36992 + 0.52272 = 0.89264 → 0.714112 + 0.70688 = 1.420992
		// → 1.1367936 + 0.1156 = 1.2523936
		expect(four.result_square_sum).toBeCloseTo(1.2523936, 12);
		// 0.6·1.808/2.4 + 0.4·1.84/2.4 = 569/750, the level before the fourth
		expect(four.last_mastery).toBeCloseTo(569 / 750, 12);
	});

	test('counts questions, correct answers and seconds, and remembers the latest answer', () => {
		const state = foldAll([
			gradedAnswer({ correct: true, response_seconds: 40.5 }),
			gradedAnswer({ correct: false, response_seconds: 50, at_ms: 2000, offset_minutes: -300 })
		]);

		expect(state).toMatchObject({
			questions_attempted: 2,
			correct_count: 1,
			response_seconds_sum: 90.5,
			last_answer: { at_ms: 2000, offset_minutes: -300 }
		});
	});

	test('counts no answer with more than an hour', () => {
		expect(foldAll([gradedAnswer({ response_seconds: 9999 })]).response_seconds_sum).toBe(3600);
	});

	test('counts a session at its first answer, and names those over several topics', () => {
		const state = foldAll([
			gradedAnswer({ session: 'S1', first_in_session: true }),
			gradedAnswer({ session: 'S1' }),
			gradedAnswer({ session: 'S3', first_in_session: true, mixed: true }),
			gradedAnswer({ session: 'S2', first_in_session: true, mixed: true })
		]);

		expect(state.sessions_attempted).toBe(3);
		expect(state.mixed_sessions).toEqual(['S3', 'S2']);
		expect(state.latest_session).toBe('S3');
	});

	test('moves the level by the score, not by its parts', () => {
		const good = gradedAnswer({ semantic: 0.1, keyword: 0.1, score: 0.7 });

		expect(foldAll([good, good])).toMatchObject({ consecutive_good: 2 });
		expect(foldAll([good, good, good])).toMatchObject({
			current_difficulty: 'hard',
			consecutive_good: 0,
			consecutive_poor: 0
		});
	});

	test('leaves the state it was given untouched', () => {
		fc.assert(
			fc.property(fc.array(gradedAnswers, { maxLength: 5 }), gradedAnswers, (answers, last) => {
				const before = foldAll(answers);
				const copy = structuredClone(before);
				foldAnswer(before, last);

				expect(before).toEqual(copy);
			})
		);
	});

	test.each([
		{ semantic: NaN },
		{ semantic: -0.1 },
		{ keyword: 1.1 },
		{ score: Infinity },
		{ concepts: { joins: NaN } },
		{ response_seconds: -1 },
		{ response_seconds: NaN }
	])('refuses an answer with %o', (defect) => {
		expect(() => foldAll([gradedAnswer(defect)])).toThrow(RangeError);
	});

	test('keeps all counters whole and in step', () => {
		fc.assert(
			fc.property(fc.array(gradedAnswers, { maxLength: 40 }), (answers) => {
				const state = foldAll(answers);
				const counters = [
					state.sessions_attempted,
					state.questions_attempted,
					state.correct_count,
					state.skipped,
					state.consecutive_good,
					state.consecutive_poor,
					...Object.values(state.concepts).flatMap((concept) => [
						concept.attempts,
						concept.correct,
						concept.stagnation_count
					])
				];

				expect(counters.every((count) => Number.isInteger(count) && count >= 0)).toBe(true);
				expect(state.questions_attempted).toBe(answers.length);
				expect(state.questions_attempted).toBeGreaterThanOrEqual(state.correct_count);
				for (const concept of Object.values(state.concepts)) {
					expect(concept.attempts).toBeGreaterThanOrEqual(concept.correct);
					expect(concept.attempts).toBeGreaterThan(concept.stagnation_count);
				}
			})
		);
	});
});

describe('what is not an answer', () => {
	const good = gradedAnswer({ score: 0.9 });
	const streak = foldAll([good, good]);

	test('a skipped question is counted and moves nothing else', () => {
		expect(foldSkipped(streak)).toEqual({ ...streak, skipped: 1 });
		expect(masteryFigures(foldSkipped(streak))).toEqual(masteryFigures(streak));
	});

	test('a session on another topic ends both streaks', () => {
		const poor = foldAnswer(emptyMastery(TOPIC), gradedAnswer({ score: 0.1 }));
		const other = { topic: 'python', mixed: false };

		expect(foldSessionStarted(streak, other)).toEqual({ ...streak, consecutive_good: 0 });
		expect(foldSessionStarted(poor, other)).toEqual({ ...poor, consecutive_poor: 0 });
	});

	test('a session on this topic or over several leaves the streaks alone', () => {
		expect(foldSessionStarted(streak, { topic: TOPIC, mixed: false })).toEqual(streak);
		expect(foldSessionStarted(streak, { topic: 'mixed', mixed: true })).toEqual(streak);
	});

	test('a lock holds the level until it is taken off', () => {
		const held = [good, good].reduce(foldAnswer, foldLevelLock(streak, true));
		expect(held).toMatchObject({ current_difficulty: 'medium', consecutive_good: 4 });

		const freed = foldAnswer(foldLevelLock(held, false), good);
		expect(freed).toMatchObject({ current_difficulty: 'hard', consecutive_good: 0 });
	});
});
