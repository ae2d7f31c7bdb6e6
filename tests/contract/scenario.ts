import assert from 'node:assert/strict';
import type { Pack } from '$lib/packs/pack-schema';
import type { Reply, Send } from '../support/api-fixture';

const TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}$/;
/** How near figures must be: responses are rounded to .001. */
let tolerance = 0.0015;
const near = (actual: number, expected: number, what: string) =>
	assert.ok(
		Math.abs(actual - expected) <= tolerance,
		`${what}: ${String(actual)}, not ${String(expected)}`
	);

/**
 * Plays the documented contract from the outside, knowing only the specification, the routes and
 * the packs' answer keys. Every mount runs these same assertions. An expected answer, given back
 * word for word, has all key words and all keywords: semantic, keyword and score are 1.
 *
 * @param within 0 where words are compared as words; the real model may leave a point at .99
 */
export async function playContract(
	anonymous: Send,
	packs: readonly Pack[],
	within = 0
): Promise<void> {
	tolerance = 0.0015 + within;
	const refused = await anonymous('GET', 'api/user/progress');
	assert.equal(refused.status, 401);
	assert.equal(refused.headers.get('WWW-Authenticate'), 'Bearer');
	assert.equal(refused.headers.get('Mettle-Api'), '1');

	const signedIn = await anonymous('POST', 'api/auth/token', {});
	assert.equal(signedIn.status, 201);
	// 256 bits in base64url are 43 characters.
	assert.match(signedIn.body.token, /^[\w-]{43}$/);
	const authorization = { Authorization: `Bearer ${String(signedIn.body.token)}` };
	const send: Send = (method, path, body, headers = {}) =>
		anonymous(method, path, body, { ...authorization, ...headers });

	await emptyProfile(send);
	const id = await playSession(send, packs);
	await afterSession(send, id);
	await reset(send);
}

async function emptyProfile(send: Send): Promise<void> {
	assert.deepEqual((await send('GET', 'api/user/progress')).body, {
		topics: {},
		overall: { avg_mastery: 0, total_sessions: 0, topics_count: 0 }
	});
	const mastery = await send('GET', 'api/adaptive/mastery/never%20practised');
	assert.equal(mastery.status, 200);
	assert.equal(mastery.body.exists, false);
	const { topic, mastery_level, semantic_avg, keyword_avg, current_difficulty } =
		mastery.body.mastery;
	assert.deepEqual(
		{ topic, mastery_level, semantic_avg, keyword_avg, current_difficulty },
		{
			topic: 'never practised',
			mastery_level: 0,
			semantic_avg: 0,
			keyword_avg: 0,
			current_difficulty: 'medium'
		}
	);
	assert.deepEqual((await send('GET', 'api/sessions')).body, { sessions: [] });
	const dashboard = (await send('GET', 'api/dashboard_data')).body;
	assert.deepEqual(dashboard.interview_sessions, []);
	assert.deepEqual(dashboard.debugging_sessions, []);
	assert.equal(dashboard.stats.total_sessions, 0);
	assert.deepEqual((await send('GET', 'api/profile/debugging_history')).body, {
		history: [],
		challenges_completed: 0,
		performance_summary: {
			sessions: 0,
			challenges: 0,
			solved: 0,
			avg_score: null,
			avg_attempts: null,
			by_language: {}
		},
		concepts_practiced: []
	});
	const plan = (await send('GET', 'api/profile/action_plans')).body.action_plans[0];
	assert.deepEqual(plan.topics_to_focus, []);
	assert.deepEqual(plan.weak_concepts, []);
	assert.deepEqual((await send('POST', 'api/user/reset_mastery', { topic: 'databases' })).body, {
		success: true,
		message: 'There was no mastery to reset. Your session history is kept.',
		topics_reset: []
	});
}

