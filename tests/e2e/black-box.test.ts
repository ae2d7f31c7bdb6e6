import assert from 'node:assert/strict';
import { askIn, type Answer, type Ask } from './black-box';
import * as documented from './black-box-shapes';
import { controlled, expect, modelReady, startSession, test } from './fixtures';

/*
 * Knows the specification and the address, nothing of the project. The two presses at the beginning
 * are the person's own: they agree to the grading model being fetched.
 */

/** Words that fit no question of an interview. */
const OFF_TOPIC = 'I would paint the fence green on Sunday and then feed the neighbour’s cat.';
const near = (a: number, b: number, within: number, what: string) =>
	assert.ok(Math.abs(a - b) <= within, `${what}: ${String(a)} is not ${String(b)}`);

test('everything that the specification documents holds, asked from outside', async ({
	page,
	host
}) => {
	test.setTimeout(180_000);
	await startSession(page, host);
	await controlled(page);
	await modelReady(page);
	const { own, ask } = await signIn(askIn(page, host.url), (token) => askIn(page, host.url, token));

	await nothingYet(ask);
	await streaksAndLevels(ask, await learnAnswers(own));
	await everyFigure(ask);
	await lastTwenty(ask);
	await resets(ask);
	expect(page.url()).toContain('practice');
});

/**
 * The device's own profile, and one made here, in which nothing on this device counts.
 */
async function signIn(anonymous: Ask, as: (token: string) => Ask): Promise<{ own: Ask; ask: Ask }> {
	const refused = await anonymous('GET', 'api/user/progress');
	assert.equal(refused.status, 401);
	assert.equal(refused.headers['www-authenticate'], 'Bearer');
	assert.match(refused.headers['content-type'] ?? '', /^application\/problem\+json/u);
	assert.equal(refused.json.error, refused.json.detail);

	const issued = await anonymous('POST', 'api/auth/token');
	assert.equal(issued.status, 201);
	const own = as(issued.json.token);
	const made = await own('POST', 'api/profiles', { name: 'Black box' });
	assert.equal(made.status, 201);
	const token = await anonymous('POST', 'api/auth/token', { profile_id: made.json.profile.id });
	assert.equal(token.json.profile.name, 'Black box');
	return { own, ask: as(token.json.token) };
}

async function nothingYet(ask: Ask): Promise<void> {
	assert.deepEqual((await ask('GET', 'api/user/progress')).json, {
		topics: {},
		overall: { avg_mastery: 0, total_sessions: 0, topics_count: 0 }
	});
	const { mastery, exists } = (await ask('GET', 'api/adaptive/mastery/databases')).json;
	assert.equal(exists, false);
	assert.equal(mastery.mastery_level, 0);
	assert.equal(mastery.current_difficulty, 'medium');
	assert.deepEqual((await ask('GET', 'api/sessions')).json, { sessions: [] });
	documented.dashboard((await ask('GET', 'api/dashboard_data')).json, 'dashboard_data');
	documented.debuggingHistory(
		(await ask('GET', 'api/profile/debugging_history')).json,
		'debugging_history'
	);
	documented.actionPlans((await ask('GET', 'api/profile/action_plans')).json, 'action_plans');
}

async function begin(ask: Ask, topic: string, question_count: number) {
	const made = await ask('POST', 'api/sessions', {
		session_type: 'technical',
		topic,
		question_count
	});
	assert.equal(made.status, 201, made.text);
	const id: number = made.json.session.id;
	let question = made.json.question;
	return {
		id,
		get question() {
			return question;
		},
		answer: async (body: object): Promise<Answer> => {
			const reply = await ask('POST', `api/sessions/${String(id)}/answers`, {
				question_id: question.id,
				response_time: 12,
				...body
			});
			assert.equal(reply.status, 200, reply.text);
			question = reply.json.next_question;
			return reply;
		},
		end: () => ask('POST', `api/sessions/${String(id)}/complete`)
	};
}

/**
 * Skips every question: what is skipped does not count, and the answer to each is shown. In another
 * profile, for whoever gives back a model answer after seeing it shows nothing.
 */
