import { beforeEach, describe, expect, test } from 'vitest';
import type { Deps } from '$lib/api/deps';
import type { LoadedPack, PackSource } from '$lib/packs/load-packs';
import {
	createTestDeps,
	dump,
	inOwnWords,
	questionsById,
	sendTo,
	signIn,
	type Reply,
	type Send
} from '../support/api-fixture';

const questions = questionsById();
const POOR = 'I would paint the fence green on Sunday.';

let deps: Deps;
let send: Send;

beforeEach(async () => {
	deps = createTestDeps();
	send = await signIn(sendTo(deps));
});

const full = (id: string) => questions.get(id)?.expected[0];
const pathOf = (session: { id: number }) => `api/sessions/${String(session.id)}`;

type What = 'full' | 'own words' | 'poor' | 'skip';

/** Answers the open question; `what` of it, or skips it. */
function answer(path: string, id: string, what: What, seconds = 20) {
	return send('POST', `${path}/answers`, {
		question_id: id,
		response_time: seconds,
		...(what === 'skip'
			? { skipped: true }
			: { answer: { full: full(id), 'own words': inOwnWords(id), poor: POOR }[what] })
	});
}

/** Answers question by question until none comes; the replies. */
async function play(begun: Reply, what: (index: number) => What) {
	const path = pathOf(begun.body.session);
	const replies: Reply[] = [];
	for (let open = begun.body.question; open !== null;) {
		const reply = await answer(path, open.id, what(replies.length));
		replies.push(reply);
		open = reply.body.next_question;
	}
	return replies;
}

describe('a mock interview', () => {
	const begin = () =>
		send('POST', 'api/sessions', {
			session_type: 'mock',
			topics: ['databases', 'networks', 'python'],
			question_count: 6
		});

	test('takes turns with its topics, and tells nothing before its end', async () => {
		const begun = await begin();
		expect(begun.body.session).toMatchObject({ session_type: 'mock', topic: 'mixed' });
		const path = pathOf(begun.body.session);
		const asked = [begun.body.question.topic];
		for (let open = begun.body.question, index = 0; open !== null; index++) {
			const reply = await answer(path, open.id, index === 2 ? 'skip' : 'full');
			expect(reply.body).toMatchObject({ grade: null, answer_key: null, mastery: null });
			open = reply.body.next_question;
			if (open !== null) {
				asked.push(open.topic);
				expect(open.reason).not.toMatch(/\d|missed|sure/iu);
			}
			const shown = (await send('GET', path)).body;
			expect(shown.answers.at(-1)).toMatchObject({ grade: null, answer_key: null, history: [] });
			expect(shown.summary).toMatchObject({ score: null, correct: 0, to_fix: [] });
		}
		expect(new Set(asked.slice(0, 3)).size).toBe(3);
		expect(asked.filter((topic, index) => topic === asked[index - 1])).toEqual([]);
		expect((await send('GET', 'api/history')).body.sessions[0].feedback.correct).toBe(0);
		const found = (await send('GET', 'api/answers')).body.answers;
		expect(found.map(({ score }: { score: number | null }) => score)).toEqual(Array(5).fill(null));

		const done = (await send('POST', `${path}/complete`, {})).body;
		expect(done.summary).toMatchObject({ answered: 5, skipped: 1, correct: 5 });
		const shown = (await send('GET', path)).body;
		expect(shown.answers[0].grade.score).toBe(1);
		expect(shown.answers[2].answer_key).not.toBeNull();
	});

	test('has three minutes a question unless it says otherwise, and ends when they are over', async () => {
		const begun = await begin();
		const path = pathOf(begun.body.session);
		expect((await send('GET', path)).body.time_limit).toBe(6 * 180);
		const first = await answer(path, begun.body.question.id, 'full', 1079);
		expect(first.body.end_reason).toBeNull();
		const second = await answer(path, first.body.next_question.id, 'full', 1);
		expect(second.body).toMatchObject({ next_question: null, end_reason: 'time' });
	});

	test('leaves level and streaks of its topics alone, and counts in their mastery', async () => {
		const solo = await send('POST', 'api/sessions', {
			session_type: 'technical',
			topic: 'databases',
			question_count: 2
		});
		await play(solo, () => 'full');
		const before = (await send('GET', 'api/adaptive/mastery/databases')).body.mastery;
		expect(before.consecutive_good).toBe(2);
		await play(await begin(), () => 'full');

		const after = (await send('GET', 'api/adaptive/mastery/databases')).body.mastery;
		expect(after.questions_attempted).toBeGreaterThan(before.questions_attempted);
		expect(after).toMatchObject({ consecutive_good: 2, current_difficulty: 'medium' });
	});

	test('keeps its answers as they are until its end', async () => {
		const begun = await begin();
		const reply = await answer(pathOf(begun.body.session), begun.body.question.id, 'poor');
		const { id } = reply.body.answer;
		const before = await dump(deps.store);
		for (const [method, path, body] of [
			['PUT', `api/answers/${String(id)}`, { answer: 'Something else entirely.' }],
			['DELETE', `api/answers/${String(id)}`, undefined],
			['POST', `api/answers/${String(id)}/override`, { point: 'p', said: true }]
		] as const)
			expect((await send(method, path, body)).status).toBe(409);
		expect(await dump(deps.store)).toBe(before);
	});
});

