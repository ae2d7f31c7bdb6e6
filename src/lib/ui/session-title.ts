import type { SessionType } from '$lib/domain/types';
import { m } from '$lib/paraglide/messages';
import { sessionTypeName } from './session-type-name';
import { topicTitle, type Titles } from './topic-title';

/** Topics that a title names; of more it says how many. */
const MOST_NAMED = 2;

interface Named {
	readonly session_type: SessionType;
	readonly asked_topics: readonly string[];
}

/** Some topics in words: "Python", "Python and Databases", "Python, Databases and 2 more". */
export function topicsText(titles: Titles, topics: readonly string[]): string {
	const [first = '', second = '', ...others] = topics.map((topic) => topicTitle(titles, topic));
	if (topics.length < MOST_NAMED) return first;
	return others.length === 0
		? m.topics_two({ first, second })
		: m.topics_more({ first, second, count: others.length });
}

/** What a session is called: its topics, and that it is a mock interview. */
export function sessionTitle(titles: Titles, { session_type, asked_topics }: Named): string {
	const topics = topicsText(titles, asked_topics);
	return session_type === 'mock' ? m.session_title_mock({ topics }) : topics;
}

/** The type of a session, to be said beside its title; null where the title says it already. */
export function typeBesideTitle(type: SessionType): string | null {
	return type === 'mock' ? null : sessionTypeName(type);
}
