import { m } from '$lib/paraglide/messages';
import type { History } from '$lib/state/history.svelte';

/** A mock interview asks on several topics and belongs to none. */
export const MIXED = 'mixed';

/** A topic's title; its name where it is not on this device any more. */
export function topicTitle(history: History, topic: string): string {
	return history.titleOf(topic) ?? (topic === MIXED ? m.history_mixed() : topic);
}
