import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Grade } from '$lib/domain/grading/types';
import { DAY_MS } from '$lib/domain/calendar-days';
import { answerEntry, foldIntoMastery, refoldMastery } from '$lib/store/actions/mastery';
import { RESET_TABLES, resetMastery, undoResets } from '$lib/store/actions/reset';
import { createMemoryStore } from '$lib/store/memory-store';
import type { EventOf } from '$lib/store/event-records';
import { expectDerived } from '../../support/derived';
import { MORNING_MS } from '../../support/stored-records';

const PROFILE = 'ada';
const TOPIC = 'python';
const TABLES = ['events', 'mastery', 'reviews'] as const;

function gradeOf(score: number): Grade {
	const { semantic_similarity, keyword_coverage } = {
		semantic_similarity: score,
		keyword_coverage: score
	};
	return {
		score,
		score_low: score,
		score_high: score,
		semantic_similarity,
		keyword_coverage,
		cosine: score,
		novel_cosine: score,
		alignment: score,
		raw: { semantic_similarity, keyword_coverage },
		correct: score >= 0.6,
		band: 'good',
		state: 'final',
		points: [],
		keywords: [],
		flags: [],
		grader: '1',
		model: 'words'
	};
}

function given(index: number, hour: number, question: string): EventOf<'answer_given'> {
	return {
		kind: 'answer_given',
		id: `A${String(index).padStart(3, '0')}`,
		profile_id: PROFILE,
		session: `S${String(Math.floor(hour / 30)).padStart(3, '0')}`,
		topic: TOPIC,
		question: {
			id: question,
			version: 1,
			topic: TOPIC,
			difficulty: 'medium',
			kind: 'technical',
			concepts: question === 'py-gil' ? ['gil', 'threads'] : ['threads'],
			prompt: question
		},
		text: 'An answer.',
		response_seconds: 20,
		skipped: false,
		mixed: false,
		at_ms: MORNING_MS + hour * 3_600_000,
		offset_minutes: 60
	};
}

const answers = fc
	.uniqueArray(
		fc.record({
			hour: fc.integer({ min: 0, max: 24 * 40 }),
			question: fc.constantFrom('py-gil', 'py-gen', 'py-gc'),
			score: fc.integer({ min: 0, max: 20 }).map((step) => step / 20)
		}),
		{ minLength: 1, maxLength: 12, selector: ({ hour }) => hour }
	)
	.chain((list) =>
		fc.record({
			list: fc.constant(list),
			/** The order in which their grades come. */
			order: fc.shuffledSubarray([...list.keys()], { minLength: list.length }),
			undone: fc.subarray([...list.keys()])
		})
	);

test('stored reviews are what a replay gives, in whatever order answers are graded', async () => {
	await fc.assert(
		fc.asyncProperty(answers, async ({ list, order, undone }) => {
			const store = createMemoryStore();
			const events = list.map(({ hour, question }, index) => given(index, hour, question));
			let ids = 0;
			const late = () => ({ at_ms: MORNING_MS + 60 * DAY_MS + ids++, offset_minutes: 60 });
			const about = (index: number) => ({
				profile_id: PROFILE,
				session: events[index]!.session,
				topic: TOPIC,
				answer_id: events[index]!.id,
				id: `Z${String(ids).padStart(4, '0')}`,
				...late()
			});
			await store.write(TABLES, async (tx) => {
				for (const event of events) await tx.add('events', event);
			});

			for (const index of order) {
				const grade = gradeOf(list[index]!.score);
				await store.write(TABLES, async (tx) => {
					await tx.add('events', { kind: 'answer_graded', grade, ...about(index) });
					await foldIntoMastery(tx, PROFILE, TOPIC, answerEntry(events[index]!, grade));
				});
				await expectDerived(store);
			}
			const stored = await store.read(['reviews'], (tx) => tx.all('reviews'));
			expect(new Set(stored.filter(({ kind }) => kind === 'question').map(({ id }) => id))).toEqual(
				new Set(list.map(({ question }) => question))
			);

			for (const index of undone)
				await store.write(TABLES, async (tx) => {
					await tx.add('events', { kind: 'answer_undone', ...about(index) });
					await refoldMastery(tx, PROFILE, TOPIC);
				});
			await expectDerived(store);
			const left = await store.read(['reviews'], (tx) => tx.all('reviews'));
			const createId = () => `Z${String(ids++).padStart(4, '0')}`;
			await store.write(RESET_TABLES, (tx) => resetMastery(tx, PROFILE, TOPIC, late(), createId));
			expect(await store.read(['reviews'], (tx) => tx.all('reviews'))).toEqual([]);
			await store.write(RESET_TABLES, (tx) => undoResets(tx, PROFILE, TOPIC, late(), createId));
			expect(await store.read(['reviews'], (tx) => tx.all('reviews'))).toEqual(left);
		}),
		{ numRuns: 60 }
	);
});
