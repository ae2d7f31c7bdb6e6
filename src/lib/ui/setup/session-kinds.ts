import type { SessionWish } from '$lib/state/session-setup.svelte';

/** The kinds of sessions that can be set up, in the order they are offered. */
export const SESSION_KINDS = ['technical', 'mock', 'minutes', 'missed'] as const;
export type SessionKind = (typeof SESSION_KINDS)[number];

/** What somebody chose; `minutes` is used where the kind has a time, `count` where it has not. */
export interface Chosen {
	readonly kind: SessionKind;
	readonly topics: readonly string[];
	readonly count: number;
	readonly minutes: number;
}

export function isSessionKind(text: string | null): text is SessionKind {
	return SESSION_KINDS.some((kind) => kind === text);
}

/** Several topics at once are for mock interviews and for what was missed. */
export function takesSeveralTopics(kind: SessionKind): boolean {
	return kind === 'mock' || kind === 'missed';
}

/** The request that begins such a session. */
export function wishOf({ kind, topics, count, minutes }: Chosen): SessionWish {
	const several = { topics: [...topics] };
	const one = { topic: topics[0] ?? '' };
	switch (kind) {
		case 'technical':
			return { session_type: 'technical', ...one, question_count: count };
		case 'mock':
			return {
				session_type: 'mock',
				...several,
				question_count: count,
				time_limit: 60 * minutes
			};
		case 'minutes':
			return { session_type: 'technical', ...one, time_limit: 60 * minutes };
		case 'missed':
			return { session_type: 'technical', ...several, question_count: count, focus: 'missed' };
	}
}
