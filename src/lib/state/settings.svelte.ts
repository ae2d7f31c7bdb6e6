import type { RouteBodyInput } from '$lib/contract/routes';
import type { Profile } from '$lib/contract/profile';
import type { Settings as Choices } from '$lib/contract/settings';
import { failureOf, type Failure } from './failure';
import { onElsewhereChanged, type Surroundings } from './surroundings';

/** This profile and what it chose for practising. */
export class Settings {
	readonly #surroundings: Surroundings;
	#profile = $state.raw<Profile | null>(null);
	#choices = $state.raw<Choices | null>(null);
	#failure = $state.raw<Failure | null>(null);

	constructor(surroundings: Surroundings) {
		this.#surroundings = surroundings;
	}

	/** Null while it is being read. */
	get profile(): Profile | null {
		return this.#profile;
	}

	/** Null while they are being read. */
	get choices(): Choices | null {
		return this.#choices;
	}

	/** Why they could not be read. */
	get failure(): Failure | null {
		return this.#failure;
	}

	open(): () => void {
		const load = () => void this.load();
		load();
		return onElsewhereChanged(this.#surroundings, load);
	}

	async load(): Promise<void> {
		const { api } = this.#surroundings().connections;
		const [profile, settings] = await Promise.all([
			api.call('GET /api/profile'),
			api.call('GET /api/settings')
		]);
		if (!profile.ok) this.#failure = failureOf(profile);
		else if (!settings.ok) this.#failure = failureOf(settings);
		else {
			this.#failure = null;
			this.#profile = profile.body.profile;
			this.#choices = settings.body.settings;
		}
	}

	/** @returns why that failed, or null */
	async changeProfile(changes: RouteBodyInput<'PATCH /api/profile'>): Promise<Failure | null> {
		const { api } = this.#surroundings().connections;
		const result = await api.call('PATCH /api/profile', { body: changes });
		if (!result.ok) return failureOf(result);
		this.#profile = result.body.profile;
		return null;
	}

	/** @returns why that failed, or null */
	async changeChoices(changes: Partial<Choices>): Promise<Failure | null> {
		const { api } = this.#surroundings().connections;
		const result = await api.call('PATCH /api/settings', { body: changes });
		if (!result.ok) return failureOf(result);
		this.#choices = result.body.settings;
		return null;
	}
}
