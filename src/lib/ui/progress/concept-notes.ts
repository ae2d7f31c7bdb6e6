import type { TopicMastery } from '$lib/contract/mastery';
import { hasFewAnswers } from '$lib/domain/mastery/bands';
import { STAGNATES_FROM } from '$lib/domain/mastery/concepts';
import { m } from '$lib/paraglide/messages';
import { dueText } from '../reviews/due-text';

type ConceptMastery = TopicMastery['concept_masteries'][string];

/** What is to be said of a concept beside its mastery: answers, stagnation, when it is due. */
export function conceptNotes(
	{ attempts, stagnation_count, due_at }: ConceptMastery,
	now: Date
): string[] {
	return [
		hasFewAnswers(attempts)
			? m.concept_answers_few({ count: attempts })
			: m.concept_answers({ count: attempts }),
		...(stagnation_count >= STAGNATES_FROM
			? [m.concept_stagnates({ count: stagnation_count })]
			: []),
		...(due_at === undefined ? [] : [m.concept_review({ when: dueText(due_at, now) })])
	];
}
