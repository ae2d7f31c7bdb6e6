import type { TopicItem } from '$lib/contract/topics';
import type { RouteBodyInput } from '$lib/contract/routes';
import { failureOf, type Failure } from './failure';
import type { Surroundings } from './surroundings';

export type SessionWish = RouteBodyInput<'POST /api/sessions'>;

/** Sets up a session of any kind: which topics there are, and starting it. */
export class SessionSetup {
	readonly #surroundings: Surroundings;
	#topics = $state.raw<readonly TopicItem[] | null>(null);
	#failure = $state.raw<Failure | null>(null);
	#isStarting = $state.raw(false);

	constructor(surroundings: Surroundings) {
		this.#surroundings = surroundings;
	}

	/** Null while they are being read. */
	get topics(): readonly TopicItem[] | null {
		return this.#topics;
	}

	get failure(): Failure | null {
		return this.#failure;
	}

	get isStarting(): boolean {
		return this.#isStarting;
	}

	open(): void {
		this.#failure = null;
		void this.load();
	}

	/** What went wrong before is out of the way. */
	forgetFailure(): void {
		this.#failure = null;
	}

	async load(): Promise<void> {
		const result = await this.#api.call('GET /api/topics');
		this.#failure = result.ok ? null : failureOf(result);
		if (result.ok) this.#topics = result.body.topics;
	}

	/** Begins a session; its number, or null where that failed (see `failure`). */
	async start(wish: SessionWish): Promise<number | null> {
		this.#isStarting = true;
		const result = await this.#api.call('POST /api/sessions', { body: wish });
		this.#isStarting = false;
		this.#failure = result.ok ? null : failureOf(result);
		return result.ok ? result.body.session.id : null;
	}

	get #api() {
		return this.#surroundings().connections.api;
	}
}
