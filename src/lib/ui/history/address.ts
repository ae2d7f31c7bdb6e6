import { SESSION_TYPES, type SessionType } from '$lib/domain/types';

export const HISTORY_VIEWS = ['sessions', 'answers', 'marks'] as const;
export type HistoryView = (typeof HISTORY_VIEWS)[number];

/** What the history page shows, as its address says it, so that reloading and going back keep it. */
export interface HistoryAddress {
	readonly view: HistoryView;
	/** Null for all of them. */
	readonly type: SessionType | null;
	readonly topic: string | null;
	/** Words searched for. */
	readonly words: string;
}

/** Reads an address; what it cannot mean counts as left out. */
export function readAddress(params: URLSearchParams): HistoryAddress {
	const view = params.get('view');
	const type = params.get('type');
	const topic = params.get('topic');
	return {
		view: HISTORY_VIEWS.find((known) => known === view) ?? 'sessions',
		type: SESSION_TYPES.find((known) => known === type) ?? null,
		topic: topic === '' ? null : topic,
		words: params.get('q') ?? ''
	};
}

/** @returns the query with its question mark; empty where nothing is chosen */
export function queryOf({ view, type, topic, words }: HistoryAddress): string {
	const params = new URLSearchParams();
	if (view !== 'sessions') params.set('view', view);
	if (type !== null) params.set('type', type);
	if (topic !== null) params.set('topic', topic);
	if (words !== '') params.set('q', words);
	return params.size === 0 ? '' : `?${params.toString()}`;
}
