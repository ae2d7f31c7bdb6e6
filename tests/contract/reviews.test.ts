import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Deps } from '$lib/api/deps';
import { sha256Hex } from '$lib/api/hash';
import { DAY_MS } from '$lib/domain/calendar-days';
import { PackUnavailableError } from '$lib/packs/load-packs';
import { DERIVED_VERSION } from '$lib/store/actions/derived';
import { openIndexedDbStore } from '$lib/store/indexeddb-store';
import {
	createTestDeps,
	inOwnWords,
	dump,
	questionsById,
	sendTo,
	signIn,
	type Send
} from '../support/api-fixture';
import { expectDerived } from '../support/derived';
import { buildStored, loadStoredFixtures } from '../support/stored-fixture';

const key = questionsById();
const full = (id: string) => key.get(id)?.expected[0] ?? '';
const WRONG = 'Nothing of the kind.';
/** 2026-03-03T14:30:00Z, half past three where the person is. */
const START = Date.UTC(2026, 2, 3, 14, 30);

let at = START;
let offset = 60;
let deps: Deps;
let send: Send;

beforeEach(async () => {
	at = START;
	offset = 60;
	deps = createTestDeps({ clock: () => ({ at_ms: at, offset_minutes: offset }) });
	send = await signIn(sendTo(deps));
});

const reviews = async (who = send) => {
	const reply = await who('GET', 'api/reviews');
	expect(reply.status).toBe(200);
	return reply.body;
};

interface Answered {
	readonly id: string;
	readonly answer: string;
	readonly session: number;
}

/** Answers questions of a topic one after the other, each a minute after the one before. */
async function answer(
	texts: readonly ('full' | 'own words' | 'wrong')[],
	topic = 'python'
): Promise<Answered[]> {
	const created = await send('POST', 'api/sessions', {
		session_type: 'technical',
		topic,
		question_count: texts.length
	});
	expect(created.status).toBe(201);
	const session = created.body.session.id;
	let question = created.body.question;
	const answered: Answered[] = [];
	for (const how of texts) {
		at += 60_000;
		const reply = await send('POST', `api/sessions/${String(session)}/answers`, {
			question_id: question.id,
			answer: { full: full(question.id), 'own words': inOwnWords(question.id), wrong: WRONG }[how]
		});
		expect(reply.status).toBe(200);
		answered.push({ id: question.id, answer: reply.body.answer.id, session });
		question = reply.body.next_question;
	}
	return answered;
}

