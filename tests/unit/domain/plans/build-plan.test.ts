import { describe, expect, test } from 'vitest';
import { replayTopic, type MasteryEntry } from '$lib/domain/mastery/replay';
import { buildPlan } from '$lib/domain/plans/build-plan';

const answers = (topic: string, ...scores: number[]) =>
	replayTopic(
		topic,
		scores.map((score, index): MasteryEntry => ({
			kind: 'answer',
			id: `${topic}-${String(index)}`,
			at_ms: index,
			offset_minutes: 0,
			difficulty: 'medium',
			semantic: score,
			keyword: score,
			score,
			correct: score >= 0.6,
			response_seconds: 10,
			concepts: { locks: score },
			session: 's',
			mixed: false
		}))
	);

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
});
