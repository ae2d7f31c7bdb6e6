import type { TopicMastery } from '$lib/contract/mastery';
import type { RouteBodyInput } from '$lib/contract/routes';
import type { HistorySession } from '$lib/contract/sessions';
import type { TopicItem } from '$lib/contract/topics';
import type { Grader } from './grader.svelte';
import { failureOf, type Failure } from './failure';
import type { Surroundings } from './surroundings';

/** A topic with what is known of the learner in it; mastery is null before its first answer. */
export interface TopicView extends TopicItem {
	readonly mastery: TopicMastery | null;
}

/** The topics, the mastery in each, and the recent sessions: what first page and progress show. */
export class Overview {
	readonly #surroundings: Surroundings;
	/** An answer that waited may get its grade while this is on the screen. */
	readonly #grader: Grader;
	#isLoading = $state.raw(false);
	#topics = $state.raw<readonly TopicView[] | null>(null);
	#sessions = $state.raw<readonly HistorySession[]>([]);
	#failure = $state.raw<Failure | null>(null);
	#allUnfinished = $derived(this.#sessions.filter((session) => session.completed_at === null));

	constructor(surroundings: Surroundings, grader: Grader) {
		this.#surroundings = surroundings;
		this.#grader = grader;
	}

	/** Null while they are being read. */
	get topics(): readonly TopicView[] | null {
		return this.#topics;
	}

	/** The last 20, newest first. */
	get sessions(): readonly HistorySession[] {
		return this.#sessions;
	}

	/** The latest session that was not brought to its end. */
	get unfinished(): HistorySession | null {
		return this.#allUnfinished[0] ?? null;
	}

	/** How many of the last 20 were not brought to their end either. */
	get otherUnfinished(): number {
		return Math.max(0, this.#allUnfinished.length - 1);
	}

	get failure(): Failure | null {
		return this.#failure;
	}

	/** Being read, for the first time or again. */
	get isLoading(): boolean {
		return this.#isLoading;
	}

	titleOf(topic: string): string {
		return this.#topics?.find((view) => view.topic === topic)?.title ?? topic;
	}

	conceptOf(topic: string, concept: string): string {
		const concepts = this.#topics?.find((view) => view.topic === topic)?.concepts ?? [];
		return concepts.find(({ id }) => id === concept)?.title ?? concept;
	}

	open(): () => void {
		return this.#grader.keepFresh(() => void this.load());
	}

	/** Reads everything anew; also the way out of a failure. */
	async load(): Promise<void> {
		this.#isLoading = true;
		await this.#read();
		this.#isLoading = false;
	}

	/** Begins a session; its number, or null where that failed (see `failure`). */
	start(topic: string): Promise<number | null> {
		return this.#begin({ session_type: 'technical', topic });
	}

	/**
	 * Begins a session on what is due in these topics; its number, or null where that failed (see
	 * `failure`).
	 */
	startDue(topics: readonly string[]): Promise<number | null> {
		return this.#begin({ session_type: 'technical', topics: [...topics], focus: 'due' });
	}

	async #begin(body: RouteBodyInput<'POST /api/sessions'>): Promise<number | null> {
		const { api } = this.#surroundings().connections;
		const result = await api.call('POST /api/sessions', { body });
		if (result.ok) return result.body.session.id;
		this.#failure = failureOf(result);
		return null;
	}

	async #read(): Promise<void> {
		const { api } = this.#surroundings().connections;
		const topics = await api.call('GET /api/topics');
		if (!topics.ok) {
			this.#failure = failureOf(topics);
			return;
		}
		const [sessions, ...masteries] = await Promise.all([
			api.call('GET /api/history'),
			...topics.body.topics.map(({ topic }) =>
				api.call('GET /api/adaptive/mastery/:topic', { params: { topic } })
			)
		]);
		this.#failure = null;
		this.#topics = topics.body.topics.map((topic, index) => {
			const mastery = masteries[index];
			return {
				...topic,
				mastery: mastery?.ok === true && mastery.body.exists ? mastery.body.mastery : null
			};
		});
		if (sessions.ok) this.#sessions = sessions.body.sessions;
	}
}
