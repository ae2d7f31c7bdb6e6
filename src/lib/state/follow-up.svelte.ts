import type { FollowUp, GivenFollowUp } from '$lib/contract/follow-up';
import { Attempts } from './attempts';
import { failureOf, type Failure } from './failure';
import type { Surroundings } from './surroundings';

/** The question asked back after an answer: what is written to it, and how that went. */
export class FollowUpBox {
	readonly #surroundings: Surroundings;
	readonly #attempts = new Attempts<null>();
	#answerId = '';
	#asked = $state.raw<FollowUp | null>(null);
	#given = $state.raw<GivenFollowUp | null>(null);
	#isSkipped = $state.raw(false);
	#isBusy = $state.raw(false);
	#failure = $state.raw<Failure | null>(null);
	/** As typed; stays where sending failed. */
	text = $state.raw('');

	constructor(surroundings: Surroundings) {
		this.#surroundings = surroundings;
	}

	/** Null where nothing is asked, or not any more. */
	get asked(): FollowUp | null {
		return this.#asked;
	}

	/** What was said and how it went. */
	get given(): GivenFollowUp | null {
		return this.#given;
	}

	/** True where the person did not want to answer. */
	get isSkipped(): boolean {
		return this.#isSkipped;
	}

	get isBusy(): boolean {
		return this.#isBusy;
	}

	get failure(): Failure | null {
		return this.#failure;
	}

	/** An answer's result is shown, with what is asked back after it. */
	show(answerId: string, asked: FollowUp | null): void {
		this.#answerId = answerId;
		this.#asked = asked;
		this.#given = null;
		this.#isSkipped = false;
		this.#failure = null;
		this.text = '';
		this.#attempts.done();
	}

	/** Not answered, which is no worse than not asked. */
	skip(): void {
		this.#asked = null;
		this.#isSkipped = true;
	}

	/** The point was in the answer after all: there is nothing to ask. */
	withdraw(point: string): void {
		if (this.#asked?.point === point) this.#asked = null;
	}

	async send(): Promise<void> {
		const asked = this.#asked;
		if (asked === null || this.#isBusy) return;
		const answerId = this.#answerId;
		const { text } = this;
		this.#isBusy = true;
		this.#failure = null;
		const { key } = this.#attempts.of(`follow-up-${answerId}`, text, () => null);
		const result = await this.#surroundings().connections.api.call(
			'POST /api/answers/:id/follow_up',
			{ params: { id: answerId }, body: { text, point: asked.point }, idempotencyKey: key }
		);
		this.#isBusy = false;
		if (answerId !== this.#answerId) return;
		if (!result.ok) {
			this.#failure = failureOf(result);
			return;
		}
		this.#given = result.body.follow_up;
		this.#asked = null;
	}
}
