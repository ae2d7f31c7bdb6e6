import type { TopicMastery } from '$lib/contract/mastery';
import { m } from '$lib/paraglide/messages';
import type { TopicView } from '$lib/state/overview.svelte';
import { levelName } from '../level-name';

export interface Practised {
	readonly topic: TopicView;
	readonly mastery: TopicMastery;
}

/** What a reset takes, with its figures: all there is to lose in the topics given. */
export function whatGoes(practised: readonly Practised[]): string[] {
	const [only, ...others] = practised;
	if (only === undefined) return [];
	if (others.length === 0) return ofOneTopic(only.mastery);
	return [
		...practised.map(({ topic, mastery }) =>
			m.reset_goes_topic({
				topic: topic.title,
				mastery: mastery.mastery_level.toFixed(2),
				level: levelName(mastery.current_difficulty)
			})
		),
		m.reset_goes_all(),
		m.reset_goes_reviews()
	];
}

/** What a reset leaves alone. */
export function whatStays(sessions: number, hasOtherTopics: boolean): string[] {
	return [
		m.reset_stays_sessions({ count: sessions }),
		m.reset_stays_answers(),
		...(hasOtherTopics ? [m.reset_stays_topics()] : []),
		m.reset_stays_rest()
	];
}

function ofOneTopic(mastery: TopicMastery): string[] {
	const { consecutive_good: good, consecutive_poor: poor } = mastery;
	return [
		m.reset_goes_mastery({
			mastery: mastery.mastery_level.toFixed(2),
			count: mastery.questions_attempted
		}),
		m.reset_goes_concepts({
			count: Object.keys(mastery.concept_masteries).length,
			weak: mastery.weak_concepts.length,
			strong: mastery.strong_concepts.length
		}),
		m.reset_goes_level({
			level: levelName(mastery.current_difficulty),
			start: levelName('medium')
		}),
		...(good > 0 ? [m.reset_goes_good({ count: good })] : []),
		...(poor > 0 ? [m.reset_goes_poor({ count: poor })] : []),
		m.reset_goes_reviews()
	];
}