describe('the topics a session is named by', () => {
	const namesOf = async ({ id }: { id: number }) => {
		const [listed] = (await send('GET', 'api/history')).body.sessions;
		const detail = (await send('GET', pathOf({ id }))).body;
		expect(listed.id).toBe(id);
		expect(detail.asked_topics).toEqual(listed.asked_topics);
		return listed.asked_topics;
	};

	test('of an ordinary session: its own', async () => {
		const begun = await send('POST', 'api/sessions', {
			session_type: 'technical',
			topic: 'python'
		});
		expect(await namesOf(begun.body.session)).toEqual(['python']);
	});

	test('of a mixed one: all it may ask; once it is over, those it asked', async () => {
		const topics = ['databases', 'networks', 'python'];
		const begun = await send('POST', 'api/sessions', { session_type: 'mock', topics });
		const path = pathOf(begun.body.session);
		expect(await namesOf(begun.body.session)).toEqual(topics);
		const reply = await answer(path, begun.body.question.id, 'full');
		expect(await namesOf(begun.body.session)).toEqual(topics);

		await answer(path, reply.body.next_question.id, 'skip');
		await send('POST', `${path}/complete`, {});
		const asked = [begun.body.question.topic, reply.body.next_question.topic];
		expect(await namesOf(begun.body.session)).toEqual(
			topics.filter((topic) => asked.includes(topic))
		);
	});

	test('of one that was left before its first answer: all it might have asked', async () => {
		const topics = ['databases', 'python'];
		const begun = await send('POST', 'api/sessions', { session_type: 'technical', topics });
		await send('POST', `${pathOf(begun.body.session)}/complete`, {});
		expect(await namesOf(begun.body.session)).toEqual(topics);
	});
});

describe('a session that fits the time', () => {
	test('asks as many questions as are likely to fit', async () => {
		const begun = await send('POST', 'api/sessions', {
			session_type: 'technical',
			topic: 'python',
			time_limit: 600
		});
		// Ten minutes, 90 s an answer and 60 s to read what became of it.
		expect(begun.body.question.of).toBe(4);
	});

	test('opens no question that would not be finished, and says why', async () => {
		const begun = await send('POST', 'api/sessions', {
			session_type: 'technical',
			topic: 'python',
			time_limit: 600
		});
		const reply = await answer(pathOf(begun.body.session), begun.body.question.id, 'full', 500);
		expect(reply.body).toMatchObject({ next_question: null, end_reason: 'time' });
	});
});