async function learnAnswers(ask: Ask): Promise<Map<string, string>> {
	const answers = new Map<string, string>();
	const session = await begin(ask, 'databases', 50);
	while (session.question !== null) {
		const id: string = session.question.id;
		const { json } = await session.answer({ skipped: true });
		answers.set(id, json.answer_key.expected[0]);
	}
	await session.end();
	assert.deepEqual((await ask('GET', 'api/user/progress')).json.topics, {});
	return answers;
}

async function streaksAndLevels(ask: Ask, answers: Map<string, string>): Promise<void> {
	const good = await begin(ask, 'databases', 4);
	for (const [streak, level] of [
		[1, 'medium'],
		[2, 'medium'],
		// The third one raises the level, and both streaks begin again.
		[0, 'hard'],
		[1, 'hard']
	] as const) {
		const { mastery, grade } = (await good.answer({ answer: answers.get(good.question.id) })).json;
		assert.ok(grade.score > 0.95, `word for word, yet ${String(grade.score)}`);
		near(
			grade.score,
			0.6 * grade.semantic_similarity + 0.4 * grade.keyword_coverage,
			0.002,
			'score'
		);
		assert.equal(mastery.consecutive_good, streak);
		assert.equal(mastery.consecutive_poor, 0);
		assert.equal(mastery.current_difficulty, level);
	}
	await good.end();

	const poor = await begin(ask, 'python', 3);
	const left = (await ask('GET', 'api/adaptive/mastery/databases')).json.mastery;
	assert.equal(left.consecutive_good, 0, 'another topic ends the streak');
	assert.equal(left.current_difficulty, 'hard', 'and leaves the level');
	let before = 0;
	for (const [streak, level] of [
		[1, 'medium'],
		[2, 'medium'],
		[0, 'easy']
	] as const) {
		const { mastery } = (await poor.answer({ answer: OFF_TOPIC })).json;
		assert.equal(mastery.consecutive_poor, streak);
		assert.equal(mastery.consecutive_good, 0);
		assert.equal(mastery.current_difficulty, level);
		near(mastery.mastery_velocity, mastery.mastery_level - before, 0.0011, 'velocity');
		assert.equal(mastery.last_mastery, before);
		before = mastery.mastery_level;
	}
	await poor.end();
}

async function everyFigure(ask: Ask): Promise<void> {
	const progress = (await ask('GET', 'api/user/progress')).json;
	documented.progress(progress, 'progress');
	assert.deepEqual(Object.keys(progress.topics).sort(), ['databases', 'python']);
	const { databases, python } = progress.topics;
	assert.deepEqual([databases.questions_attempted, databases.correct_count], [4, 4]);
	assert.deepEqual([python.questions_attempted, python.correct_count], [3, 0]);
	near(
		progress.overall.avg_mastery,
		(databases.mastery + python.mastery) / 2,
		0.001,
		'avg_mastery is the plain mean'
	);
	assert.equal(progress.overall.total_sessions, 2);
	assert.equal(progress.overall.topics_count, 2);

	for (const topic of ['databases', 'python']) {
		const reply = (await ask('GET', `api/adaptive/mastery/${topic}`)).json;
		documented.mastery(reply, topic);
		const { mastery } = reply;
		assert.equal(reply.exists, true);
		near(
			mastery.mastery_level,
			0.6 * mastery.semantic_avg + 0.4 * mastery.keyword_avg,
			0.0015,
			'mastery_level'
		);
		assert.equal(mastery.avg_response_time, 12);
		assert.equal(progress.topics[topic].mastery, mastery.mastery_level);
		const concepts = Object.entries<any>(mastery.concept_masteries);
		for (const [name, { mastery_level, is_weak, is_strong, last_seen }] of concepts) {
			// What is printed is rounded: right at the border it may stand for either side.
			if (Math.abs(mastery_level - 0.6) > 0.0005) assert.equal(is_weak, mastery_level < 0.6, name);
			if (Math.abs(mastery_level - 0.8) > 0.0005)
				assert.equal(is_strong, mastery_level >= 0.8, name);
			near(last_seen, Date.now() / 1000, 600, 'last_seen is Unix seconds');
		}
		const named = (wanted: 'is_weak' | 'is_strong') =>
			concepts.filter(([, concept]) => concept[wanted]).map(([name]) => name);
		assert.deepEqual([...mastery.weak_concepts].sort(), named('is_weak').sort());
		assert.deepEqual([...mastery.strong_concepts].sort(), named('is_strong').sort());
	}
	const plans = (await ask('GET', 'api/profile/action_plans')).json;
	documented.actionPlans(plans, 'action_plans');
	assert.equal(plans.action_plans[0].topics_to_focus[0].topic, 'python');
}

