import { beforeAll, expect, test } from 'vitest';
import { measureGuards, type GuardFigures } from '../../../../bench/guards';
import { createNodeEmbedder } from '../../../../support/node-embedder';
import { describeWithModel } from '../../../../support/real-model';

describeWithModel('guards with the real model', () => {
	let figures: Awaited<ReturnType<typeof measureGuards>>;
	const trick = (name: string): GuardFigures | undefined => figures.tricks[name];

	beforeAll(async () => {
		figures = await measureGuards(await createNodeEmbedder());
		console.log(JSON.stringify(figures));
	}, 600_000);

	test.each([
		'random_everyday_words',
		'random_everyday_list',
		'random_words_of_the_packs',
		'random_terms_of_the_packs',
		'random_words_as_sentences',
		'random_letters',
		'set_nothing-said',
		'set_grader-instructions'
	])('%s: at most .15 in 95 of 100 cases, with and without points', (name) => {
		expect(trick(name)?.nothing).toBeGreaterThanOrEqual(0.95);
		expect(trick(`${name}_free`)?.nothing).toBeGreaterThanOrEqual(0.95);
	});

	test.each([
		['question_restated', 0.2],
		['set_question-restated', 0.2],
		['keyword_list', 0.35],
		['set_keyword-list', 0.35],
		['copied_after_shown', 0.35]
	])('%s: %d on average, with points', (name, most) => {
		expect(trick(name)?.mean).toBeLessThanOrEqual(most);
	});

	test('at most one honest answer in a hundred is lowered', () => {
		for (const [name, { lowered }] of Object.entries(figures.honest))
			// The lean lowers two of the 60 paraphrases, one of them by more than .05.
			expect(lowered, name).toBeLessThanOrEqual(
				/^paraphrases(?!.*_free)/u.test(name) ? 0.034 : 0.01
			);
	});

	test('padding gains nothing on average', () => {
		expect(figures.padding.mean_gain).toBeLessThanOrEqual(0.01);
	});

	test.each(['one_line', 'typographic', 'capitals', 'list', 'numbered', 'bare_items'])(
		'%s: the score stays within .05 on average by far',
		(form) => {
			expect(figures.forms[form]?.mean).toBeLessThanOrEqual(0.02);
		}
	);
});
