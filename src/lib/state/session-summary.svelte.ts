import type { SessionDetail } from '$lib/contract/sessions';
import type { Grader } from './grader.svelte';
import { failureOf, type Failure } from './failure';
import { onElsewhereChanged, type Surroundings } from './surroundings';

/** A session with all its answers, as its page shows it. */
export class SessionSummary {
	readonly #surroundings: Surroundings;
	/** An answer that waited may get its grade while this is on the screen. */
	readonly #grader: Grader;
	#detail = $state.raw<SessionDetail | null>(null);
	#failure = $state.raw<Failure | null>(null);

	constructor(surroundings: Surroundings, grader: Grader) {
		this.#surroundings = surroundings;
		this.#grader = grader;
	}

	get detail(): SessionDetail | null {
		return this.#detail;
	}

	get failure(): Failure | null {
		return this.#failure;
	}

	open(sessionId: string): () => void {
		this.#detail = null;
		this.#failure = null;
		let isOpen = true;
		const load = () => void this.#load(sessionId, () => isOpen);
		load();
		const ends = [onElsewhereChanged(this.#surroundings, load), this.#grader.onGraded(load)];
		return () => {
			isOpen = false;
			for (const end of ends) end();
		};
	}

	async #load(id: string, isOpen: () => boolean): Promise<void> {
		const result = await this.#surroundings().connections.api.call('GET /api/sessions/:id', {
			params: { id }
		});
		if (!isOpen()) return;
		if (result.ok) {
			this.#detail = result.body;
			this.#failure = null;
		} else if (this.#detail === null) {
			// Something older on the screen is worth more than a failure to read it again.
			this.#failure = failureOf(result);
		}
	}
}
