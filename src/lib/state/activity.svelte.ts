import type { CallResult } from '$lib/client/api-client';
import type { ActivityOutcome, SessionActivity } from '$lib/contract/activities';
import type { OpenQuestion } from '$lib/contract/sessions';
import { Attempts } from './attempts';
import { failureOf, type Failure } from './failure';
import type { Surroundings } from './surroundings';

/** waiting: the model that a contrast needs is on its way. */
export type ActivityPhase =
	'closed' | 'loading' | 'waiting' | 'doing' | 'sending' | 'done' | 'failed';

type Task = { readonly gaps: string[] } | { readonly answer: string } | { readonly declined: true };
type Sent = Task & { readonly question_id: string };

export interface ActivityEvents {
	/** Settles when the model is there, or is known not to come now. */
	onNeedModel(): Promise<void>;
	/** Before anything is sent: no draft must follow it. */
	onSend(): void;
	/** It did not arrive. */
	onNotSent(question: OpenQuestion): void;
	/** It is done; the next question, null at the end. */
	onDone(next: OpenQuestion | null): void;
	/** The plain question instead. */
	onDeclined(question: OpenQuestion | null, kind: SessionActivity['kind'] | null): void;
}

const NOT_READY = 503;
const AGAIN_AFTER_MS = 2000;
const MOST_TRIES = 15;

/** What stands in for the open question of a session, from the offer to its result. */
export class Activity {
	readonly #surroundings: Surroundings;
	readonly #events: ActivityEvents;
	readonly #attempts = new Attempts<Sent>();
	#sessionId = '';
	#opened = 0;
	#phase = $state.raw<ActivityPhase>('closed');
	#question = $state.raw<OpenQuestion | null>(null);
	#content = $state.raw<SessionActivity | null>(null);
	#result = $state.raw<ActivityOutcome | null>(null);
	#failure = $state.raw<Failure | null>(null);

	constructor(surroundings: Surroundings, events: ActivityEvents) {
		this.#surroundings = surroundings;
		this.#events = events;
	}

	get phase(): ActivityPhase {
		return this.#phase;
	}

	/** The question that it stands in for. */
	get question(): OpenQuestion | null {
		return this.#question;
	}

	get content(): SessionActivity | null {
		return this.#content;
	}

	get result(): ActivityOutcome | null {
		return this.#result;
	}

	get failure(): Failure | null {
		return this.#failure;
	}

	/** Opens what is offered instead of a question; closes it for a question without an offer. */
	open(sessionId: string, question: OpenQuestion): void {
		this.#sessionId = sessionId;
		this.close();
		if (question.activity === null) return;
		this.#question = question;
		void this.load();
	}

	close(): void {
		this.#opened += 1;
		this.#phase = 'closed';
		this.#question = null;
		this.#content = null;
		this.#result = null;
		this.#failure = null;
		this.#attempts.done();
	}

	/** Reads it; asks again for a while where the model is on its way. */
	async load(): Promise<void> {
		const opened = ++this.#opened;
		this.#phase = 'loading';
		this.#failure = null;
		// Asked before the model is on its way, a contrast would give way to a gap-fill.
		if (this.#question?.activity?.kind === 'contrast') await this.#events.onNeedModel();
		if (opened !== this.#opened) return;
		for (let tries = 1; ; tries++) {
			const reply = await this.#api.call('GET /api/sessions/:id/activity', {
				params: { id: this.#sessionId }
			});
			if (opened !== this.#opened) return;
			if (reply.ok) {
				this.#content = reply.body.activity;
				this.#phase = 'doing';
				return;
			}
			if (reply.status !== NOT_READY || tries === MOST_TRIES) {
				this.#failure = failureOf(reply);
				this.#phase = 'failed';
				return;
			}
			this.#phase = 'waiting';
			await new Promise((resolve) => setTimeout(resolve, AGAIN_AFTER_MS));
			if (opened !== this.#opened) return;
		}
	}

	fill(gaps: readonly string[]): Promise<void> {
		return this.#send({ gaps: [...gaps] });
	}

	answer(text: string): Promise<void> {
		return this.#send({ answer: text });
	}

	/** "Just ask me the question." */
	decline(): Promise<void> {
		return this.#send({ declined: true });
	}

	async #send(task: Task): Promise<void> {
		const question = this.#question;
		if (question === null || this.#phase === 'sending' || this.#phase === 'done') return;
		const before = this.#phase;
		this.#opened += 1;
		this.#phase = 'sending';
		this.#failure = null;
		this.#events.onSend();
		const { key, body } = this.#attempts.of(
			question.id,
			JSON.stringify([question.id, task]),
			() => ({
				question_id: question.id,
				...task
			})
		);
		const reply: CallResult<'POST /api/sessions/:id/activity'> = await this.#api.call(
			'POST /api/sessions/:id/activity',
			{ params: { id: this.#sessionId }, body, idempotencyKey: key }
		);
		if (!reply.ok) {
			this.#failure = failureOf(reply);
			this.#phase = this.#content === null ? 'failed' : before;
			this.#events.onNotSent(question);
			return;
		}
		const { result, next_question } = reply.body;
		if (result === null) {
			const kind = this.#content?.kind ?? null;
			this.close();
			this.#events.onDeclined(next_question, kind);
			return;
		}
		this.#result = result;
		this.#phase = 'done';
		this.#events.onDone(next_question);
	}

	get #api() {
		return this.#surroundings().connections.api;
	}
}
