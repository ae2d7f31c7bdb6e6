import type { CallResult } from '$lib/client/api-client';
import type { RecordedAnswer } from '$lib/contract/sessions';
import type { Attempt } from './attempts';
import type { HintRequest } from './hints.svelte';
import type { Surroundings } from './surroundings';

/** What is sent when a question is answered or skipped. */
export interface GivenAnswer {
	readonly question_id: string;
	readonly answer: string;
	readonly response_time: number;
	readonly skipped: boolean;
	/** How sure the person says they are; left out: not said. */
	readonly confidence?: NonNullable<RecordedAnswer['confidence']>;
}

/** The calls that concern one session. */
export class SessionCalls {
	readonly #surroundings: Surroundings;
	#id = '';

	constructor(surroundings: Surroundings) {
		this.#surroundings = surroundings;
	}

	/** From now on, of this session. */
	use(sessionId: string): void {
		this.#id = sessionId;
	}

	read(): Promise<CallResult<'GET /api/sessions/:id'>> {
		return this.#api.call('GET /api/sessions/:id', { params: { id: this.#id } });
	}

	/** Reads it again after what waits was graded, which opens the next question. */
	async readGraded(): Promise<CallResult<'GET /api/sessions/:id'>> {
		await this.#api.call('POST /api/answers/grade_waiting');
		return this.read();
	}

	answer({
		key,
		body
	}: Attempt<GivenAnswer>): Promise<CallResult<'POST /api/sessions/:id/answers'>> {
		return this.#api.call('POST /api/sessions/:id/answers', {
			params: { id: this.#id },
			body,
			idempotencyKey: key
		});
	}

	hint({ key, body }: Attempt<HintRequest>): Promise<CallResult<'POST /api/sessions/:id/hints'>> {
		return this.#api.call('POST /api/sessions/:id/hints', {
			params: { id: this.#id },
			body,
			idempotencyKey: key
		});
	}

	complete(): Promise<CallResult<'POST /api/sessions/:id/complete'>> {
		return this.#api.call('POST /api/sessions/:id/complete', { params: { id: this.#id } });
	}

	/** @returns whether it is kept */
	async saveDraft(
		questionId: string,
		text: string,
		seconds: number,
		keepalive: boolean
	): Promise<boolean> {
		const result = await this.#api.call('PUT /api/sessions/:id/draft', {
			params: { id: this.#id },
			body: { question_id: questionId, text, seconds },
			keepalive
		});
		return result.ok;
	}

	get #api() {
		return this.#surroundings().connections.api;
	}
}