/** Four full answers, one off topic, one skipped, in one session of six questions. */
async function playSession(send: Send, packs: readonly Pack[]): Promise<number> {
	const created = await send('POST', 'api/sessions', {
		session_type: 'technical',
		topic: 'databases',
		question_count: 6
	});
	assert.equal(created.status, 201);
	const { session } = created.body;
	assert.equal(session.session_type, 'technical');
	assert.equal(session.score, null);
	assert.equal(session.completed_at, null);
	assert.match(session.created_at, TIME);
	assert.equal(created.body.question.difficulty, 'medium');
	for (const secret of ['expected', 'points', 'keywords', 'misconceptions', 'explanation'])
		assert.ok(!(secret in created.body.question), `the open question gives ${secret} away`);

	const path = `api/sessions/${String(session.id)}/answers`;
	let question = created.body.question;
	const answer = async (body: object, key: string): Promise<Reply> => {
		const sent = { question_id: question.id, response_time: 10, ...body };
		const reply = await send('POST', path, sent, { 'Idempotency-Key': key });
		const again = await send('POST', path, sent, { 'Idempotency-Key': key });
		assert.deepEqual(again.body, reply.body, 'the same key gives the same reply');
		const other = await send(
			'POST',
			path,
			{ ...sent, answer: 'other' },
			{ 'Idempotency-Key': key }
		);
		assert.equal(other.status, 409, 'the same key for another body is a conflict');
		question = reply.body.next_question;
		return reply;
	};
	const full = () =>
		packs.flatMap((pack) => pack.questions).find((known) => known.id === question.id)?.expected[0];

	// The third good answer in a row: level hard, both streaks 0.
	for (const [index, streak, level] of [
		[1, 1, 'medium'],
		[2, 2, 'medium'],
		[3, 0, 'hard']
	] as const) {
		const reply = await answer({ answer: full() }, `full-${String(index)}`);
		assert.equal(reply.status, 200);
		const { grade, mastery } = reply.body;
		near(grade.semantic_similarity, 1, 'semantic_similarity');
		assert.equal(grade.keyword_coverage, 1);
		near(grade.score, 1, 'score');
		assert.equal(grade.correct, true);
		assert.equal(grade.band, 'excellent');
		if (tolerance < 0.002)
			assert.ok(grade.points.every((point: { state: string }) => point.state === 'covered'));
		near(mastery.mastery_level, 1, 'mastery_level');
		near(mastery.mastery_velocity, index === 1 ? 1 : 0, 'mastery_velocity');
		assert.equal(mastery.consecutive_good, streak);
		assert.equal(mastery.current_difficulty, level);
	}
	assert.equal(question.difficulty, 'hard');
	assert.equal((await answer({ answer: full() }, 'full-4')).body.mastery.consecutive_good, 1);

	// W before: medium, medium, medium, hard = ((1·.8 + 1)·.8 + 1)·.8 + 1.2 = 3.152. What comes next
	// may be medium again: a question is chosen for more than its level.
	const d = question.difficulty === 'hard' ? 1.2 : 1;
	const off = await answer({ answer: 'I would paint the fence green on Sunday.' }, 'off');
	const { semantic_similarity: s, keyword_coverage: k, score } = off.body.grade;
	near(score, 0.6 * s + 0.4 * k, 'score');
	assert.ok(score < 0.5, 'an answer about fences is poor');
	const weight = 0.8 * 3.152 + d;
	const { mastery } = off.body;
	near(mastery.semantic_avg, (0.8 * 3.152 + d * s) / weight, 'semantic_avg');
	near(mastery.keyword_avg, (0.8 * 3.152 + d * k) / weight, 'keyword_avg');
	near(mastery.mastery_level, 0.6 * mastery.semantic_avg + 0.4 * mastery.keyword_avg, 'level');
	near(mastery.mastery_velocity, mastery.mastery_level - 1, 'velocity');
	assert.deepEqual([mastery.consecutive_good, mastery.consecutive_poor], [0, 1]);

	const skipped = await answer({ skipped: true }, 'skip');
	assert.equal(skipped.body.answer.state, 'skipped');
	assert.equal(skipped.body.grade, null);
	assert.equal(skipped.body.mastery.mastery_level, mastery.mastery_level);
	assert.equal(skipped.body.mastery.questions_attempted, 5);
	assert.equal(skipped.body.mastery.correct_count, 4);
	assert.equal(skipped.body.mastery.avg_response_time, 10);
	assert.equal(skipped.body.next_question, null);

	const done = await send('POST', `api/sessions/${String(session.id)}/complete`, {});
	assert.equal(done.status, 200);
	const { summary } = done.body;
	assert.deepEqual([summary.answered, summary.skipped, summary.correct], [5, 1, 4]);
	// 100 × the mean of 1, 1, 1, 1, the off answer and 0 for the skipped one.
	assert.ok(Math.abs(summary.score - (100 * (4 + score)) / 6) <= 100 * tolerance);
	assert.equal(done.body.session.score, summary.score);
	const twice = await send('POST', `api/sessions/${String(session.id)}/complete`, {});
	assert.deepEqual(twice.body, done.body);
	return session.id;
}

