import { beforeEach, describe, expect, test } from 'vitest';
import type { Deps } from '$lib/api/deps';
import { emptyMastery } from '$lib/domain/mastery/update';
import { createTestDeps, dump, sendTo, signIn, type Send } from '../support/api-fixture';

const DAY_MS = 86_400_000;
/** Half past three in the afternoon of 3 March 2026, an hour east of UTC. */
const START_MS = Date.UTC(2026, 2, 3, 14, 30);

let nowMs: number;
let deps: Deps;
let send: Send;

beforeEach(async () => {
	nowMs = START_MS;
	deps = createTestDeps({ clock: () => ({ at_ms: nowMs, offset_minutes: 60 }) });
	send = await signIn(sendTo(deps));
});

/** A topic of some answers, one of its concepts weak and one strong. */
async function practise(topic: string, concepts: readonly [string, string], answers = 9) {
	const profile_id: string = (await send('GET', 'api/profile')).body.profile.id;
	const concept = (level: number) => ({
		weight_sum: 3,
		evidence_sum: 3 * level,
		attempts: 3,
		correct: 2,
		stagnation_count: 0,
		last_seen_ms: START_MS - 5 * DAY_MS
	});
	await deps.store.write(['mastery'], (tx) =>
		tx.put('mastery', {
			...emptyMastery(topic),
			profile_id,
			weight_sum: 4,
			weight_square_sum: 2,
			semantic_sum: 2.4,
			keyword_sum: 2.4,
			result_square_sum: 1.5,
			questions_attempted: answers,
			response_seconds_sum: 120 * answers,
			concepts: { [concepts[0]]: concept(0.3), [concepts[1]]: concept(0.9) }
		})
	);
}

const readiness = async () => (await send('GET', 'api/profile/readiness')).body;
const aim = (interview_date: string | null, minutes_a_day: number | null = 20) =>
	send('PATCH', 'api/profile', { interview_date, minutes_a_day });

describe('ready on the day', () => {
	test('without a day it says what is missing', async () => {
		expect(await readiness()).toMatchObject({
			interview_date: null,
			days_left: null,
			missing: ['interview_date', 'minutes_a_day', 'topics'],
			topics: [],
			days: [],
			more_days: 0,
			message: expect.stringContaining('Set the day of your interview')
		});
	});

	test('plans each day until then, with its reasons, and stores nothing', async () => {
		await practise('databases', ['isolation_levels', 'indexes']);
		await aim('2026-03-13');
		const before = await dump(deps.store);
		const body = await readiness();

		expect(body).toMatchObject({
			interview_date: '2026-03-13',
			days_left: 10,
			minutes_a_day: 20,
			missing: [],
			more_days: 0,
			message: '10 days until your interview. The plan asks for at most 20 minutes a day.'
		});
		expect(body.days.map(({ date }: { date: string }) => date)).toEqual([
			...['03', '04', '05', '06', '07', '08', '09', '10', '11', '12', '13'].map(
				(day) => `2026-03-${day}`
			)
		]);
		for (const { minutes } of body.days) expect(minutes).toBeLessThanOrEqual(20);
		expect(body.days[0].entries).toContainEqual(
			expect.objectContaining({
				topic: 'databases',
				concept: 'isolation_levels',
				kind: 'learn',
				reason: 'Isolation levels is at 0.30 after 3 answers; weak is below 0.60.',
				done_when:
					'Off the list once Isolation levels is at 0.80, or at 0.70 with two right answers.'
			})
		);
		expect(body.days.at(-1).entries).toMatchObject([{ kind: 'rest', topic: null }]);
		expect(body.topics).toMatchObject([
			{ topic: 'databases', mastery: 0.6, word: 'getting_there' }
		]);
		expect(body.topics[0].expected).toBeGreaterThan(0.6);
		expect(await dump(deps.store)).toBe(before);
	});

	test('lists 14 days of 200 and counts the others', async () => {
		await practise('databases', ['isolation_levels', 'indexes']);
		await aim('2026-09-19');
		const body = await readiness();

		expect(body.days_left).toBe(200);
		expect(body.days).toHaveLength(14);
		expect(body.more_days).toBe(187);
	});

	test('further than a year ahead, says how much is planned', async () => {
		await practise('databases', ['isolation_levels', 'indexes']);
		await aim('2028-03-03');
		const body = await readiness();

		expect(body.message).toContain('Only the first 366 days are planned.');
		expect(body.days.length + body.more_days).toBe(732);
	});

	test('today and tomorrow work; the clock moves on', async () => {
		await practise('databases', ['isolation_levels', 'indexes']);
		await aim('2026-03-04');
		expect(await readiness()).toMatchObject({
			days_left: 1,
			message: expect.stringContaining('Your interview is tomorrow.')
		});
		expect((await readiness()).days[0].entries[0].reason).toMatch(/^The day before/);

		nowMs += DAY_MS;
		expect(await readiness()).toMatchObject({
			days_left: 0,
			days: [{ date: '2026-03-04', minutes: 0, entries: [{ kind: 'rest' }] }],
			message: expect.stringContaining('Your interview is today.')
		});

		nowMs += DAY_MS;
		expect(await readiness()).toMatchObject({
			interview_date: '2026-03-04',
			days_left: null,
			missing: ['interview_date'],
			topics: [],
			days: [],
			message: 'Your interview day was 4 March; set a new one to plan again.'
		});
	});

	test('the day is the one where the person is', async () => {
		await aim('2026-03-04');
		nowMs = Date.UTC(2026, 2, 3, 23, 30);
		expect((await readiness()).days_left).toBe(0);
	});

	test('what was practised today comes off today’s minutes', async () => {
		await practise('databases', ['isolation_levels', 'indexes']);
		await aim('2026-03-13', 9);
		expect((await readiness()).days[0].minutes).toBe(9);
		const { body } = await send('POST', 'api/sessions', {
			session_type: 'technical',
			topic: 'python'
		});
		await send('POST', `api/sessions/${String(body.session.id)}/answers`, {
			question_id: body.question.id,
			answer: '',
			skipped: true,
			response_time: 240
		});

		expect((await readiness()).days[0].minutes).toBeLessThanOrEqual(4);
	});

	test('a topic whose questions are gone is kept, and nothing is planned for it', async () => {
		await practise('cobol', ['copybooks', 'divisions']);
		await aim('2026-03-13');
		const body = await readiness();

		expect(body.topics).toMatchObject([
			{ topic: 'cobol', mastery: 0.6, expected: null, word: 'unavailable' }
		]);
		expect(body.days).toEqual([]);
		expect(body.message).toContain('None of your topics has questions on this device');
	});

	test('without minutes, what is expected counts no practice', async () => {
		await practise('databases', ['isolation_levels', 'indexes']);
		await aim('2026-03-13', null);
		const body = await readiness();

		expect(body).toMatchObject({ missing: ['minutes_a_day'], days: [] });
		expect(body.topics).toMatchObject([{ expected: 0.6 }]);
	});
});

