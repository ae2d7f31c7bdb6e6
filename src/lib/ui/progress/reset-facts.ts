import { twoDecimals } from '$lib/domain/rounding';
import type { TopicMastery } from '$lib/contract/mastery';
import { m } from '$lib/paraglide/messages';
import type { TopicView } from '$lib/state/overview.svelte';
import { levelName } from '../level-name';

/** The level at which practice of a topic starts, and starts again. */
const START_LEVEL = 'medium';

export interface Practised {
	readonly topic: TopicView;
	readonly mastery: TopicMastery;
}

/** What a reset takes, with its figures: all there is to lose in the topics given. */
export function whatGoes(practised: readonly Practised[]): string[] {
	const [only, ...others] = practised;
	if (only === undefined) return [];
	if (others.length === 0) return ofOneTopic(only.mastery);
	return [...practised.map(ofTopic), m.reset_goes_all(), m.reset_goes_reviews()];
}

/** What a reset leaves alone. */
export function whatStays(
	practised: readonly Practised[],
	sessions: number,
	hasOtherTopics: boolean
): string[] {
	return [
		...(practised.every(({ mastery }) => mastery.current_difficulty === START_LEVEL)
			? [m.reset_stays_level({ level: levelName(START_LEVEL) })]
			: []),
		m.reset_stays_sessions({ count: sessions }),
		m.reset_stays_answers(),
		...(hasOtherTopics ? [m.reset_stays_topics()] : []),
		m.reset_stays_rest()
	];
}

function ofTopic({ topic, mastery }: Practised): string {
	const figures = { topic: topic.title, mastery: twoDecimals(mastery.mastery_level) };
	return mastery.current_difficulty === START_LEVEL
		? m.reset_goes_topic_mastery(figures)
		: m.reset_goes_topic({ ...figures, level: levelName(mastery.current_difficulty) });
}

function ofOneTopic(mastery: TopicMastery): string[] {
	const { consecutive_good: good, consecutive_poor: poor, current_difficulty: level } = mastery;
	return [
		m.reset_goes_mastery({
			mastery: twoDecimals(mastery.mastery_level),
			count: mastery.questions_attempted
		}),
		m.reset_goes_concepts({
			count: Object.keys(mastery.concept_masteries).length,
			weak: mastery.weak_concepts.length,
			strong: mastery.strong_concepts.length
		}),
		...(level === START_LEVEL
			? []
			: [m.reset_goes_level({ level: levelName(level), start: levelName(START_LEVEL) })]),
		...(mastery.level_locked ? [m.reset_goes_hold()] : []),
		...(good > 0 ? [m.reset_goes_good({ count: good })] : []),
		...(poor > 0 ? [m.reset_goes_poor({ count: poor })] : []),
		m.reset_goes_reviews()
	];
}
