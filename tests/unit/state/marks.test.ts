import { beforeEach, expect, test } from 'vitest';
import { Marks } from '$lib/state/marks.svelte';
import { readPacks } from '../../support/api-fixture';
import { createTestPage, type TestPage } from '../../support/page-fixture';

const [first, second] = (
	readPacks().find((pack) => pack.topic === 'databases')?.questions ?? []
).map(({ id }) => ({ id, topic: 'databases' }));
let page: TestPage;
let marks: Marks;

beforeEach(async () => {
	page = createTestPage();
	marks = new Marks(page.surroundings);
	await marks.refresh();
});

test('a question carries several marks, each in its list', async () => {
	expect(await marks.change(first!, { bookmarked: true })).toBe(true);
	await marks.change(first!, { note: 'Look at it again.' });
	await marks.change(second!, { flagged: true });

	expect(marks.of(first!.id)).toMatchObject({ bookmarked: true, note: 'Look at it again.' });
	expect(marks.ofKind('annotated').map((mark) => mark.question_id)).toEqual([first!.id]);
	expect(marks.ofKind('flagged').map((mark) => mark.question_id)).toEqual([second!.id]);
	expect(marks.ofKind('hidden')).toEqual([]);
});

test('a note that was taken off can be put back', async () => {
	await marks.change(first!, { bookmarked: true, note: 'Look at it again.' });
	await marks.takeOff(marks.of(first!.id)!, 'annotated');
	expect(marks.of(first!.id)).toMatchObject({ bookmarked: true, note: '' });

	await marks.putBack();
	expect(marks.of(first!.id)).toMatchObject({ bookmarked: true, note: 'Look at it again.' });
	expect(marks.takenOff).toBeNull();
});

test('a question without a mark is in no list, here and after reading again', async () => {
	await marks.change(first!, { hidden: true });
	await marks.takeOff(marks.of(first!.id)!, 'hidden');
	expect(marks.all).toEqual([]);

	await marks.refresh();
	expect(marks.all).toEqual([]);
});

test('what could not be kept is said, and what is shown stays true', async () => {
	expect(await marks.change({ id: 'no-such-question', topic: 'databases' }, { hidden: true })).toBe(
		false
	);
	expect(marks.failure?.kind).toBe('not_found');
	expect(marks.busy).toBeNull();
	expect(marks.all).toEqual([]);
});