describe('the topics to be ready for', () => {
	test('are those chosen, practised or not; null goes back to those practised', async () => {
		await practise('databases', ['isolation_levels', 'indexes']);
		await aim('2026-03-13');
		const chosen = await send('PATCH', 'api/profile', {
			target_topics: ['python', 'networks', 'python']
		});
		expect(chosen.body.profile.target_topics).toEqual(['python', 'networks']);
		expect((await readiness()).topics).toMatchObject([
			{ topic: 'python', mastery: null, expected: null, word: 'too_little' },
			{ topic: 'networks' }
		]);

		await send('PATCH', 'api/profile', { minutes_a_day: 30 });
		expect((await send('GET', 'api/profile')).body.profile.target_topics).toHaveLength(2);
		const back = await send('PATCH', 'api/profile', { target_topics: null });
		expect(back.body.profile.target_topics).toBeNull();
		expect((await readiness()).topics).toMatchObject([{ topic: 'databases' }]);
	});

	test.each([
		[{ target_topics: ['cobol'] }, 'target_topics', /there is no topic "cobol"/],
		[{ target_topics: [] }, 'target_topics', /at least one topic/],
		[{ target_topics: [' '] }, 'target_topics.0', /name a topic/],
		[{ interview_date: '2026-03-02' }, 'interview_date', /has passed; give today \(2026-03-03\)/],
		[{ interview_date: 'soon' }, 'interview_date', /2026-03-31/],
		[{ minutes_a_day: 0 }, 'minutes_a_day', /at least 1 minute/]
	])('%j is refused and changes nothing', async (body, field, message) => {
		const before = await dump(deps.store);
		const reply = await send('PATCH', 'api/profile', body);

		expect(reply.status).toBe(422);
		expect(reply.body.errors[0].field).toBe(field);
		expect(reply.body.detail).toMatch(message);
		expect(await dump(deps.store)).toBe(before);
	});

	test('today is no day of the past', async () => {
		expect((await aim('2026-03-03')).status).toBe(200);
	});
});
