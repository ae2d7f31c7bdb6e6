import { beforeEach, describe, expect, test } from 'vitest';
import { dump } from '../support/api-fixture';
import {
	expectReplayed,
	modelAnswer,
	reworded,
	practiseSession,
	type PractisedSession
} from './practised-session';

let session: PractisedSession;

beforeEach(async () => {
	session = await practiseSession();
});

/** Whether each question of the topic is a sure miss, of those that ever were. */
async function sureMisses(): Promise<Record<string, boolean>> {
	const seen = await session.deps.store.read(['seen'], (tx) => tx.all('seen'));
	return Object.fromEntries(
		seen.flatMap(({ question_id, sure_miss }) =>
			sure_miss === undefined ? [] : [[question_id, sure_miss]]
		)
	);
}

describe('how sure one was', () => {
	const table = async () => (await session.send('GET', 'api/profile/confidence')).body.topics;

	test('stays with the answer and changes no figure of it', async () => {
		const rated = await session.answerAndGoOn(modelAnswer(session.question), {
			confidence: 'sure'
		});
		expect(rated.body.answer.confidence).toBe('sure');
		expect(rated.body.grade.score).toBe(1);
		const plain = await session.answerAndGoOn(modelAnswer(session.question));
		expect(plain.body.answer.confidence).toBeNull();
		const skipped = await session.answerAndGoOn('', { skipped: true, confidence: 'guess' });
		expect(skipped.body.answer.confidence).toBeNull();
		expect((await session.detail()).answers.map((entry: any) => entry.answer.confidence)).toEqual([
			'sure',
			null,
			null
		]);
		await expectReplayed(session);
	});

	test('is one of three words', async () => {
		const before = await dump(session.deps.store);
		const reply = await session.answer(modelAnswer(session.question), { confidence: 'certain' });
		expect(reply.status).toBe(422);
		expect(reply.body.errors).toMatchObject([{ field: 'confidence' }]);
		expect(await dump(session.deps.store)).toBe(before);
	});

	test('makes a table and a Brier score from ten ratings on', async () => {
		expect(await table()).toEqual([]);
		for (let number = 1; number <= 10; number++) {
			const isRight = number <= 7;
			await session.answerAndGoOn(
				isRight ? modelAnswer(session.question) : 'Nothing of the kind.',
				{
					confidence: number === 1 ? 'guess' : 'sure'
				}
			);
			if (number === 9)
				expect(await table()).toEqual([
					{
						topic: 'databases',
						ratings: 9,
						table: [],
						brier: null,
						message: '9 of 10 ratings; the figures come with the 10th.'
					}
				]);
		}
		const [databases] = await table();
		expect(databases).toMatchObject({ topic: 'databases', ratings: 10 });
		expect(databases.table[0]).toEqual({
			confidence: 'guess',
			answers: 1,
			correct: 1,
			accuracy: 1,
			avg_score: 1
		});
		expect(databases.table[1]).toMatchObject({ answers: 0, accuracy: null, avg_score: null });
		expect(databases.table[2]).toMatchObject({ answers: 9, correct: 6, accuracy: 0.667 });
		// (6 · .1² + 3 · .9² + .67²) / 10
		expect(databases.brier).toBe(0.294);
		expect(databases.message).toMatch(/^You were right in 6 of 9 answers you were sure of\./u);
		await expectReplayed(session);

		const undone = (await session.detail()).answers[0].answer.id;
		await session.send('DELETE', `api/answers/${String(undone)}`);
		expect((await table())[0]).toMatchObject({ ratings: 9, table: [] });
		await expectReplayed(session);
		await session.send('POST', 'api/user/reset_mastery', { topic: 'databases' });
		expect(await table()).toEqual([]);
	});

	test('marks a miss while sure, through corrections, undo and restore', async () => {
		const missed = session.question.id;
		const points = session.question.points;
		const { body } = await session.answerAndGoOn('Nothing of the kind.', { confidence: 'sure' });
		const id = String(body.answer.id);
		expect(await sureMisses()).toEqual({ [missed]: true });

		await session.send('DELETE', `api/answers/${id}`);
		expect(await sureMisses()).toEqual({ [missed]: false });
		await session.send('POST', `api/answers/${id}/restore`);
		expect(await sureMisses()).toEqual({ [missed]: true });
		for (const { id: point } of points)
			await session.send('POST', `api/answers/${id}/override`, { point, said: true });
		expect(await sureMisses()).toEqual({ [missed]: false });
		for (const { id: point } of points)
			await session.send('POST', `api/answers/${id}/override`, { point, said: null });
		expect(await sureMisses()).toEqual({ [missed]: true });
	});

	test('a miss while sure ends with a right answer later, and returns when that is taken back', async () => {
		const missed = session.question;
		await session.answerAndGoOn('Nothing of the kind.', { confidence: 'sure' });
		await session.answerAndGoOn('Nothing of the kind.', { confidence: 'unsure' });
		await session.answerAndGoOn(modelAnswer(session.question), { confidence: 'sure' });
		expect(await sureMisses()).toEqual({ [missed.id]: true });

		await session.begin();
		while (session.question.id !== missed.id) await session.answerAndGoOn('', { skipped: true });
		expect(await sureMisses()).toEqual({ [missed.id]: true });
		const { body } = await session.answer(reworded(missed));
		expect(body.grade.correct).toBe(true);
		expect(await sureMisses()).toEqual({ [missed.id]: false });

		await session.send('DELETE', `api/answers/${String(body.answer.id)}`);
		expect(await sureMisses()).toEqual({ [missed.id]: true });
	});

	test('is asked unless the settings say otherwise, also where they never said', async () => {
		const settings = async () => (await session.send('GET', 'api/settings')).body.settings;
		expect(await settings()).toMatchObject({ ask_confidence: true });
		await session.deps.store.write(['profiles'], async (tx) => {
			for (const profile of await tx.all('profiles')) {
				const { ask_confidence: _, ...older } = profile.settings;
				await tx.put('profiles', { ...profile, settings: older });
			}
		});
		expect(await settings()).toMatchObject({ ask_confidence: true });
		await session.send('PATCH', 'api/settings', { ask_confidence: false });
		await session.send('PATCH', 'api/settings', { show_timer: false });
		expect(await settings()).toMatchObject({ ask_confidence: false, show_timer: false });
	});
});
