import type { ReviewsResponse } from '$lib/contract/reviews';
import { failureOf, type Failure } from './failure';
import type { Grader } from './grader.svelte';
import type { Surroundings } from './surroundings';

/** What is due for review, and what comes due next. */
export class Reviews {
	readonly #surroundings: Surroundings;
	/** An answer that waited may get its grade while this is on the screen. */
	readonly #grader: Grader;
	#due = $state.raw<ReviewsResponse | null>(null);
	#failure = $state.raw<Failure | null>(null);

	constructor(surroundings: Surroundings, grader: Grader) {
		this.#surroundings = surroundings;
		this.#grader = grader;
	}

	/** Null while it is being read. */
	get due(): ReviewsResponse | null {
		return this.#due;
	}

	get failure(): Failure | null {
		return this.#failure;
	}

	/** Reads it now, and again whenever answers change or the person comes back on another day. */
	open(): () => void {
		this.#failure = null;
		return this.#grader.keepFresh(() => void this.load());
	}

	/** Reads it anew; what was read before stays where that fails. */
	async load(): Promise<void> {
		const result = await this.#surroundings().connections.api.call('GET /api/reviews');
		if (result.ok) this.#due = result.body;
		this.#failure = result.ok ? null : failureOf(result);
	}
}
