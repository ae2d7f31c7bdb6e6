import type { TopicConfidence } from '$lib/contract/confidence';
import { failureOf, type Failure } from './failure';
import type { Grader } from './grader.svelte';
import type { Surroundings } from './surroundings';

/** How sure the person was and how often right, per topic. */
export class Confidence {
	readonly #surroundings: Surroundings;
	/** A rated answer that waited may get its grade while this is on the screen. */
	readonly #grader: Grader;
	#topics = $state.raw<readonly TopicConfidence[] | null>(null);
	#failure = $state.raw<Failure | null>(null);

	constructor(surroundings: Surroundings, grader: Grader) {
		this.#surroundings = surroundings;
		this.#grader = grader;
	}

	/** Topics with a rated answer; null while they are being read. */
	get topics(): readonly TopicConfidence[] | null {
		return this.#topics;
	}

	get failure(): Failure | null {
		return this.#failure;
	}

	open(): () => void {
		return this.#grader.keepFresh(() => void this.load());
	}

	async load(): Promise<void> {
		const { api } = this.#surroundings().connections;
		const result = await api.call('GET /api/profile/confidence');
		this.#failure = result.ok ? null : failureOf(result);
		if (result.ok) this.#topics = result.body.topics;
	}
}
