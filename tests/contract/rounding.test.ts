import { expect, test } from 'vitest';
import { emptyMastery } from '$lib/domain/mastery/update';
import { createTestDeps, sendTo, signIn } from '../support/api-fixture';

/** A topic whose level is exactly this: one answer of weight 1. */
function masteryAt(topic: string, level: number) {
	return {
		...emptyMastery(topic),
		weight_sum: 1,
		weight_square_sum: 1,
		semantic_sum: level,
		keyword_sum: level,
		result_square_sum: level * level,
		questions_attempted: 1
	};
}

test('the mean of 0.785 and 0.892 is 0.839, as the specification prints it', async () => {
	const deps = createTestDeps();
	const send = await signIn(sendTo(deps));
	const profile_id: string = (await send('GET', 'api/profile')).body.profile.id;
	await deps.store.write(['mastery'], async (tx) => {
		await tx.put('mastery', { ...masteryAt('machine_learning', 0.785), profile_id });
		await tx.put('mastery', { ...masteryAt('python', 0.892), profile_id });
	});
	const { topics, overall } = (await send('GET', 'api/user/progress')).body;

	expect(topics.machine_learning.mastery).toBe(0.785);
	expect(topics.python.mastery).toBe(0.892);
	expect(overall.avg_mastery).toBe(0.839);
	expect(overall.topics_count).toBe(2);
});
