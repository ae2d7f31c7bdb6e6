import fc from 'fast-check';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { TopicMemory, topicMemoryOf } from '$lib/api/topic-memory';
import { TABLE_NAMES } from '$lib/store/schema';
import { createTestDeps, inOwnWords, sendTo, signIn, type Send } from '../../support/api-fixture';

const begun = z.object({
	session: z.object({ id: z.number() }),
	question: z.object({ id: z.string() })
});
const answered = z.object({
	answer: z.object({ id: z.string() }),
	next_question: z.object({ id: z.string() }).nullable()
});
const POOR = 'I would paint the fence green on Sunday.';
const ACTIONS = [
	'well',
	'poorly',
	'skip',
	'undo',
	'restore',
	'edit',
	'reset',
	'later',
	'back'
] as const;

/** Somebody's practice of one topic, an action at a time. */
async function startPractice() {
	let atMs = Date.UTC(2026, 2, 3, 8);
	const deps = createTestDeps({ clock: () => ({ at_ms: (atMs += 60_000), offset_minutes: 60 }) });
	const send: Send = await signIn(sendTo(deps));
	const answers: string[] = [];
	let open: { session: number; question: string } | null = null;

	async function ask(): Promise<{ session: number; question: string }> {
		if (open !== null) return open;
		const reply = await send('POST', 'api/sessions', {
			session_type: 'technical',
			topic: 'networks',
			question_count: 4
		});
		const { session, question } = begun.parse(reply.body);
		return { session: session.id, question: question.id };
	}

	async function act(action: (typeof ACTIONS)[number]): Promise<void> {
		const last = answers.at(-1);
		switch (action) {
			case 'well':
			case 'poorly':
			case 'skip': {
				const { session, question } = await ask();
				const given =
					action === 'skip'
						? { skipped: true }
						: { answer: action === 'well' ? inOwnWords(question) : POOR };
				const reply = await send('POST', `api/sessions/${String(session)}/answers`, {
					question_id: question,
					...given
				});
				const { answer, next_question } = answered.parse(reply.body);
				if (action !== 'skip') answers.push(answer.id);
				open = next_question === null ? null : { session, question: next_question.id };
				return;
			}
			case 'undo':
				if (last !== undefined) await send('DELETE', `api/answers/${last}`);
				return;
			case 'restore':
				if (last !== undefined) await send('POST', `api/answers/${last}/restore`, {});
				return;
			case 'edit':
				if (last !== undefined) await send('PUT', `api/answers/${last}`, { answer: POOR });
				return;
			case 'reset':
				await send('POST', 'api/user/reset_mastery', { topic: 'networks' });
				return;
			case 'later':
				atMs += 36 * 3_600_000;
				return;
			case 'back':
				atMs -= 3_600_000;
		}
	}

	/** What is remembered of the topic, and what is stored of it. */
	async function remembered() {
		return deps.store.read(TABLE_NAMES, async (tx) => {
			const [profile] = await tx.all('profiles');
			const now = { at_ms: atMs, offset_minutes: 60 };
			const read = (memory: TopicMemory) => memory.read(tx, profile?.id ?? '', 'networks', now);
			return [await read(topicMemoryOf(deps.store)), await read(new TopicMemory())] as const;
		});
	}
	/** Shows a question, has it remembered, and takes the whole transaction back. */
	async function giveUp(): Promise<void> {
		const writing = deps.store.write(TABLE_NAMES, async (tx) => {
			const [seen] = await tx.all('seen');
			if (seen === undefined) throw new Error('nothing was shown before');
			await tx.put('seen', { ...seen, times_shown: 99 });
			await tx.add('events', {
				kind: 'question_shown',
				id: 'Z'.repeat(26),
				profile_id: seen.profile_id,
				session: 'S',
				topic: seen.topic,
				question_id: seen.question_id,
				at_ms: atMs + 1,
				offset_minutes: 60
			});
			const now = { at_ms: atMs + 1, offset_minutes: 60 };
			const past = await topicMemoryOf(deps.store).read(tx, seen.profile_id, seen.topic, now);
			expect(past.seen.get(seen.question_id)?.times_shown).toBe(99);
			throw new Error('given up');
		});
		await expect(writing).rejects.toThrow('given up');
	}
	return { act, remembered, giveUp };
}

test('what is remembered of a topic is what is stored, whatever was done', async () => {
	await fc.assert(
		fc.asyncProperty(
			fc.array(fc.constantFrom(...ACTIONS), { minLength: 3, maxLength: 14 }),
			async (actions) => {
				const { act, remembered } = await startPractice();
				for (const action of actions) {
					await act(action);
					const [memory, stored] = await remembered();
					expect(memory.seen).toEqual(stored.seen);
					expect(memory.reviews).toEqual(stored.reviews);
				}
			}
		),
		{ numRuns: 25 }
	);
});

test('a reset by a clock that was set back, and what the next answer brings back, are noticed', async () => {
	const { act, remembered } = await startPractice();
	for (const action of ['well', 'back', 'reset', 'later', 'well', 'well'] as const) {
		await act(action);
		const [memory, stored] = await remembered();
		expect(memory.reviews).toEqual(stored.reviews);
	}
});

test('what a write noted that was given up is forgotten', async () => {
	const { act, remembered, giveUp } = await startPractice();
	await act('well');
	await remembered();
	await giveUp();
	const [memory, stored] = await remembered();
	expect(memory.seen).toEqual(stored.seen);
});
