import type { TopicMastery } from '$lib/contract/mastery';
import { failureOf, type Failure } from './failure';
import type { Surroundings } from './surroundings';

/** Holding the level of a topic where it is. */
export class Levels {
	readonly #surroundings: Surroundings;
	#changed = $state.raw<TopicMastery | null>(null);
	#isBusy = $state.raw(false);
	#failure = $state.raw<Failure | null>(null);

	constructor(surroundings: Surroundings) {
		this.#surroundings = surroundings;
	}

	get isBusy(): boolean {
		return this.#isBusy;
	}

	get failure(): Failure | null {
		return this.#failure;
	}

	/** A topic's mastery with the lock as it was set last, for whoever read it before that. */
	latest(read: TopicMastery): TopicMastery {
		const changed = this.#changed;
		return changed?.topic === read.topic && changed.questions_attempted === read.questions_attempted
			? { ...read, level_locked: changed.level_locked }
			: read;
	}

	async lock(topic: string, locked: boolean): Promise<void> {
		this.#isBusy = true;
		const result = await this.#surroundings().connections.api.call(
			'PUT /api/adaptive/level/:topic',
			{ params: { topic }, body: { locked } }
		);
		this.#isBusy = false;
		this.#failure = result.ok ? null : failureOf(result);
		if (result.ok) this.#changed = result.body.mastery;
	}
}