describe('only what was missed', () => {
	test('asks those again until they are right, and nothing else', async () => {
		const first = await send('POST', 'api/sessions', {
			session_type: 'technical',
			topic: 'networks',
			question_count: 4
		});
		await play(first, (index) => (index % 2 === 0 ? 'poor' : 'full'));
		const detail = (await send('GET', pathOf(first.body.session))).body;
		const missed = detail.answers
			.filter(({ grade }: any) => grade.score < 0.6)
			.map(({ question }: any) => question.id);
		expect(missed).toHaveLength(2);

		const again = await send('POST', 'api/sessions', {
			session_type: 'technical',
			topics: ['networks', 'python'],
			focus: 'missed',
			question_count: 10
		});
		expect(missed).toContain(again.body.question.id);
		expect(again.body.question.reason).toMatch(/^Once more/u);
		const replies = await play(again, () => 'own words');
		expect(again.body.question.of).toBe(2);
		expect(replies).toHaveLength(2);
		expect(replies.at(-1)?.body.end_reason).toBe('count');

		const none = await send('POST', 'api/sessions', {
			session_type: 'technical',
			topic: 'networks',
			focus: 'missed'
		});
		expect(none.status).toBe(409);
		expect(none.body.detail).toContain('Start an ordinary session');
	});
});

describe('the choice of questions', () => {
	test('a missed question returns once, after three others; the used-up pool is said', async () => {
		const begun = await send('POST', 'api/sessions', {
			session_type: 'technical',
			topic: 'databases',
			question_count: 50
		});
		const ids = [begun.body.question.id];
		const replies = await play(begun, (index) => (index === 0 ? 'poor' : 'full'));
		for (const { body } of replies)
			if (body.next_question !== null) ids.push(body.next_question.id);
		const [missed] = ids;
		const places = ids.flatMap((id, index) => (id === missed ? [index] : []));
		expect(places).toHaveLength(2);
		expect(places[1]).toBeGreaterThanOrEqual(4);
		const others = ids.filter((id) => id !== missed);
		expect(new Set(others).size).toBe(others.length);
		expect(replies.at(-1)?.body.end_reason).toBe('pool');
		expect((await send('GET', pathOf(begun.body.session))).body.end_reason).toBe('pool');
	});

	test('the reason stays what it was when the session is opened again', async () => {
		const begun = await send('POST', 'api/sessions', {
			session_type: 'technical',
			topic: 'python'
		});
		const reply = await answer(pathOf(begun.body.session), begun.body.question.id, 'poor');
		const { question } = (await send('GET', pathOf(begun.body.session))).body;
		expect(question).toEqual(reply.body.next_question);
		expect(question.reason).not.toBe('');
	});

	test('the same seed and the same answers give the same session', async () => {
		const run = async () => {
			const own = await signIn(sendTo(createTestDeps()));
			const begun = await own('POST', 'api/sessions', {
				session_type: 'technical',
				topic: 'networks',
				question_count: 10
			});
			const ids = [];
			for (let open = begun.body.question; open !== null;) {
				ids.push(open.id);
				const { body } = await own('POST', `${pathOf(begun.body.session)}/answers`, {
					question_id: open.id,
					answer: ids.length % 3 === 0 ? POOR : full(open.id)
				});
				open = body.next_question;
			}
			return ids;
		};
		expect(await run()).toEqual(await run());
	});
});

describe('pause and end', () => {
	test('text and time are there again', async () => {
		const begun = await send('POST', 'api/sessions', {
			session_type: 'technical',
			topic: 'python'
		});
		const path = pathOf(begun.body.session);
		await send('PUT', `${path}/draft`, {
			question_id: begun.body.question.id,
			text: 'A list can be',
			seconds: 42.5
		});
		expect((await send('GET', path)).body).toMatchObject({ draft: 'A list can be', seconds: 42.5 });
	});

	test('ended early, only what was answered counts; without an answer it is no zero', async () => {
		const begun = await send('POST', 'api/sessions', {
			session_type: 'technical',
			topic: 'python'
		});
		const path = pathOf(begun.body.session);
		await answer(path, begun.body.question.id, 'full');
		const done = (await send('POST', `${path}/complete`, {})).body;
		expect(done.session.score).toBe(100);

		const empty = await send('POST', 'api/sessions', {
			session_type: 'technical',
			topic: 'python'
		});
		const gone = (await send('POST', `${pathOf(empty.body.session)}/complete`, {})).body;
		expect(gone.session.score).toBeNull();
	});
});

