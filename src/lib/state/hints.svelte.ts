import type { CallResult } from '$lib/client/api-client';
import type { OpenQuestion } from '$lib/contract/sessions';
import { hintCap } from '$lib/domain/grading/guards/hints';
import { Attempts, type Attempt } from './attempts';
import { failureOf, type Failure } from './failure';

type HintCall = (
	attempt: Attempt<HintRequest>
) => Promise<CallResult<'POST /api/sessions/:id/hints'>>;
export interface HintRequest {
	readonly question_id: string;
}

/** The hints of the open question: those shown, and what the next one costs. */
export class Hints {
	readonly #call: HintCall;
	readonly #attempts = new Attempts<HintRequest>();
	#question = $state.raw('');
	#shown = $state.raw<readonly string[]>([]);
	#left = $state.raw(0);
	#cap = $state.raw<number | null>(null);
	#nextCap = $state.raw<number | null>(null);
	#isBusy = $state.raw(false);
	#failure = $state.raw<Failure | null>(null);

	/** @param call asks the API for the next hint of the session's open question */
	constructor(call: HintCall) {
		this.#call = call;
	}

	/** In the order in which they were shown. */
	get shown(): readonly string[] {
		return this.#shown;
	}

	get left(): number {
		return this.#left;
	}

	/** The most that the answer can score now, 0–1; null without a hint. */
	get cap(): number | null {
		return this.#cap;
	}

	/** The same after the next hint; null where none is left. */
	get nextCap(): number | null {
		return this.#nextCap;
	}

	get isBusy(): boolean {
		return this.#isBusy;
	}

	get failure(): Failure | null {
		return this.#failure;
	}

	/** A question is shown, with the hints that were taken for it; also when it is read again. */
	begin({ id, hints, hints_left, next_cap }: OpenQuestion): void {
		this.#question = id;
		this.#shown = hints;
		this.#left = hints_left;
		this.#cap = hintCap(hints.length);
		this.#nextCap = next_cap;
		this.#failure = null;
		this.#attempts.done();
	}

	/** @returns whether another hint stands there */
	async ask(): Promise<boolean> {
		if (this.#isBusy || this.#left === 0) return false;
		const question_id = this.#question;
		this.#isBusy = true;
		this.#failure = null;
		const attempt = this.#attempts.of(
			`hint-${question_id}`,
			`${question_id} ${String(this.#shown.length)}`,
			() => ({ question_id })
		);
		const result = await this.#call(attempt);
		this.#isBusy = false;
		// Gone on to another question meanwhile.
		if (question_id !== this.#question) return false;
		if (!result.ok) {
			this.#failure = failureOf(result);
			return false;
		}
		const { hint, number, of, cap, next_cap } = result.body;
		// Another tab may have shown one before: then the next reading brings it.
		this.#shown = [...this.#shown.slice(0, number - 1), hint];
		this.#left = of - number;
		this.#cap = cap;
		this.#nextCap = next_cap;
		return true;
	}
}
