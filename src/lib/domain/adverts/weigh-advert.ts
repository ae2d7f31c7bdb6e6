import { hasFewAnswers } from '../mastery/bands';
import { isWeak } from '../mastery/concepts';
import { counted } from '../readiness/counted';
import { isAtLeast, twoDecimals } from '../rounding';
import type { AdvertReading, Mention } from './read-advert';

/** What is known of a person in a topic; masteries 0–1, unrounded. */
export interface TopicStanding {
	readonly topic: string;
	readonly title: string;
	/** Null where there is no answer yet. */
	readonly mastery: number | null;
	readonly answers: number;
	/** Every concept of the topic; mastery null where there is no answer. */
	readonly concepts: readonly {
		readonly id: string;
		readonly title: string;
		readonly mastery: number | null;
	}[];
}

/** A topic that an advert asks for, held against what is known of the person. */
export interface AskedTopic {
	readonly topic: string;
	readonly title: string;
	readonly times: number;
	readonly asked: readonly Mention[];
	readonly mastery: number | null;
	/** Those that the advert names first, then the weakest. */
	readonly weak_concepts: readonly string[];
	readonly never_practised: readonly string[];
	readonly reason: string;
}

/** Below this mastery a topic that is asked for is a gap: solid begins here (specification). */
const GAP_BELOW = 0.7;
/** Words of the advert that a reason repeats. */
const MOST_NAMED = 3;

/** The topics an advert asks for: gaps first, then the most and the earliest asked for. */
export function weighAdvert(
	topics: AdvertReading['topics'],
	standings: readonly TopicStanding[]
): AskedTopic[] {
	const known = new Map(standings.map((standing) => [standing.topic, standing]));
	return topics
		.flatMap(({ topic, mentions }) => {
			const standing = known.get(topic);
			return standing === undefined ? [] : [askedTopic(standing, mentions)];
		})
		.sort((a, b) => {
			if (isGap(a) !== isGap(b)) return isGap(a) ? -1 : 1;
			if (a.times !== b.times) return b.times - a.times;
			return (a.asked[0]?.span[0] ?? 0) - (b.asked[0]?.span[0] ?? 0);
		});
}

function askedTopic(
	standing: TopicStanding,
	mentions: AdvertReading['topics'][number]['mentions']
): AskedTopic {
	const named = new Set(mentions.map(({ concept }) => concept));
	const namedFirst = (concepts: TopicStanding['concepts']) => [
		...concepts.filter(({ id }) => named.has(id)),
		...concepts.filter(({ id }) => !named.has(id))
	];
	const weak = standing.concepts
		.filter(({ mastery }) => mastery !== null && isWeak(mastery))
		.sort((a, b) => (a.mastery ?? 0) - (b.mastery ?? 0));
	const never = standing.concepts.filter(({ mastery }) => mastery === null);
	const { topic, title, mastery } = standing;
	return {
		topic,
		title,
		times: mentions.length,
		asked: mentions.map(({ phrase, span }) => ({ phrase, span })),
		mastery,
		weak_concepts: namedFirst(weak).map(({ id }) => id),
		never_practised: namedFirst(never).map(({ id }) => id),
		reason: `${askedFor(mentions)} ${standsAt(standing)}`
	};
}

function isGap({ mastery }: Pick<AskedTopic, 'mastery'>): boolean {
	return mastery === null || !isAtLeast(mastery, GAP_BELOW);
}

function askedFor(mentions: readonly Mention[]): string {
	const phrases = new Map(
		mentions.map(({ phrase }) => [phrase.toLowerCase(), phrase.replace(/\s+/gu, ' ')])
	);
	const first = [...phrases.values()].slice(0, MOST_NAMED);
	const more = phrases.size - first.length;
	const times = ['once', 'twice'][mentions.length - 1] ?? `${String(mentions.length)} times`;
	return `Asked for ${times} (${first.join(', ')}${more > 0 ? ` and ${String(more)} more` : ''}).`;
}

function standsAt(standing: TopicStanding): string {
	const { mastery, answers } = standing;
	if (mastery === null) return 'You have not practised it here yet: a gap.';
	const few = hasFewAnswers(answers) ? ` after only ${counted(answers, 'answer')}` : '';
	return isGap(standing)
		? `Mastery is ${twoDecimals(mastery)}${few}, below ${twoDecimals(GAP_BELOW)}: a gap.`
		: `Mastery is ${twoDecimals(mastery)}${few}: solid begins at ${twoDecimals(GAP_BELOW)}.`;
}