describe('the level', () => {
	test('can be held: streaks go on, the level stays until it is let go', async () => {
		const path = 'api/adaptive/level/databases';
		const refused = await send('PUT', path, { locked: true });
		expect(refused.status).toBe(409);
		const begun = await send('POST', 'api/sessions', {
			session_type: 'technical',
			topic: 'databases',
			question_count: 6
		});
		const session = pathOf(begun.body.session);
		let reply = await answer(session, begun.body.question.id, 'full');
		expect((await send('PUT', path, { locked: true })).body.mastery.level_locked).toBe(true);
		for (let count = 0; count < 3; count++)
			reply = await answer(session, reply.body.next_question.id, 'full');
		expect(reply.body.mastery).toMatchObject({
			level_locked: true,
			current_difficulty: 'medium',
			consecutive_good: 4
		});
		await send('PUT', path, { locked: false });
		reply = await answer(session, reply.body.next_question.id, 'full');
		expect(reply.body.mastery).toMatchObject({
			level_locked: false,
			current_difficulty: 'hard',
			consecutive_good: 0
		});
	});
});

describe('packs that change under a session', () => {
	/** Packs of which one can be taken away, or lose questions, from one request to the next. */
	function changing(): { packs: PackSource; change: (topic: string, to: Change) => void } {
		const changes = new Map<string, Change>();
		const { packs } = deps;
		const changed = (topic: string, pack: LoadedPack | undefined) => {
			const change = changes.get(topic);
			return pack === undefined || change === undefined ? pack : change(pack);
		};
		return {
			packs: { ...packs, load: async (topic) => changed(topic, await packs.load(topic)) },
			change: (topic, to) => changes.set(topic, to)
		};
	}
	type Change = (pack: LoadedPack) => LoadedPack | undefined;

	test.each([
		['is removed', () => undefined],
		['loses the open question', (pack: LoadedPack) => ({ ...pack, questions: [] })]
	] satisfies [string, Change][])('one that %s loses nothing', async (_, to) => {
		const { packs, change } = changing();
		deps = { ...deps, packs };
		send = await signIn(sendTo(deps));
		const begun = await send('POST', 'api/sessions', {
			session_type: 'technical',
			topic: 'python'
		});
		const path = pathOf(begun.body.session);
		const first = await answer(path, begun.body.question.id, 'full');
		change('python', to);

		const before = await dump(deps.store);
		const refused = await answer(path, first.body.next_question.id, 'full');
		expect(refused.status).toBe(409);
		expect(refused.body.detail).toContain('Your answers are kept'.toLowerCase().slice(1));
		expect(await dump(deps.store)).toBe(before);
		const shown = (await send('GET', path)).body;
		expect(shown.answers).toHaveLength(1);
		expect(shown.answers[0].grade.score).toBe(1);
		const done = await send('POST', `${path}/complete`, {});
		expect(done.body.session.score).toBe(100);
	});

	test('one that shrinks ends the session where its questions end', async () => {
		const { packs, change } = changing();
		deps = { ...deps, packs };
		send = await signIn(sendTo(deps));
		const begun = await send('POST', 'api/sessions', {
			session_type: 'technical',
			topic: 'python'
		});
		change('python', (pack) => ({
			...pack,
			questions: pack.questions.filter(({ id }) => id === begun.body.question.id)
		}));
		const reply = await answer(pathOf(begun.body.session), begun.body.question.id, 'full');
		expect(reply.body).toMatchObject({ next_question: null, end_reason: 'pool' });
	});
});

test.each([
	['no topic', {}, 'topic'],
	['topic and topics', { topic: 'python', topics: ['python'] }, 'topics'],
	['an empty list', { topics: [] }, 'topics'],
	['an unknown topic among others', { topics: ['python', 'cooking'] }, 'topics'],
	['no minute', { topic: 'python', time_limit: 0 }, 'time_limit'],
	['five hours', { topic: 'python', time_limit: 18_000 }, 'time_limit'],
	['an unknown focus', { topic: 'python', focus: 'easy' }, 'focus'],
	['no question', { topic: 'python', question_count: 0 }, 'question_count']
])('a session with %s is refused, and nothing changes', async (_, body, field) => {
	const before = await dump(deps.store);
	const refused = await send('POST', 'api/sessions', { session_type: 'technical', ...body });
	expect(refused.status).toBe(422);
	expect(refused.body.errors.map((error: { field: string }) => error.field)).toContain(field);
	expect(await dump(deps.store)).toBe(before);
});
