import type { TopicItem } from '$lib/contract/topics';
import type { RouteBodyInput } from '$lib/contract/routes';
import { failureOf, type Failure } from './failure';
import type { Surroundings } from './surroundings';

export type SessionWish = RouteBodyInput<'POST /api/sessions'>;

/** Sets up a session of any kind: what there is to choose from, and starting it. */
export class SessionSetup {
	readonly #surroundings: Surroundings;
	#topics = $state.raw<readonly TopicItem[] | null>(null);
	#hasPractised = $state.raw(true);
	#failure = $state.raw<Failure | null>(null);
	#refusal = $state.raw<Failure | null>(null);
	#isStarting = $state.raw(false);

	constructor(surroundings: Surroundings) {
		this.#surroundings = surroundings;
	}

	/** Null while they are being read. */
	get topics(): readonly TopicItem[] | null {
		return this.#topics;
	}

	/** False only where it is known that no session was ever begun: nothing can have been missed. */
	get hasPractised(): boolean {
		return this.#hasPractised;
	}

	/** Why the topics could not be read. */
	get failure(): Failure | null {
		return this.#failure;
	}

	/** Why the session asked for last was not begun. */
	get refusal(): Failure | null {
		return this.#refusal;
	}

	get isStarting(): boolean {
		return this.#isStarting;
	}

	open(): void {
		this.#failure = null;
		this.#refusal = null;
		void this.load();
	}

	/** Something else is being asked for. */
	forgetRefusal(): void {
		this.#refusal = null;
	}

	async load(): Promise<void> {
		const [topics, sessions] = await Promise.all([
			this.#api.call('GET /api/topics'),
			this.#api.call('GET /api/sessions', { query: { limit: 1 } })
		]);
		this.#failure = topics.ok ? null : failureOf(topics);
		if (sessions.ok) this.#hasPractised = sessions.body.sessions.length > 0;
		if (topics.ok) this.#topics = topics.body.topics;
	}

	/** Begins a session; its number, or null where that failed (see `refusal`). */
	async start(wish: SessionWish): Promise<number | null> {
		this.#isStarting = true;
		this.#refusal = null;
		const result = await this.#api.call('POST /api/sessions', { body: wish });
		this.#isStarting = false;
		this.#refusal = result.ok ? null : failureOf(result);
		return result.ok ? result.body.session.id : null;
	}

	get #api() {
		return this.#surroundings().connections.api;
	}
}
