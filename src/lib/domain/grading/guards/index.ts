import { rememberedOf } from '../../remembered';
import type { Rubric } from '../../types';
import type { Evidence, GradeFlag } from '../types';
import { copied } from './copied';
import { graderInstructions } from './grader-instructions';
import type { Guard } from './guard';
import { ignoredParts, withoutIgnored } from './ignored-parts';
import { keywordList } from './keyword-list';
import { leansWrong } from './leans-wrong';
import { nothingSaid } from './nothing-said';
import { offTopic } from './off-topic';
import { foreignLanguage, otherLanguage } from './other-language';
import { padded, repeated } from './padding';
import { questionRestated } from './question-restated';
import { randomWords } from './random-words';
import { readText } from './reading';

export { withoutIgnored } from './ignored-parts';

const GUARDS: readonly Guard[] = [
	graderInstructions,
	nothingSaid,
	randomWords,
	questionRestated,
	offTopic,
	keywordList,
	copied,
	leansWrong,
	otherLanguage,
	repeated,
	padded
];

/**
 * Everything that a guard has against an answer, lowest cap first, those that only warn last.
 * Takes time proportional to the answer's length.
 *
 * @param evidence null where the device cannot run the model: what needs it is not looked for
 * @param shownTexts model answers that the person had seen before answering
 */
export function findFlags(
	rubric: Rubric,
	typed: string,
	evidence: Evidence | null,
	shownTexts: readonly string[] = []
): GradeFlag[] {
	const ignored = ignoredParts(typed);
	const { prompt, expected } = readRubric(rubric);
	const answer = readText(withoutIgnored(typed, ignored));
	const input = {
		rubric,
		prompt,
		expected,
		answer,
		foreign: foreignLanguage(answer, prompt),
		ignored,
		typed,
		evidence,
		shown_texts: shownTexts
	};
	return GUARDS.map((guard) => guard(input))
		.filter((flag) => flag !== null)
		.sort((a, b) => (a.cap ?? 1) - (b.cap ?? 1));
}

const readRubric = rememberedOf(({ prompt, expected }: Rubric) => ({
	prompt: readText(prompt),
	expected: expected.map(readText)
}));