describe('GET /api/reviews', () => {
	test('is empty before the first answer, with fourteen days of nothing ahead', async () => {
		const body = await reviews();

		expect(body).toMatchObject({
			due_count: 0,
			topics: [],
			questions: [],
			concepts: [],
			next_due: null,
			left_out: { hidden: 0, gone: 0, unreadable: 0 }
		});
		expect(body.upcoming).toHaveLength(14);
		expect(body.upcoming[0]).toEqual({ date: '2026-03-04', count: 0 });
		expect(body.upcoming[13]).toEqual({ date: '2026-03-17', count: 0 });
	});

	test('a poor answer is due the next day, a full one eight days on', async () => {
		const [poor, good] = await answer(['wrong', 'full']);
		const today = await reviews();
		expect(today).toMatchObject({ due_count: 0, next_due: '2026-03-04' });
		expect(today.upcoming.filter(({ count }: { count: number }) => count > 0)).toEqual([
			{ date: '2026-03-04', count: 1 },
			{ date: '2026-03-11', count: 1 }
		]);

		at = START + DAY_MS;
		const next = await reviews();
		expect(next).toMatchObject({
			due_count: 1,
			topics: [{ topic: 'python', due: 1 }],
			next_due: '2026-03-11'
		});
		expect(next.questions[0]).toMatchObject({
			question_id: poor!.id,
			topic: 'python',
			prompt: key.get(poor!.id)!.prompt,
			due_at: '2026-03-04T14:31:00'
		});
		expect(next.questions[0].reason).toMatch(
			/^Last answered yesterday with 0\.\d\d; a weak answer comes back soon\.$/
		);

		at = START + 30 * DAY_MS;
		const later = await reviews();
		expect(later.questions.map((due: { question_id: string }) => due.question_id)).toEqual([
			poor!.id,
			good!.id
		]);
		expect(later.questions[1].reason).toMatch(/^Last answered 30 days ago with 1\.00; about 79 %/);
		expect(later.concepts.length).toBeGreaterThan(0);
		for (const { retrievability, reason } of later.concepts) {
			expect(retrievability).toBeGreaterThan(0);
			expect(retrievability).toBeLessThan(0.9);
			expect(reason).toMatch(
				new RegExp(`(about ${String(Math.round(retrievability * 100))} %|comes back soon)`, 'u')
			);
		}
		expect(later.next_due).toBeNull();
	});

	test('days are those of where the person is now', async () => {
		await answer(['wrong']);
		// Due at 14:31 UTC on 4 March: that day has begun in Tokyo, and not yet in Honolulu.
		at = Date.UTC(2026, 2, 3, 23);
		offset = 9 * 60;
		expect((await reviews()).due_count).toBe(1);
		offset = -10 * 60;
		expect(await reviews()).toMatchObject({ due_count: 0, next_due: '2026-03-04' });
	});

	test('says what it left out: hidden, gone, or in a pack that cannot be read', async () => {
		const [first, second] = await answer(['wrong', 'wrong']);
		await answer(['wrong'], 'databases');
		at = START + 2 * DAY_MS;
		await send('PATCH', `api/marks/${first!.id}`, { topic: 'python', hidden: true });
		expect(await reviews()).toMatchObject({
			due_count: 2,
			topics: [
				{ topic: 'databases', due: 1 },
				{ topic: 'python', due: 1 }
			],
			left_out: { hidden: 1, gone: 0, unreadable: 0 }
		});

		const lost: Deps = {
			...deps,
			packs: {
				...deps.packs,
				load: async (topic) => {
					if (topic === 'databases') throw new PackUnavailableError('no network');
					const pack = await deps.packs.load(topic);
					return pack === undefined
						? undefined
						: { ...pack, questions: pack.questions.filter(({ id }) => id !== second!.id) };
				}
			}
		};
		const token = await deps.store.read(['profiles'], (tx) => tx.all('profiles'));
		expect(token).toHaveLength(1);
		const other = await signIn(sendTo(lost));
		expect(await reviews(other)).toMatchObject({
			due_count: 0,
			questions: [],
			concepts: expect.not.arrayContaining([expect.objectContaining({ topic: 'databases' })]),
			left_out: { hidden: 1, gone: 1, unreadable: 1 }
		});
	});

	test('a hundred at most, the most overdue first, and all counted', async () => {
		await answer(['wrong']);
		const [profile] = await deps.store.read(['profiles'], (tx) => tx.all('profiles'));
		const ids = [...key.values()].slice(0, 130);
		await deps.store.write(['reviews'], async (tx) => {
			const [known] = await tx.all('reviews');
			for (const [index, { id, topic }] of ids.entries())
				await tx.put('reviews', {
					...known!,
					profile_id: profile!.id,
					kind: 'question',
					id,
					topic,
					due_ms: Date.UTC(1999, 0, 1) - index * DAY_MS
				});
		});
		const body = await reviews();

		expect(body.due_count).toBeGreaterThanOrEqual(ids.length);
		expect(body.questions).toHaveLength(Math.min(100, body.due_count));
		const dues = body.questions.map(({ due_at }: { due_at: string }) => due_at);
		expect(dues).toEqual([...dues].sort());
	});

	test('the profile’s own alone, and gone with it', async () => {
		await answer(['wrong']);
		at = START + 3 * DAY_MS;
		const { body } = await send('POST', 'api/profiles', { name: 'Grace' });
		const token = await send('POST', 'api/auth/token', { profile_id: body.profile.id });
		const headers = { Authorization: `Bearer ${String(token.body.token)}` };
		expect((await sendTo(deps)('GET', 'api/reviews', undefined, headers)).body.due_count).toBe(0);

		await send('DELETE', 'api/profile?name=Me');
		expect(await deps.store.read(['reviews'], (tx) => tx.all('reviews'))).toEqual([]);
	});
});

describe('reviews keep in step with the answers', () => {
	test('one taken back is no review, one restored is again', async () => {
		const [poor] = await answer(['wrong']);
		at = START + DAY_MS;
		await send('DELETE', `api/answers/${poor!.answer}`);
		expect(await reviews()).toMatchObject({ due_count: 0, next_due: null });
		await expectDerived(deps.store);

		await send('POST', `api/answers/${poor!.answer}/restore`);
		expect((await reviews()).due_count).toBe(1);
		await expectDerived(deps.store);
	});

	test('a corrected or edited answer moves its due date', async () => {
		const [given] = await answer(['full']);
		const due = async () => (await reviews()).next_due;
		expect(await due()).toBe('2026-03-11');
		const [{ grade }] = (await send('GET', `api/sessions/${String(given!.session)}`)).body.answers;
		for (const { id } of grade.points)
			await send('POST', `api/answers/${given!.answer}/override`, { point: id, said: false });
		expect(await due()).toBe('2026-03-04');
		await expectDerived(deps.store);
		for (const { id } of grade.points)
			await send('POST', `api/answers/${given!.answer}/override`, { point: id, said: null });
		expect(await due()).toBe('2026-03-11');

		await send('PUT', `api/answers/${given!.answer}`, { answer: WRONG });
		expect(await due()).toBe('2026-03-04');
		await expectDerived(deps.store);
	});

	test('a reset starts them anew, and its undoing brings them back', async () => {
		await answer(['wrong', 'full']);
		at = START + DAY_MS;
		const before = await reviews();
		await send('POST', 'api/user/reset_mastery', { topic: 'python' });
		expect(await reviews()).toMatchObject({ due_count: 0, concepts: [], next_due: null });
		await expectDerived(deps.store);

		await send('POST', 'api/user/undo_reset', { topic: 'python' });
		expect(await reviews()).toEqual(before);
		await expectDerived(deps.store);
	});

	test('a clock set back before the last answer changes nothing that is due later', async () => {
		await answer(['wrong', 'full']);
		at = START - 40 * DAY_MS;
		const body = await reviews();
		expect(body).toMatchObject({ due_count: 0, next_due: '2026-03-04' });

		// An answer given by that clock belongs before the others.
		await answer(['full'], 'python');
		await expectDerived(deps.store);
	});
});

