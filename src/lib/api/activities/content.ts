import type { Embedder } from '$lib/embedder/embedder';
import { buildContrast, type Contrast } from '$lib/domain/activities/contrast';
import { buildGapFill, type GapFill } from '$lib/domain/activities/gap-fill';
import { conceptText, nearestConcept } from '$lib/domain/activities/neighbours';
import { createRandom } from '$lib/domain/random';
import type { Question } from '$lib/domain/types';
import type { LoadedPack } from '$lib/packs/load-packs';
import type { SlotActivity } from '$lib/store/records';
import { ApiError } from '../api-error';
import { conceptTitleIn } from '../packs';

/** A contrast, or why there is none now. */
export type ContrastOrNot =
	| { readonly kind: 'contrast'; readonly contrast: Contrast }
	/** The model is on its way. */
	| { readonly kind: 'not_ready'; readonly retry_after_seconds: number }
	/** There will be none: plain words that say why. */
	| { readonly kind: 'none'; readonly why: string };

/**
 * The gap-fill of a slot: the same each time, from the slot's own seed.
 *
 * @throws ApiError 409 when the question has changed so that it has no room for gaps
 */
export function gapFillOf(question: Question, activity: SlotActivity): GapFill {
	const made = buildGapFill(question, activity.concept, createRandom(activity.seed));
	if (made !== null) return made;
	throw new ApiError(409, 'This question was changed and has no gap-fill any more; decline it.');
}

/**
 * The contrast of a slot: its concept against its nearest neighbour in the topic, found by the
 * cosines of what the questions say of each.
 */
export async function contrastOf(
	embedder: Embedder,
	pack: LoadedPack,
	question: Question,
	activity: SlotActivity
): Promise<ContrastOrNot> {
	const { concept } = activity;
	const others = [...pack.conceptTitles.keys()].filter(
		(other) => other !== concept && questionsWith(pack, other).length > 0
	);
	if (others.length === 0)
		return { kind: 'none', why: 'This topic has no second concept to compare it with.' };

	const measured = await embedder.measure(
		{
			prompt: '',
			expected: others.map((other) => textOf(pack, other)),
			points: [],
			keywords: [],
			misconceptions: []
		},
		textOf(pack, concept)
	);
	switch (measured.kind) {
		case 'not_ready':
			return measured;
		case 'unavailable':
			return {
				kind: 'none',
				why: 'Comparing two concepts needs the grading model, which this device does not have now.'
			};
		case 'evidence':
			break;
	}
	const nearest = nearestConcept(
		concept,
		others.map((other, index) => ({
			concept: other,
			cosine: measured.evidence.expected[index]?.cosine ?? 0
		}))
	);
	const contrast =
		nearest === null
			? null
			: buildContrast(
					side(pack, concept, [question, ...questionsWith(pack, concept)]),
					side(pack, nearest, questionsWith(pack, nearest))
				);
	return contrast === null
		? { kind: 'none', why: 'The questions say too little of this concept to compare it.' }
		: { kind: 'contrast', contrast };
}

function side(pack: LoadedPack, concept: string, questions: readonly Question[]) {
	return { concept, title: conceptTitleIn(pack, concept), questions: [...new Set(questions)] };
}

function questionsWith(pack: LoadedPack, concept: string): Question[] {
	return pack.questions.filter((question) =>
		question.points.some((point) => point.concept === concept)
	);
}

function textOf(pack: LoadedPack, concept: string): string {
	return conceptText(conceptTitleIn(pack, concept), concept, questionsWith(pack, concept));
}
