import type { DeviceStorage, StorageFacts } from '$lib/client/device-storage';
import type { RouteReply } from '$lib/contract/routes';
import type { HealthResponse } from '$lib/contract/system';
import { failureOf, type Failure } from './failure';
import { onElsewhereChanged, type Surroundings } from './surroundings';

export type TokenItem = RouteReply<'GET /api/auth/tokens'>['body']['tokens'][number];

/** What is true of this device and this build: storage, versions, tokens that were given out. */
export class Device {
	readonly #surroundings: Surroundings;
	readonly #deviceStorage: DeviceStorage;
	#storage = $state.raw<StorageFacts | null>(null);
	#health = $state.raw<HealthResponse | null>(null);
	#tokens = $state.raw<readonly TokenItem[] | null>(null);
	#wasRefused = $state.raw(false);
	#failure = $state.raw<Failure | null>(null);

	constructor(surroundings: Surroundings, deviceStorage: DeviceStorage) {
		this.#surroundings = surroundings;
		this.#deviceStorage = deviceStorage;
	}

	/** Null while it is being read. */
	get storage(): StorageFacts | null {
		return this.#storage;
	}

	/** Null while it is being read. */
	get health(): HealthResponse | null {
		return this.#health;
	}

	/** Tokens of this profile, the latest first; null while they are being read. */
	get tokens(): readonly TokenItem[] | null {
		return this.#tokens;
	}

	/** The browser was asked to keep what is stored and did not promise it. */
	get wasRefused(): boolean {
		return this.#wasRefused;
	}

	get failure(): Failure | null {
		return this.#failure;
	}

	open(): () => void {
		this.#wasRefused = false;
		const load = () => void this.load();
		load();
		return onElsewhereChanged(this.#surroundings, load);
	}

	async load(): Promise<void> {
		const { api } = this.#surroundings().connections;
		const [health, tokens, storage] = await Promise.all([
			api.call('GET /api/health'),
			api.call('GET /api/auth/tokens'),
			this.#deviceStorage.read()
		]);
		this.#storage = storage;
		if (!health.ok) this.#failure = failureOf(health);
		else if (!tokens.ok) this.#failure = failureOf(tokens);
		else {
			this.#failure = null;
			this.#health = health.body;
			this.#tokens = tokens.body.tokens;
		}
	}

	async askToPersist(): Promise<void> {
		this.#wasRefused = !(await this.#deviceStorage.askToPersist());
		this.#storage = await this.#deviceStorage.read();
	}

	/** Makes tokens worthless, so that what was given them must ask anew. */
	async revoke(ids: readonly string[]): Promise<void> {
		const { api } = this.#surroundings().connections;
		for (const id of ids) {
			const result = await api.call('DELETE /api/auth/tokens/:id', { params: { id } });
			// Gone already is as good as revoked.
			if (!result.ok && result.status !== 404) {
				this.#failure = failureOf(result);
				return;
			}
		}
		await this.load();
	}

	/** Revokes every token but the one in use here. */
	revokeOthers(): Promise<void> {
		return this.revoke((this.#tokens ?? []).filter(({ current }) => !current).map(({ id }) => id));
	}
}