async function lastTwenty(ask: Ask): Promise<void> {
	for (let made = 3; made < 23; made++) {
		const session = await begin(ask, 'operating_systems', 1);
		await session.answer({ skipped: true });
		if (made < 22) await session.end();
	}
	const reply = (await ask('GET', 'api/sessions')).json;
	documented.sessions(reply, 'sessions');
	assert.equal(reply.sessions.length, 20);
	const dates: string[] = reply.sessions.map((one: { created_at: string }) => one.created_at);
	assert.deepEqual(dates, [...dates].sort().reverse());
	const [latest] = reply.sessions;
	assert.deepEqual([latest.score, latest.completed_at], [null, null], 'not finished');
	assert.equal((await begin(ask, 'python', 1)).question.topic, 'python');

	const technical = (await ask('GET', 'api/sessions?type=technical')).json.sessions;
	assert.ok(technical.every((one: { session_type: string }) => one.session_type === 'technical'));
	assert.deepEqual((await ask('GET', 'api/sessions?type=debugging')).json, { sessions: [] });
	const unknown = await ask('GET', 'api/sessions?type=quiz');
	assert.equal(unknown.status, 422);
	assert.match(unknown.json.detail, /technical/u);

	const dashboard = (await ask('GET', 'api/dashboard_data')).json;
	documented.dashboard(dashboard, 'dashboard_data');
	assert.equal(dashboard.interview_sessions.length, 23, 'all of them');
	const scored = dashboard.interview_sessions.find(
		(one: { topic: string; score: number | null }) => one.topic === 'python' && one.score !== null
	);
	assert.ok(scored.score < 50 && scored.feedback.answered === 3);
	assert.deepEqual([dashboard.stats.total_sessions, dashboard.stats.questions_attempted], [23, 7]);
}

async function resets(ask: Ask): Promise<void> {
	const HISTORY = ['api/dashboard_data', 'api/sessions', 'api/profile/debugging_history'];
	const ids: number[] = (await ask('GET', 'api/dashboard_data')).json.interview_sessions
		.filter((one: { completed_at: string | null }) => one.completed_at !== null)
		.map((one: { id: number }) => one.id);
	const paths = [...HISTORY, ...ids.slice(-3).map((id) => `api/sessions/${String(id)}`)];
	const read = () => Promise.all(paths.map(async (path) => (await ask('GET', path)).text));
	const before = await read();
	const other = (await ask('GET', 'api/adaptive/mastery/python')).text;

	const one = await ask('POST', 'api/user/reset_mastery', { topic: 'databases' });
	assert.equal(one.json.success, true);
	assert.equal(typeof one.json.message, 'string');
	assert.deepEqual(one.json.topics_reset, ['databases']);
	const gone = (await ask('GET', 'api/adaptive/mastery/databases')).json;
	assert.equal(gone.exists, false);
	assert.deepEqual(gone.mastery.concept_masteries, {});
	assert.equal((await ask('GET', 'api/adaptive/mastery/python')).text, other);
	assert.deepEqual(await read(), before, 'history is the same, character by character');

	assert.equal((await ask('POST', 'api/user/reset_mastery', {})).status, 422);
	assert.equal((await ask('GET', 'api/adaptive/mastery/python')).text, other);
	const all = await ask('POST', 'api/user/reset_mastery', { topic: 'all' });
	// Topics of which questions were only skipped may be named as well.
	assert.ok(all.json.topics_reset.includes('python'));
	assert.ok(!all.json.topics_reset.includes('databases'), 'it was reset before');
	assert.deepEqual((await ask('GET', 'api/user/progress')).json, {
		topics: {},
		overall: { avg_mastery: 0, total_sessions: 0, topics_count: 0 }
	});
	assert.deepEqual(await read(), before, 'history is the same, character by character');
	const nothing = await ask('POST', 'api/user/reset_mastery', { topic: 'all' });
	assert.deepEqual([nothing.status, nothing.json.topics_reset], [200, []]);
}
