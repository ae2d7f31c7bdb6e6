import { twoDecimals } from '$lib/domain/rounding';
import type { ContrastActivity, GapFillActivity } from '$lib/contract/activities';
import type { ActivityOffer, PractisedActivity } from '$lib/contract/activity-offer';
import type { Contrast } from '$lib/domain/activities/contrast';
import type { GapFill } from '$lib/domain/activities/gap-fill';
import type { Question } from '$lib/domain/types';
import type { EventRecord } from '$lib/store/event-records';
import type { SlotActivity } from '$lib/store/records';
import type { QuestionPool } from '../packs';
import { ratio3, utc } from '../present';

/** The title of a concept. */
type TitleOf = (concept: string) => string;

/** What a slot offers instead of its question; null where nothing is offered (any more). */
export function presentOffer(
	activity: SlotActivity | undefined,
	titleOf: TitleOf
): ActivityOffer | null {
	return activity?.state === 'offered' ? describe(activity, titleOf) : null;
}

/** @param note set where the gap-fill stands in for a contrast: why */
export function presentGapFill(
	{ parts, key }: GapFill,
	activity: SlotActivity,
	question: Question,
	titleOf: TitleOf,
	note: string | null
): GapFillActivity {
	return {
		...describe({ ...activity, kind: 'gap_fill' }, titleOf),
		kind: 'gap_fill',
		question_id: question.id,
		note,
		explanation: question.explanation,
		parts: [...parts],
		gaps: key.length
	};
}

export function presentContrast(
	{ prompt, sides }: Contrast,
	activity: SlotActivity,
	question: Question,
	titleOf: TitleOf
): ContrastActivity {
	return {
		...describe(activity, titleOf),
		kind: 'contrast',
		question_id: question.id,
		note: null,
		prompt,
		sides: sides.map((side) => ({ ...side, hints: [...side.hints] }))
	};
}

/** The activities done in a session, in order. */
export function presentPractised(
	events: readonly EventRecord[],
	pool: QuestionPool
): PractisedActivity[] {
	return events.flatMap((event) =>
		event.kind === 'activity_done'
			? [
					{
						kind: event.activity,
						question_id: event.question_id,
						prompt: pool.find(event.question_id)?.prompt ?? null,
						concept_title: pool.conceptTitle(event.topic, event.concept),
						score: ratio3(event.score),
						at: utc(event.at_ms)
					}
				]
			: []
	);
}

function describe(
	{ kind, concept, stagnation_count, mastery }: SlotActivity,
	titleOf: TitleOf
): ActivityOffer {
	const title = titleOf(concept);
	const instead = {
		gap_fill: 'fill the gaps in the model answer',
		contrast: 'tell it apart from what it is easily confused with'
	}[kind];
	return {
		kind,
		concept,
		concept_title: title,
		reason: `“${title}” has not risen in ${String(stagnation_count)} answers (${twoDecimals(mastery)}). Instead of the same again: ${instead}.`
	};
}
