import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildGapFill, type GapFill } from '$lib/domain/activities/gap-fill';
import { gradeGaps } from '$lib/domain/activities/grade-gaps';
import { stemsOf } from '$lib/domain/grading/normalise';
import { sentencesOf } from '$lib/domain/grading/words';
import { createRandom } from '$lib/domain/random';
import type { Question } from '$lib/domain/types';
import { questionsById } from '../../../support/api-fixture';

const QUESTIONS = [...questionsById().values()];
const anyQuestion = fc.constantFrom(...QUESTIONS);
const anySeed = fc.nat();

function build(question: Question, seed: number): GapFill {
	const made = buildGapFill(question, question.concepts[0] ?? '', createRandom(seed));
	if (made === null) throw new Error(`no gap-fill for ${question.id}`);
	return made;
}

/** The text with its gaps filled. */
const filled = ({ parts, key }: GapFill) =>
	parts.map((part) => (typeof part === 'string' ? part : (key[part.gap]?.wanted ?? ''))).join('');

describe('a gap-fill of any question', () => {
	test('has 3 to 8 gaps, and full marks for its own key', () => {
		fc.assert(
			fc.property(anyQuestion, anySeed, (question, seed) => {
				const made = build(question, seed);
				const own = made.key.map(({ wanted }) => wanted);

				expect(made.key.length).toBeGreaterThanOrEqual(3);
				expect(made.key.length).toBeLessThanOrEqual(8);
				expect(filled(made)).toBe(question.expected[0]);
				expect(gradeGaps(made.key, own).score).toBe(1);
				expect(
					gradeGaps(
						made.key,
						own.map(() => '')
					).score
				).toBe(0);
			})
		);
	});

	test('gives its key away neither in the text that stays nor in the prompt', () => {
		fc.assert(
			fc.property(anyQuestion, anySeed, (question, seed) => {
				const { parts, key } = build(question, seed);
				// Stretches apart, so that no word row runs across a gap.
				const seen = [question.prompt, ...parts.filter((part) => typeof part === 'string')].map(
					(text) => ` ${stemsOf(text).join(' ')} `
				);
				for (const { wanted } of key)
					expect(seen.some((text) => text.includes(` ${stemsOf(wanted).join(' ')} `))).toBe(false);
			})
		);
	});

	test('takes no first word of a sentence, and leaves words between two gaps', () => {
		fc.assert(
			fc.property(anyQuestion, anySeed, (question, seed) => {
				const { parts, key } = build(question, seed);
				const text = question.expected[0] ?? '';
				const starts = new Set(sentencesOf(text).map(([start]) => start));
				let at = 0;
				for (const [index, part] of parts.entries()) {
					if (typeof part !== 'string') {
						expect(starts.has(at)).toBe(false);
						at += key[part.gap]?.wanted.length ?? 0;
						continue;
					}
					if (index > 0 && index < parts.length - 1)
						expect(stemsOf(part).length).toBeGreaterThanOrEqual(4);
					at += part.length;
				}
			})
		);
	});

	test('is the same for the same seed, and mostly another for another', () => {
		const several = QUESTIONS.filter((question) => {
			expect(build(question, 3)).toEqual(build(question, 3));
			const seeds = Array.from({ length: 5 }, (_, seed) => seed);
			return new Set(seeds.map((seed) => JSON.stringify(build(question, seed)))).size > 1;
		});
		expect(several.length / QUESTIONS.length).toBeGreaterThan(0.6);
	});

	test('asks for the concept that does not rise', () => {
		const share = QUESTIONS.flatMap((question) => {
			const [concept = ''] = question.concepts;
			const own = new Set(
				question.points.filter((point) => point.concept === concept).map((point) => point.why)
			);
			return build(question, 1).key.map(({ why }) => own.has(why ?? ''));
		});
		expect(share.filter(Boolean).length / share.length).toBeGreaterThan(0.5);
	});
});

test('a text without room for three gaps has none', () => {
	const [question] = QUESTIONS;
	if (question === undefined) throw new Error('no questions');
	const short = { ...question, expected: ['A foreign key refers to another table.'] };
	expect(buildGapFill(short, 'keys_constraints', createRandom(1))).toBeNull();
});

test('a question without points is gapped at its content words', () => {
	const made = buildGapFill(
		{
			...(QUESTIONS[0] as Question),
			prompt: 'How is a page loaded?',
			points: [],
			expected: [
				'The browser resolves the host name, opens a connection to the server and then sends a request for the document. It parses the markup, fetches the style sheets and finally paints the first frame.'
			]
		},
		'none',
		createRandom(5)
	);
	expect(made?.key.length).toBe(4);
	expect(made?.key.every(({ why, wanted }) => why === null && !wanted.includes(' '))).toBe(true);
});

describe('gradeGaps', () => {
	const key = [
		{ wanted: 'rolled back', accepts: ['atomicity', 'rollback'], why: 'All or nothing.' },
		{ wanted: 'isolation', accepts: [], why: null },
		{ wanted: 'deadlock', accepts: [], why: null }
	];
	const right = (...given: string[]) => gradeGaps(key, given).gaps.map((gap) => gap.right);

	test('takes any inflection, an alias, another spelling and one slip', () => {
		expect(right('Rolls back', 'Isolation', 'deadlocks')).toEqual([true, true, true]);
		expect(right('atomicity', 'isolaton', 'dead lock')).toEqual([true, true, true]);
		expect(right('the rollback', 'isoaltion', ' dead-lock ')).toEqual([true, true, true]);
	});

	test('takes neither a blank, nor another word, nor two slips', () => {
		expect(right('', 'insulation', 'livelock')).toEqual([false, false, false]);
		expect(right('rold bak', 'islaton', 'lock')).toEqual([false, false, false]);
	});

	test('says of each gap what was given, wanted, and why', () => {
		expect(gradeGaps(key, ['rollback', 'x', ''])).toEqual({
			score: 1 / 3,
			gaps: [
				{ right: true, given: 'rollback', wanted: 'rolled back', why: 'All or nothing.' },
				{ right: false, given: 'x', wanted: 'isolation', why: null },
				{ right: false, given: '', wanted: 'deadlock', why: null }
			]
		});
	});

	test('refuses another number of texts', () => {
		expect(() => gradeGaps(key, ['a'])).toThrow(RangeError);
	});
});
