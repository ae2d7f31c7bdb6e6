import type { Backup } from '$lib/contract/backup';
import type { Profile } from '$lib/contract/profile';
import { failureOf, type Failure } from './failure';
import { onElsewhereChanged, type Surroundings } from './surroundings';

/** A profile of this device, and whether the app speaks for it now. */
export interface Person extends Profile {
	readonly current: boolean;
}

/** The people who share this device, and the change from one to another. */
export class People {
	readonly #surroundings: Surroundings;
	#all = $state.raw<readonly Person[] | null>(null);
	#failure = $state.raw<Failure | null>(null);
	#current = $derived(this.#all?.find((person) => person.current) ?? null);

	constructor(surroundings: Surroundings) {
		this.#surroundings = surroundings;
	}

	/** Oldest first; null while they are being read. */
	get all(): readonly Person[] | null {
		return this.#all;
	}

	get current(): Person | null {
		return this.#current;
	}

	/** Whether it must be said whose app this is. */
	get areSeveral(): boolean {
		return (this.#all?.length ?? 0) > 1;
	}

	/** Why they could not be read. */
	get failure(): Failure | null {
		return this.#failure;
	}

	/** Follows the profiles of the device; returns a function that ends it. */
	start(): () => void {
		const load = () => void this.load();
		load();
		return onElsewhereChanged(this.#surroundings, load);
	}

	async load(): Promise<void> {
		const result = await this.#surroundings().connections.api.call('GET /api/profiles');
		this.#failure = result.ok ? null : failureOf(result);
		if (result.ok) this.#all = result.body.profiles;
	}

	/** @returns why that failed, or null */
	async create(name: string): Promise<Failure | null> {
		const { api } = this.#surroundings().connections;
		const result = await api.call('POST /api/profiles', { body: { name } });
		if (!result.ok) return failureOf(result);
		await this.load();
		return null;
	}

	/**
	 * Speaks for another profile, in every tab. Once that is done everything shown is read anew, by
	 * a state of its own: this one has served its time.
	 *
	 * @returns why that failed, or null
	 */
	async switchTo(id: string): Promise<Failure | null> {
		const result = await this.#surroundings().connections.profiles.switchTo(id);
		return result.ok ? null : failureOf(result);
	}

	/** Everything recorded for the current person, or why it cannot be had. */
	async backup(): Promise<{ readonly file: Backup } | { readonly failure: Failure }> {
		const result = await this.#surroundings().connections.api.call('GET /api/export');
		return result.ok ? { file: result.body } : { failure: failureOf(result) };
	}

	/**
	 * Deletes the current profile with everything in it and goes on as whoever is left.
	 *
	 * @param name repeats the name of the profile
	 * @returns why that failed, or null
	 */
	async deleteCurrent(name: string): Promise<Failure | null> {
		const { api, profiles } = this.#surroundings().connections;
		const result = await api.call('DELETE /api/profile', { query: { name } });
		if (!result.ok) return failureOf(result);
		await profiles.leaveDeleted(result.body.deleted);
		return null;
	}
}
