import type { ModelClient } from '$lib/client/api-client';
import type { FollowUp } from '$lib/contract/follow-up';
import type { GradeResponse } from '$lib/contract/grade';
import { onElsewhereChanged, type Surroundings } from './surroundings';

export type ModelState = Awaited<ReturnType<ModelClient['load']>>;

export interface GradedLater {
	readonly answer_id: string;
	readonly session_id: number;
	readonly grade: GradeResponse;
	readonly follow_up: FollowUp | null;
}

/** What the model takes on its first way to this device, roughly: its file and its runtime. */
export const MODEL_MEGABYTES = 37;
const AGAIN_AFTER_MS = 2000;
const MOST_TRIES = 15;

/** The model as the screens see it, and the answers that wait for it. */
export class Grader {
	readonly #surroundings: Surroundings;
	// eslint-disable-next-line svelte/prefer-svelte-reactivity -- nothing on a screen shows it
	readonly #listeners = new Set<(graded: readonly GradedLater[]) => void>();
	#model = $state.raw<ModelState>({ state: 'idle' });
	#mustAsk = $state.raw(false);
	#isDeclined = $state.raw(false);
	#waiting = $state.raw(0);
	#isGrading = false;

	constructor(surroundings: Surroundings) {
		this.#surroundings = surroundings;
	}

	get model(): ModelState {
		return this.#model;
	}

	/** True where loading may cost money and nobody has answered yet. */
	get mustAsk(): boolean {
		return this.#mustAsk;
	}

	/** True after "Grade later". */
	get isDeclined(): boolean {
		return this.#isDeclined;
	}

	/** Answers known to wait for the model. */
	get waiting(): number {
		return this.#waiting;
	}

	/** Follows the model's state; returns a function that ends it. */
	start(): () => void {
		return this.#surroundings().connections.model.onState((model) => {
			const wasAtEnd = isAtEnd(this.#model);
			this.#model = model;
			// Where there is no model to come, what waits is graded by keywords.
			if (!wasAtEnd && isAtEnd(model)) void this.gradeWaiting();
		});
	}

	/** A session is open: loads the model, or asks first where that may cost money. */
	async prepare(): Promise<void> {
		const { connections, page } = this.#surroundings();
		if (this.#isDeclined || isAtEnd(this.#model)) return;
		if (page.isMetered() && !(await connections.model.isStored())) {
			this.#mustAsk = true;
			return;
		}
		await connections.model.load();
	}

	/** Yes, load it. */
	async load(): Promise<void> {
		this.#mustAsk = false;
		this.#isDeclined = false;
		await this.#surroundings().connections.model.load();
	}

	/** Not now: answers are kept and graded another time. */
	decline(): void {
		this.#mustAsk = false;
		this.#isDeclined = true;
	}

	ahead(text: string): void {
		if (this.#model.state === 'ready') this.#surroundings().connections.model.ahead(text);
	}

	/** Told of every answer that was graded after having waited. */
	onGraded(listener: (graded: readonly GradedLater[]) => void): () => void {
		this.#listeners.add(listener);
		return () => this.#listeners.delete(listener);
	}

	/**
	 * Reads what depends on answers now, and again when another tab changed something, the person
	 * comes back, or an answer that waited has got its grade.
	 *
	 * @returns a function that ends it
	 */
	keepFresh(read: () => void): () => void {
		read();
		const ends = [onElsewhereChanged(this.#surroundings, read), this.onGraded(read)];
		return () => ends.forEach((end) => end());
	}

	/** An answer waits. It is graded as soon as the model is there. */
	noteWaiting(): void {
		this.#waiting += 1;
		if (isAtEnd(this.#model)) setTimeout(() => void this.gradeWaiting(), AGAIN_AFTER_MS);
	}

	/** Grades what waits; tries again for a while where the model is not quite ready. */
	async gradeWaiting(): Promise<void> {
		if (this.#isGrading) return;
		this.#isGrading = true;
		for (let tries = 0; tries < MOST_TRIES; tries++) {
			const result = await this.#surroundings().connections.api.call(
				'POST /api/answers/grade_waiting'
			);
			if (result.ok) {
				this.#waiting = result.body.waiting;
				if (result.body.graded.length > 0)
					for (const listener of this.#listeners) listener(result.body.graded);
				if (result.body.waiting === 0) break;
			}
			await new Promise((resolve) => setTimeout(resolve, AGAIN_AFTER_MS));
		}
		this.#isGrading = false;
	}
}

function isAtEnd(model: ModelState): boolean {
	return model.state === 'ready' || model.state === 'unavailable';
}
