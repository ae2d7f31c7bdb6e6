import { describe, expect, test } from 'vitest';
import { replayTopic, type MasteryEntry } from '$lib/domain/mastery/replay';
import { buildPlan as planWith } from '$lib/domain/plans/build-plan';

const answers = (topic: string, ...scores: number[]) => answersTaking(10, topic, ...scores);
const answersTaking = (seconds: number, topic: string, ...scores: number[]) =>
	replayTopic(
		topic,
		scores.map((score, index): MasteryEntry => ({
			kind: 'answer',
			question_id: 'db-locks',
			id: `${topic}-${String(index)}`,
			at_ms: index,
			offset_minutes: 0,
			difficulty: 'medium',
			semantic: score,
			keyword: score,
			score,
			correct: score >= 0.6,
			response_seconds: seconds,
			concepts: { locks: score },
			session: 's',
			mixed: false,
			mock: false
		}))
	);

const buildPlan = (states: Parameters<typeof planWith>[0]) =>
	planWith(states, (_topic, concept) => concept);

describe('buildPlan', () => {
	test('says nothing where nothing was practised', () => {
		expect(buildPlan([])).toEqual({
			topics_to_focus: [],
			weak_concepts: [],
			recommended_sessions: [],
			difficulty_adjustments: []
		});
	});

	test('puts the weakest topic first, each entry with its figure in the reason', () => {
		const plan = buildPlan([answers('databases', 0.6), answers('python', 0.3)]);

		expect(plan.topics_to_focus.map(({ topic }) => topic)).toEqual(['python', 'databases']);
		expect(plan.topics_to_focus[0]?.reason).toContain('0.30 after 1 answer');
		expect(plan.weak_concepts).toMatchObject([{ topic: 'python', concept: 'locks', attempts: 1 }]);
		expect(plan.recommended_sessions[0]).toMatchObject({
			session_type: 'technical',
			topic: 'python'
		});
	});

	test('foresees the next level after two in a row', () => {
		expect(buildPlan([answers('python', 0.9, 0.9)]).difficulty_adjustments).toMatchObject([
			{ topic: 'python', from: 'medium', to: 'hard' }
		]);
		expect(buildPlan([answers('python', 0.1, 0.1)]).difficulty_adjustments).toMatchObject([
			{ from: 'medium', to: 'easy' }
		]);
	});

	test('recommends a session for what is weak, names it and its figure', () => {
		const { recommended_sessions } = buildPlan([answers('python', 0.3, 0.3)]);

		expect(recommended_sessions).toMatchObject([
			{
				session_type: 'technical',
				topic: 'python',
				reason: 'A technical session at level medium asks its weak concepts first: locks (0.30).'
			}
		]);
	});

	test('names a weak concept by its title', () => {
		const { recommended_sessions } = planWith(
			[answers('python', 0.3, 0.3)],
			(topic, concept) => `the ${concept} of ${topic}`
		);

		expect(recommended_sessions[0]?.reason).toContain('first: the locks of python (0.30).');
	});

	test('says of a weak concept how many answers did not raise it', () => {
		const reasonAfter = (...scores: number[]) =>
			buildPlan([answers('python', ...scores)]).weak_concepts[0]?.reason;

		expect(reasonAfter(0.3)).not.toContain('raise');
		expect(reasonAfter(0.3, 0.2)).toContain('after 2 answers, and the last one did not raise it.');
		expect(reasonAfter(0.3, 0.2, 0.1)).toContain(', and the last 2 did not raise it.');
	});

	test('recommends one where no concept is weak but the topic is not solid', () => {
		const plan = buildPlan([answers('python', 0.65, 0.65, 0.65)]);

		expect(plan.weak_concepts).toEqual([]);
		expect(plan.recommended_sessions[0]?.reason).toContain('mastery is 0.65');
		expect(plan.recommended_sessions[0]?.reason).toContain('towards 0.70');
	});

	test('does not trust a high mastery that rests on few answers', () => {
		const plan = buildPlan([answers('python', 0.9), answers('databases', 0.9, 0.9, 0.9)]);

		expect(plan.topics_to_focus).toEqual([]);
		expect(plan.recommended_sessions.map(({ topic }) => topic)).toEqual(['python']);
		expect(plan.recommended_sessions[0]?.reason).toContain('after only 1 answer');
	});

	test('where nothing is weak, keeps up the lowest topic', () => {
		const plan = buildPlan([
			answers('python', 0.95, 0.95, 0.95),
			answers('databases', 0.8, 0.8, 0.8)
		]);

		expect(plan.recommended_sessions).toHaveLength(1);
		expect(plan.recommended_sessions[0]).toMatchObject({ topic: 'databases' });
		expect(plan.recommended_sessions[0]?.reason).toContain('0.80');
	});

	test('reckons the minutes from how long the answers took, between 5 and 60', () => {
		const minutesAfter = (seconds: number) =>
			buildPlan([answersTaking(seconds, 'python', 0.3)]).recommended_sessions[0]?.minutes;

		// Five questions, each with a minute for reading.
		expect(minutesAfter(0)).toBe(5);
		expect(minutesAfter(90)).toBe(13);
		expect(minutesAfter(3600)).toBe(60);
	});
});
