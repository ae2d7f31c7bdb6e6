import type { SessionDetail } from '$lib/contract/sessions';
import { Corrections, type Changed } from './corrections.svelte';
import type { Grader } from './grader.svelte';
import { failureOf, type Failure } from './failure';
import type { Surroundings } from './surroundings';

/** One session with its answers, their grades and what to fix first. */
export class SessionSummary {
	readonly corrections: Corrections;
	readonly #surroundings: Surroundings;
	/** A waiting answer may get its grade while this is on the screen. */
	readonly #grader: Grader;
	#sessionId = '';
	#detail = $state.raw<SessionDetail | null>(null);
	#failure = $state.raw<Failure | null>(null);

	constructor(surroundings: Surroundings, grader: Grader) {
		this.#surroundings = surroundings;
		this.#grader = grader;
		this.corrections = new Corrections(surroundings, grader, (changed) => this.#adopt(changed));
	}

	get detail(): SessionDetail | null {
		return this.#detail;
	}

	get failure(): Failure | null {
		return this.#failure;
	}

	open(sessionId: string): () => void {
		this.#sessionId = sessionId;
		this.#detail = null;
		this.#failure = null;
		const end = this.#grader.keepFresh(() => void this.refresh());
		return () => {
			this.#sessionId = '';
			end();
		};
	}

	/** Reads the session again. */
	async refresh(): Promise<void> {
		const id = this.#sessionId;
		const result = await this.#surroundings().connections.api.call('GET /api/sessions/:id', {
			params: { id }
		});
		if (id !== this.#sessionId) return;
		if (result.ok) {
			this.#detail = result.body;
			this.#failure = null;
		} else if (this.#detail === null) {
			// Something older on the screen is worth more than a failure to read it again.
			this.#failure = failureOf(result);
		}
	}

	/** Shows a correction at once, then what it did to the session. */
	async #adopt({ answer, corrected }: Changed): Promise<void> {
		if (this.#detail !== null)
			this.#detail = {
				...this.#detail,
				answers: this.#detail.answers.map((entry) =>
					entry.answer.id === answer.id
						? {
								...entry,
								answer,
								...(corrected === null
									? {}
									: { grade: corrected.grade, overrides: corrected.overrides })
							}
						: entry
				)
			};
		await this.refresh();
	}
}
