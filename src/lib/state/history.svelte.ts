import type { HistorySession } from '$lib/contract/sessions';
import type { TopicItem } from '$lib/contract/topics';
import type { SessionType } from '$lib/domain/types';
import { failureOf, type Failure } from './failure';
import type { Grader } from './grader.svelte';
import type { Surroundings } from './surroundings';

export interface HistoryFilter {
	/** Null for all of them. */
	readonly type: SessionType | null;
	readonly topic: string | null;
}

const PAGE = 20;
const LARGEST_PAGE = 100;

/** All sessions, newest first, as far as they were asked for. */
export class History {
	readonly #surroundings: Surroundings;
	/** An answer that waited may get its grade while this is on the screen. */
	readonly #grader: Grader;
	#filter = $state.raw<HistoryFilter>({ type: null, topic: null });
	#sessions = $state.raw<readonly HistorySession[] | null>(null);
	#next = $state.raw<number | null>(null);
	#topics = $state.raw<readonly TopicItem[]>([]);
	#isLoading = $state.raw(false);
	#failure = $state.raw<Failure | null>(null);
	/** Which reading is the present one: a late reply to an older question is dropped. */
	#reading = 0;

	constructor(surroundings: Surroundings, grader: Grader) {
		this.#surroundings = surroundings;
		this.#grader = grader;
	}

	get filter(): HistoryFilter {
		return this.#filter;
	}

	/** Null while the first page is being read. */
	get sessions(): readonly HistorySession[] | null {
		return this.#sessions;
	}

	/** Topics that can be practised, for the filter and for their titles. */
	get topics(): readonly TopicItem[] {
		return this.#topics;
	}

	get hasMore(): boolean {
		return this.#next !== null;
	}

	get isLoading(): boolean {
		return this.#isLoading;
	}

	get failure(): Failure | null {
		return this.#failure;
	}

	/** The title of a topic; undefined for one that is not on this device. */
	titleOf(topic: string): string | undefined {
		return this.#topics.find((item) => item.topic === topic)?.title;
	}

	/** Shows the sessions that pass the filter; returns a function that leaves them. */
	open(filter: HistoryFilter): () => void {
		this.#filter = filter;
		this.#sessions = null;
		const end = this.#grader.keepFresh(() => void this.refresh());
		return () => {
			this.#reading++;
			end();
		};
	}

	/** Reads again what is on the screen, as many sessions as there are. */
	refresh(): Promise<void> {
		return this.#load([], Math.max(PAGE, this.#sessions?.length ?? 0));
	}

	/** Adds the next page. */
	more(): Promise<void> {
		const shown = this.#sessions ?? [];
		return this.#load(shown, shown.length + PAGE);
	}

	/** Reads the topics; a screen that shows or offers them asks once. */
	async loadTopics(): Promise<void> {
		const result = await this.#surroundings().connections.api.call('GET /api/topics');
		// Without them the list still shows each topic by its name.
		if (result.ok) this.#topics = result.body.topics;
	}

	async #load(kept: readonly HistorySession[], wanted: number): Promise<void> {
		const reading = ++this.#reading;
		this.#isLoading = true;
		let sessions = kept;
		let next = kept.length === 0 ? null : this.#next;
		do {
			const result = await this.#read(Math.min(LARGEST_PAGE, wanted - sessions.length), next);
			if (reading !== this.#reading) return;
			if (!result.ok) {
				this.#failure = failureOf(result);
				this.#isLoading = false;
				return;
			}
			sessions = [...sessions, ...result.body.sessions];
			next = result.body.next;
		} while (next !== null && sessions.length < wanted);
		this.#sessions = sessions;
		this.#next = next;
		this.#failure = null;
		this.#isLoading = false;
	}

	#read(limit: number, before: number | null) {
		const { type, topic } = this.#filter;
		return this.#surroundings().connections.api.call('GET /api/history', {
			query: {
				limit,
				...(type === null ? {} : { type }),
				...(topic === null ? {} : { topic }),
				...(before === null ? {} : { before })
			}
		});
	}
}
