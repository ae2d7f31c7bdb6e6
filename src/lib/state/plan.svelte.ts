import type { ActionPlan, ListedPlan, SavedPlan } from '$lib/contract/plans';
import type { SessionType } from '$lib/domain/types';
import type { TopicItem } from '$lib/contract/topics';
import { failureOf, type Failure } from './failure';
import type { Grader } from './grader.svelte';
import type { Surroundings } from './surroundings';

/** What to practise next, the plans that were saved, and what came of them. */
export class Plan {
	readonly #surroundings: Surroundings;
	/** An answer that waited may get its grade while this is on the screen. */
	readonly #grader: Grader;
	#current = $state.raw<ActionPlan | null>(null);
	#saved = $state.raw<readonly SavedPlan[]>([]);
	#topics = $state.raw<readonly TopicItem[]>([]);
	#isPractised = $state.raw(false);
	#isBusy = $state.raw(false);
	#failure = $state.raw<Failure | null>(null);

	constructor(surroundings: Surroundings, grader: Grader) {
		this.#surroundings = surroundings;
		this.#grader = grader;
	}

	/** Null while it is being read. */
	get current(): ActionPlan | null {
		return this.#current;
	}

	/** Newest first. */
	get saved(): readonly SavedPlan[] {
		return this.#saved;
	}

	/** False as long as there is no answer to plan from. */
	get isPractised(): boolean {
		return this.#isPractised;
	}

	/** Something is being started, saved or removed. */
	get isBusy(): boolean {
		return this.#isBusy;
	}

	get failure(): Failure | null {
		return this.#failure;
	}

	titleOf(topic: string): string {
		return this.#topicOf(topic)?.title ?? topic;
	}

	conceptOf(topic: string, concept: string): string {
		return this.#topicOf(topic)?.concepts.find(({ id }) => id === concept)?.title ?? concept;
	}

	/** Whether sessions on this topic can be started: its questions may be gone from the device. */
	isOffered(topic: string): boolean {
		return this.#topicOf(topic) !== undefined;
	}

	open(): () => void {
		this.#failure = null;
		return this.#grader.keepFresh(() => void this.load());
	}

	async load(): Promise<void> {
		const { api } = this.#surroundings().connections;
		const [plans, topics, progress] = await Promise.all([
			api.call('GET /api/profile/action_plans'),
			api.call('GET /api/topics'),
			api.call('GET /api/user/progress')
		]);
		if (!plans.ok) this.#failure = failureOf(plans);
		else if (!topics.ok) this.#failure = failureOf(topics);
		else if (!progress.ok) this.#failure = failureOf(progress);
		else {
			const [current, ...saved] = plans.body.action_plans;
			this.#failure = null;
			this.#topics = topics.body.topics;
			this.#isPractised = progress.body.overall.topics_count > 0;
			this.#saved = saved.filter(isSaved);
			this.#current = current ?? null;
		}
	}

	/** Begins a session; its number, or null where that failed (see `failure`). */
	async start(session_type: SessionType, topic: string): Promise<number | null> {
		const { api } = this.#surroundings().connections;
		return this.#busy(async () => {
			const result = await api.call('POST /api/sessions', { body: { session_type, topic } });
			if (result.ok) return result.body.session.id;
			this.#failure = failureOf(result);
			return null;
		});
	}

	/** Keeps the plan as it is now, to see later what came of it. */
	async save(): Promise<boolean> {
		const { api } = this.#surroundings().connections;
		return this.#busy(async () => {
			const result = await api.call('POST /api/profile/action_plans');
			if (!result.ok) {
				this.#failure = failureOf(result);
				return false;
			}
			this.#failure = null;
			this.#saved = [result.body.action_plan, ...this.#saved];
			return true;
		});
	}

	/** Removes a saved plan for good. */
	async remove(id: string): Promise<boolean> {
		const { api } = this.#surroundings().connections;
		return this.#busy(async () => {
			const result = await api.call('DELETE /api/profile/action_plans/:id', { params: { id } });
			// Removed in another tab is removed.
			if (!result.ok && result.status !== 404) {
				this.#failure = failureOf(result);
				return false;
			}
			this.#saved = this.#saved.filter((plan) => plan.id !== id);
			return true;
		});
	}

	#topicOf(topic: string): TopicItem | undefined {
		return this.#topics.find((item) => item.topic === topic);
	}

	async #busy<T>(what: () => Promise<T>): Promise<T> {
		this.#isBusy = true;
		try {
			return await what();
		} finally {
			this.#isBusy = false;
		}
	}
}

function isSaved(plan: ListedPlan): plan is SavedPlan {
	return plan.id !== undefined && plan.outcome !== undefined && plan.sessions_since !== undefined;
}
