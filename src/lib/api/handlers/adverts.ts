import { MAX_ADVERT_CODE_POINTS } from '$lib/contract/adverts';
import { readAdvert as readText } from '$lib/domain/adverts/read-advert';
import { weighAdvert, type TopicStanding } from '$lib/domain/adverts/weigh-advert';
import { codePoints, gradable } from '$lib/domain/grading/gradable';
import { conceptMastery } from '$lib/domain/mastery/concepts';
import { masteryLevel } from '$lib/domain/mastery/figures';
import type { MasteryState } from '$lib/domain/mastery/types';
import type { Span } from '$lib/domain/types';
import type { PackIndexEntry } from '$lib/packs/load-packs';
import { readAllMastery } from '$lib/store/actions/mastery';
import { ApiError, invalidField } from '../api-error';
import type { Handler } from '../context';
import { ratio3 } from '../present';

const MOST_PLACES = 20;

/** What a job advert asks for, held against the mastery of this profile. Stores nothing. */
export const readAdvert: Handler<'POST /api/adverts'> = async (
	{ body, profile },
	{ store, packs }
) => {
	const text = checked(body.text);
	const entries = packs.topics();
	const states = await store.read(['mastery'], (tx) => readAllMastery(tx, profile.id));
	const masteries = new Map(states.map((state) => [state.topic, state]));
	const { topics, not_covered } = readText(text, entries);
	const asked = weighAdvert(
		topics,
		entries.map((entry) => standingOf(entry, masteries.get(entry.topic)))
	);
	return {
		status: 200,
		body: {
			topics: asked.map((topic) => ({
				...topic,
				asked: topic.asked.slice(0, MOST_PLACES).map(presentMention),
				mastery: topic.mastery === null ? null : ratio3(topic.mastery),
				weak_concepts: [...topic.weak_concepts],
				never_practised: [...topic.never_practised]
			})),
			not_covered: not_covered.map(presentMention)
		}
	};
};

/** @throws ApiError 413 for a text that is too long, 422 for one without words */
function checked(text: string): string {
	if (codePoints(text) > MAX_ADVERT_CODE_POINTS)
		throw new ApiError(413, 'An advert may have up to 20,000 characters; paste less of it.', {
			errors: [{ field: 'text', message: 'at most 20,000 characters' }]
		});
	if (gradable(text).kind === 'blank')
		throw invalidField('text', 'there are no words in it; paste the advert');
	return text;
}

function standingOf(
	{ topic, title, concepts }: PackIndexEntry,
	state: MasteryState | undefined
): TopicStanding {
	const answers = state?.questions_attempted ?? 0;
	const known = new Map(Object.entries(state?.concepts ?? {}));
	return {
		topic,
		title,
		mastery: state === undefined || answers === 0 ? null : masteryLevel(state),
		answers,
		concepts: concepts.map((concept) => {
			const own = known.get(concept.id);
			return { ...concept, mastery: own === undefined ? null : conceptMastery(own) };
		})
	};
}

function presentMention({ phrase, span }: { readonly phrase: string; readonly span: Span }) {
	const place: [number, number] = [span[0], span[1]];
	return { phrase, span: place };
}
