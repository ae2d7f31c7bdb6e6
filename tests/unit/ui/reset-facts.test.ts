import { expect, test } from 'vitest';
import { MASTERY } from '$lib/contract/examples/records';
import type { TopicMastery } from '$lib/contract/mastery';
import { whatGoes, whatStays, type Practised } from '$lib/ui/progress/reset-facts';

const practised = (changes: Partial<TopicMastery>): Practised => {
	const mastery = { ...MASTERY, ...changes };
	const topic = {
		topic: mastery.topic,
		title: 'Databases',
		description: '',
		questions: 15,
		concepts: [],
		difficulty_counts: { easy: 5, medium: 5, hard: 5 },
		kinds: [],
		mastery
	};
	return { topic, mastery };
};
const LEVEL = /level/iu;

test('a level goes only where a reset changes it', () => {
	const medium = [practised({ current_difficulty: 'medium' })];
	expect(whatGoes(medium).filter((fact) => LEVEL.test(fact))).toEqual([]);
	expect(whatStays(medium, 3, false)).toContain('The level of practice, Medium');

	const hard = [practised({ current_difficulty: 'hard' })];
	expect(whatGoes(hard)).toContain('Level Hard: practice starts at Medium again');
	expect(whatStays(hard, 3, false).filter((fact) => LEVEL.test(fact))).toEqual([]);
});

test('of several topics, each says its level where that changes', () => {
	const both = [practised({}), practised({ current_difficulty: 'easy' })];
	expect(whatGoes(both)).toContain('Databases: mastery 0.79');
	expect(whatGoes(both)).toContain('Databases: mastery 0.79, level Easy');
});

test('a held level is let go', () => {
	expect(whatGoes([practised({ level_locked: true })])).toContain('Your hold on the level');
});
