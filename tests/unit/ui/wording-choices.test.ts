import { expect, test } from 'vitest';
import { wordingChoices } from '$lib/ui/feedback/wording-choices';

const ANSWER = '- A lock keeps others out.\n- Only its owner lets go of it.';

test('offers the sentences as they were typed, without the markers of a list', () => {
	expect(wordingChoices(ANSWER, []).choices).toEqual([
		'A lock keeps others out.',
		'Only its owner lets go of it.'
	]);
});

test('puts forward the sentence that holds most of the deciding words', () => {
	const place = ANSWER.indexOf('owner');

	expect(wordingChoices(ANSWER, [[2, 8]]).likeliest).toBe(0);
	expect(wordingChoices(ANSWER, [[place, place + 5]]).likeliest).toBe(1);
	expect(wordingChoices(ANSWER, []).likeliest).toBe(0);
	expect(wordingChoices('…', [])).toEqual({ choices: [], likeliest: 0 });
});

test('keeps words of the answer only, at most as long as the API takes', () => {
	const long = `${'word '.repeat(200)}end.`;
	const [choice = ''] = wordingChoices(long, []).choices;

	expect(choice.length).toBeLessThanOrEqual(500);
	expect(long).toContain(choice);
});
