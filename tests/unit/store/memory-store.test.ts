import { expect, test } from 'vitest';
import { createMemoryStore } from '$lib/store/memory-store';
import { storeExam } from '../../support/store-exam';

storeExam('the store in memory', async () => createMemoryStore());

test('says that nothing of it outlives the page', () => {
	expect(createMemoryStore().persistent).toBe(false);
});