async function afterSession(send: Send, id: number): Promise<void> {
	const { topics, overall } = (await send('GET', 'api/user/progress')).body;
	assert.deepEqual(Object.keys(topics), ['databases']);
	assert.deepEqual(Object.keys(topics.databases).sort(), [
		'correct_count',
		'current_difficulty',
		'keyword_avg',
		'last_session_date',
		'mastery',
		'mastery_velocity',
		'questions_attempted',
		'semantic_avg',
		'sessions_attempted',
		'strong_concepts',
		'weak_concepts'
	]);
	assert.equal(topics.databases.sessions_attempted, 1);
	assert.match(topics.databases.last_session_date, TIME);
	assert.deepEqual(overall, {
		avg_mastery: topics.databases.mastery,
		total_sessions: 1,
		topics_count: 1
	});

	const { mastery, exists } = (await send('GET', 'api/adaptive/mastery/databases')).body;
	assert.equal(exists, true);
	const weak: string[] = [];
	const strong: string[] = [];
	for (const [name, concept] of Object.entries<Record<string, number | boolean>>(
		mastery.concept_masteries
	)) {
		assert.ok(Number(concept['attempts']) >= Number(concept['correct']));
		assert.equal(typeof concept['last_seen'], 'number');
		if (concept['is_weak'] === true) weak.push(name);
		if (concept['is_strong'] === true) strong.push(name);
		if (Number(concept['mastery_level']) < 0.599) assert.equal(concept['is_weak'], true);
		if (Number(concept['mastery_level']) > 0.801) assert.equal(concept['is_strong'], true);
	}
	assert.deepEqual([...mastery.weak_concepts].sort(), weak.sort());
	assert.deepEqual([...mastery.strong_concepts].sort(), strong.sort());

	const { sessions } = (await send('GET', 'api/sessions?type=technical')).body;
	assert.deepEqual(Object.keys(sessions[0]).sort(), [
		'completed_at',
		'created_at',
		'duration',
		'id',
		'score',
		'session_type',
		'topic'
	]);
	// Six times ten visible seconds, the skipped question among them.
	assert.equal(sessions[0].duration, 60);
	assert.deepEqual((await send('GET', 'api/sessions?type=mock')).body.sessions, []);
	assert.equal((await send('GET', 'api/sessions?type=quiz')).status, 422);

	const detail = (await send('GET', `api/sessions/${String(id)}`)).body;
	assert.equal(detail.answers.length, 6);
	assert.equal(detail.question, null);
	const { stats, interview_sessions } = (await send('GET', 'api/dashboard_data')).body;
	assert.equal(interview_sessions.length, 1);
	assert.equal(interview_sessions[0].feedback.correct, 4);
	assert.deepEqual(stats.sessions_by_type, { technical: 1, mock: 0, coding: 0, debugging: 0 });
	assert.deepEqual([stats.questions_attempted, stats.correct_count, stats.accuracy], [5, 4, 0.8]);
}

async function reset(send: Send): Promise<void> {
	const history = await send('GET', 'api/dashboard_data');
	const done = await send('POST', 'api/user/reset_mastery', { topic: 'all' });
	assert.deepEqual(done.body.topics_reset, ['databases']);
	assert.equal(done.body.success, true);
	assert.equal((await send('GET', 'api/adaptive/mastery/databases')).body.exists, false);
	assert.deepEqual((await send('GET', 'api/user/progress')).body.topics, {});
	assert.deepEqual((await send('GET', 'api/dashboard_data')).body, history.body);
}