describe('mastery of a topic', () => {
	test('tells when each concept comes back, and whether the level is locked', async () => {
		await answer(['full', 'wrong']);
		const { mastery } = (await send('GET', 'api/adaptive/mastery/python')).body;

		expect(mastery.level_locked).toBe(false);
		for (const concept of Object.values<Record<string, unknown>>(mastery.concept_masteries)) {
			expect(concept['due_at']).toMatch(/^2026-03-\d\dT/);
			expect(concept['retrievability']).toBe(1);
		}
	});

	test('has a trend from five answers on', async () => {
		const trend = async () => (await send('GET', 'api/adaptive/mastery/python')).body.mastery.trend;
		expect(await trend()).toBeNull();
		await answer(['wrong', 'wrong', 'wrong', 'full']);
		expect(await trend()).toBeNull();
		at += 60_000;
		await answer(['own words', 'own words']);
		expect(await trend()).toBe('up');
	});

	test('does not change with time alone', async () => {
		await answer(['full', 'wrong', 'full']);
		const mastery = async () => {
			const { body } = await send('GET', 'api/adaptive/mastery/python');
			const { concept_masteries, ...rest } = body.mastery;
			const levels = Object.entries<{ mastery_level: number }>(concept_masteries).map(
				([name, concept]) => [name, concept.mastery_level]
			);
			return { rest, levels };
		};
		const before = await mastery();
		const stored = await dump(deps.store);
		await fc.assert(
			fc.asyncProperty(fc.integer({ min: -4000, max: 40_000 }), async (hours) => {
				at = START + hours * 3_600_000;
				expect(await mastery()).toEqual(before);
				await reviews();
			}),
			{ numRuns: 25 }
		);
		expect(await dump(deps.store)).toBe(stored);
	});
});

describe('data of an older version', () => {
	const fixture = async () => (await loadStoredFixtures()).find(({ version }) => version === 2)!;
	const TOKEN = 'a-token-of-the-test';

	test('is refolded once, at the first request: the same mastery, and reviews', async () => {
		const { tables, ...rest } = await fixture();
		const ada = tables['mastery']!.records.find(({ topic }) => topic === 'python')!;
		const factory = new IDBFactory();
		await buildStored(factory, { ...rest, tables });
		const store = await openIndexedDbStore({ indexedDB: factory });
		const profileId = String(ada['profile_id']);
		await store.write(['tokens'], (tx) =>
			tx.put('tokens', {
				hash: sha256Hex(TOKEN),
				profile_id: profileId,
				created: { at_ms: START, offset_minutes: 60 }
			})
		);
		let writes = 0;
		const counted: Deps = createTestDeps({
			store: {
				...store,
				persistent: store.persistent,
				read: (names, work) => store.read(names, work),
				write: (names, work) => {
					writes++;
					return store.write(names, work);
				},
				close: () => store.close()
			}
		});
		const ask = sendTo(counted);
		const headers = { Authorization: `Bearer ${TOKEN}` };
		// As a page does that opens: several at once.
		const [first] = await Promise.all(
			['api/adaptive/mastery/python', 'api/reviews', 'api/user/progress'].map((path) =>
				ask('GET', path, undefined, headers)
			)
		);

		expect(first!.body.mastery).toMatchObject({
			mastery_level: 0.258,
			semantic_avg: 0.297,
			keyword_avg: ada['keyword_sum'],
			questions_attempted: ada['questions_attempted'],
			skipped: ada['skipped'],
			consecutive_poor: ada['consecutive_poor'],
			last_session_date: '2026-03-01T09:01:00'
		});
		const stored = await store.read(['profiles', 'mastery', 'reviews'], async (tx) => ({
			profile: await tx.get('profiles', profileId),
			mastery: await tx.get('mastery', [profileId, 'python']),
			reviews: await tx.select('reviews', 'by_topic', { prefix: [profileId] })
		}));
		expect(stored.profile?.derived_version).toBe(DERIVED_VERSION);
		expect({ ...ada, recent: stored.mastery?.recent }).toEqual(stored.mastery);
		expect(stored.mastery?.recent).toHaveLength(1);
		expect(
			stored.reviews.filter(({ kind }) => kind === 'question').map(({ id }) => id)
		).toHaveLength(1);
		await expectDerived(store);

		const atOnce = writes;
		expect(atOnce).toBeGreaterThan(0);
		await ask('GET', 'api/reviews', undefined, headers);
		expect(writes).toBe(atOnce);
		store.close();
	});
});
