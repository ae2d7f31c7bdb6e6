import fc from 'fast-check';
import { CONFIDENCES } from '$lib/domain/mastery/confidence';
import type { AnswerEntry, MasteryEntry } from '$lib/domain/mastery/replay';
import type { GradedAnswer } from '$lib/domain/mastery/types';
import { DIFFICULTIES } from '$lib/domain/types';

/** The topic that all generated answers belong to. */
export const TOPIC = 'databases';

/** An answer with every figure in the middle; a test names what it is about. */
export function gradedAnswer(changes: Partial<GradedAnswer> = {}): GradedAnswer {
	return {
		id: 'A1',
		at_ms: 1000,
		offset_minutes: 60,
		difficulty: 'medium',
		semantic: 0.6,
		keyword: 0.6,
		score: 0.6,
		correct: true,
		response_seconds: 30,
		concepts: {},
		session: 'S1',
		mixed: false,
		mock: false,
		first_in_session: false,
		...changes
	};
}

/** The same as an entry of the log. */
export function answerEntry(
	changes: Partial<GradedAnswer & Pick<AnswerEntry, 'question_id'>> = {}
): AnswerEntry {
	const { question_id = 'db-joins', ...figures } = changes;
	const { first_in_session: _, ...answer } = gradedAnswer(figures);
	return { kind: 'answer', question_id, ...answer };
}

/** Exact ends and plain decimals come up often: rounding trouble hides there. */
const ratios = fc.oneof(
	fc.double({ min: 0, max: 1, noNaN: true }),
	fc.integer({ min: 0, max: 10 }).map((tenths) => tenths / 10)
);

/** Names that objects have by birth are concepts like any other. */
const conceptNames = fc.constantFrom('joins', 'indexes', 'constructor', '__proto__');

const conceptEvidences = fc
	.uniqueArray(fc.tuple(conceptNames, ratios), { maxLength: 4, selector: ([name]) => name })
	.map((entries): Record<string, number> => Object.fromEntries(entries));

export const gradedAnswers: fc.Arbitrary<GradedAnswer> = fc
	.record({
		difficulty: fc.constantFrom(...DIFFICULTIES),
		semantic: ratios,
		keyword: ratios,
		score: ratios,
		response_seconds: fc.double({ min: 0, max: 5000, noNaN: true }),
		concepts: conceptEvidences,
		session: fc.constantFrom('S1', 'S2', 'S3', 'S4'),
		first_in_session: fc.boolean(),
		confidence: fc.option(fc.constantFrom(...CONFIDENCES))
	})
	.map(({ confidence, ...figures }) =>
		gradedAnswer({
			...figures,
			...(confidence === null ? {} : { confidence }),
			correct: figures.score >= 0.6,
			mixed: isMixed(figures.session)
		})
	);

type Unplaced = MasteryEntry extends infer E
	? E extends unknown
		? Omit<E, 'at_ms' | 'id'>
		: never
	: never;

const unplaced: fc.Arbitrary<Unplaced> = fc.oneof(
	{
		weight: 8,
		arbitrary: fc
			.tuple(gradedAnswers, fc.constantFrom('db-joins', 'db-indexes', 'db-keys'))
			.map(([answer, question_id]) => answerEntry({ ...answer, question_id }))
	},
	{ weight: 1, arbitrary: fc.constant({ kind: 'skipped' } as const) },
	{
		weight: 2,
		arbitrary: fc.record({
			kind: fc.constant('session_started' as const),
			topic: fc.constantFrom(TOPIC, 'python', 'mixed'),
			mixed: fc.boolean()
		})
	},
	{
		weight: 1,
		arbitrary: fc.record({ kind: fc.constant('level_locked' as const), locked: fc.boolean() })
	},
	{ weight: 1, arbitrary: fc.constant({ kind: 'reset' } as const) }
);

/** A log in no particular order, with several entries in the same millisecond. */
export const logs: fc.Arbitrary<MasteryEntry[]> = fc
	.uniqueArray(fc.tuple(fc.nat(20), fc.nat(9999), unplaced), {
		maxLength: 40,
		selector: ([, id]) => id
	})
	.map((rows) =>
		rows.map(([at_ms, id, entry]): MasteryEntry => ({ ...entry, at_ms, id: `E${id + 10_000}` }))
	);

/** A log as it is written down day by day. */
export function inOrder(log: readonly MasteryEntry[]): MasteryEntry[] {
	return [...log].sort((a, b) => {
		if (a.at_ms !== b.at_ms) return a.at_ms - b.at_ms;
		return a.id < b.id ? -1 : 1;
	});
}

function isMixed(session: string): boolean {
	return session === 'S2' || session === 'S4';
}
