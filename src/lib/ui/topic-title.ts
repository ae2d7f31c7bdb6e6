import { m } from '$lib/paraglide/messages';

/** Whoever knows the titles of topics. */
export interface Titles {
	titleOf(topic: string): string | null | undefined;
}

/** A session over several topics, and every mock interview, belongs to none. */
export const MIXED = 'mixed';

/** A topic's title; its name where it is not on this device any more. */
export function topicTitle(titles: Titles, topic: string): string {
	return topic === MIXED ? m.history_mixed() : (titles.titleOf(topic) ?? topic);
}
