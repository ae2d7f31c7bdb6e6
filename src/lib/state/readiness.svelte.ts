import type { AdvertResponse } from '$lib/contract/adverts';
import type { ReadinessResponse } from '$lib/contract/readiness';
import { failureOf, type Failure } from './failure';
import type { Grader } from './grader.svelte';
import type { Settings } from './settings.svelte';
import type { Surroundings } from './surroundings';

/** What is expected on the day of the interview, the days until then, and what an advert asks for. */
export class Readiness {
	readonly #surroundings: Surroundings;
	/** An answer that waited may get its grade while this is on the screen. */
	readonly #grader: Grader;
	readonly #settings: Settings;
	#current = $state.raw<ReadinessResponse | null>(null);
	#failure = $state.raw<Failure | null>(null);
	#advert = $state.raw<AdvertResponse | null>(null);
	#isReading = $state.raw(false);
	#advertFailure = $state.raw<Failure | null>(null);

	constructor(surroundings: Surroundings, grader: Grader, settings: Settings) {
		this.#surroundings = surroundings;
		this.#grader = grader;
		this.#settings = settings;
	}

	/** Null while it is being read. */
	get current(): ReadinessResponse | null {
		return this.#current;
	}

	/** Why it could not be read. */
	get failure(): Failure | null {
		return this.#failure;
	}

	/** What the last advert asks for; null before the first. */
	get advert(): AdvertResponse | null {
		return this.#advert;
	}

	get isReading(): boolean {
		return this.#isReading;
	}

	/** Why the advert could not be read. */
	get advertFailure(): Failure | null {
		return this.#advertFailure;
	}

	open(): () => void {
		this.#failure = null;
		this.#advert = null;
		this.#advertFailure = null;
		return this.#grader.keepFresh(() => void this.load());
	}

	async load(): Promise<void> {
		const { api } = this.#surroundings().connections;
		const result = await api.call('GET /api/profile/readiness');
		if (result.ok) {
			this.#failure = null;
			this.#current = result.body;
		} else this.#failure = failureOf(result);
	}

	/**
	 * Changes the day, the minutes or the topics, and plans anew.
	 *
	 * @returns why that failed, or null
	 */
	async change(changes: Parameters<Settings['changeProfile']>[0]): Promise<Failure | null> {
		const failure = await this.#settings.changeProfile(changes);
		if (failure === null) await this.load();
		return failure;
	}

	/** Holds an advert against mastery; the text is kept nowhere. */
	async readAdvert(text: string): Promise<void> {
		const { api } = this.#surroundings().connections;
		this.#isReading = true;
		const result = await api.call('POST /api/adverts', { body: { text } });
		this.#isReading = false;
		this.#advert = result.ok ? result.body : null;
		this.#advertFailure = result.ok ? null : failureOf(result);
	}
}
