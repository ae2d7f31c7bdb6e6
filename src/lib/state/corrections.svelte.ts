import type { ApiClient } from '$lib/client/api-client';
import type { CorrectedAnswer } from '$lib/contract/answers';
import type { Problem } from '$lib/contract/problems';
import type { RecordedAnswer } from '$lib/contract/sessions';
import { Attempts } from './attempts';
import { failureOf, type Failure } from './failure';
import type { Grader } from './grader.svelte';
import type { Surroundings } from './surroundings';

/** What can be done to an answer after it was given. */
export type CorrectionKind =
	'said' | 'worded' | 'not_said' | 'unsaid' | 'taken_back' | 'restored' | 'edited';

/** An answer after a correction; the rest is null where a new version waits for its grade. */
export interface Changed {
	readonly answer: RecordedAnswer;
	readonly corrected: CorrectedAnswer | null;
}

/** A correction that was made, for the screen to say what came of it. */
export interface Correction extends Changed {
	readonly kind: CorrectionKind;
}

interface Reply {
	readonly ok: true;
	readonly body: CorrectedAnswer | { readonly answer: RecordedAnswer };
}
type Outcome = Reply | { readonly ok: false; readonly status: number; readonly problem: Problem };

/** Corrections of answers, one at a time, wherever an answer is on the screen. */
export class Corrections {
	readonly #surroundings: Surroundings;
	readonly #grader: Grader;
	readonly #onChanged: (changed: Changed) => Promise<void>;
	readonly #attempts = new Attempts<null>();
	#busy = $state.raw<string | null>(null);
	#failed = $state.raw<{ readonly answerId: string; readonly failure: Failure } | null>(null);
	#last = $state.raw<Correction | null>(null);

	/** @param onChanged brings the screen in step, before the correction counts as done */
	constructor(
		surroundings: Surroundings,
		grader: Grader,
		onChanged: (changed: Changed) => Promise<void>
	) {
		this.#surroundings = surroundings;
		this.#grader = grader;
		this.#onChanged = onChanged;
	}

	/** The answer that is being corrected; null where none is. */
	get busy(): string | null {
		return this.#busy;
	}

	/** The latest correction. */
	get last(): Correction | null {
		return this.#last;
	}

	/** Why the latest correction of this answer failed. */
	failureOf(answerId: string): Failure | null {
		return this.#failed?.answerId === answerId ? this.#failed.failure : null;
	}

	/**
	 * "I said that", "I did not say that"; null takes either back.
	 *
	 * @param wording with said: true, words of the answer that count for the point from now on
	 */
	say(answerId: string, point: string, said: boolean | null, wording?: string): Promise<boolean> {
		const body = { point, said, ...(wording === undefined ? {} : { wording }) };
		return this.#change(answerId, kindOf(said, wording), JSON.stringify(body), (api, key) =>
			api.call('POST /api/answers/:id/override', {
				params: { id: answerId },
				body,
				idempotencyKey: key
			})
		);
	}

	/** The answer counts no more; it stays in history and can be restored. */
	takeBack(answerId: string): Promise<boolean> {
		return this.#change(answerId, 'taken_back', '', (api, idempotencyKey) =>
			api.call('DELETE /api/answers/:id', { params: { id: answerId }, idempotencyKey })
		);
	}

	restore(answerId: string): Promise<boolean> {
		return this.#change(answerId, 'restored', '', (api, idempotencyKey) =>
			api.call('POST /api/answers/:id/restore', { params: { id: answerId }, idempotencyKey })
		);
	}

	/** An answer is about to be edited: the model will be needed. */
	prepareEdit(): void {
		void this.#grader.prepare();
	}

	/** Keeps a new version and grades it; both versions stay. */
	edit(answerId: string, text: string): Promise<boolean> {
		return this.#change(answerId, 'edited', text, (api, idempotencyKey) =>
			api.call('PUT /api/answers/:id', {
				params: { id: answerId },
				body: { answer: text },
				idempotencyKey
			})
		);
	}

	/** @returns whether it was done */
	async #change(
		answerId: string,
		kind: CorrectionKind,
		what: string,
		send: (api: ApiClient, key: string) => Promise<Outcome>
	): Promise<boolean> {
		if (this.#busy !== null) return false;
		this.#busy = answerId;
		this.#failed = null;
		const { key } = this.#attempts.of(answerId, `${answerId} ${kind} ${what}`, () => null);
		const result = await send(this.#surroundings().connections.api, key);
		if (result.ok) {
			this.#attempts.done();
			const corrected = 'grade' in result.body ? result.body : null;
			if (corrected === null) this.#grader.noteWaiting();
			const changed: Changed = { answer: result.body.answer, corrected };
			await this.#onChanged(changed);
			this.#last = { ...changed, kind };
		} else this.#failed = { answerId, failure: failureOf(result) };
		this.#busy = null;
		return result.ok;
	}
}

function kindOf(said: boolean | null, wording: string | undefined): CorrectionKind {
	if (said === null) return 'unsaid';
	if (!said) return 'not_said';
	return wording === undefined ? 'said' : 'worded';
}
