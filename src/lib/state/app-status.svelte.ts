import type { WorkerStatus } from '$lib/client/api-client';
import type { Surroundings } from './surroundings';

/** How the app itself is doing: updates, offline use, and whether anything is kept. */
export class AppStatus {
	readonly #surroundings: Surroundings;
	#worker = $state.raw<WorkerStatus>({
		updateReady: false,
		offlineReady: false,
		supported: true
	});
	#isPersistent = $state.raw(true);

	constructor(surroundings: Surroundings) {
		this.#surroundings = surroundings;
	}

	get worker(): WorkerStatus {
		return this.#worker;
	}

	/** False where the browser forbids storage and everything ends with this page. */
	get isPersistent(): boolean {
		return this.#isPersistent;
	}

	start(): () => void {
		const { connections } = this.#surroundings();
		void connections.api.call('GET /api/health').then((health) => {
			if (health.ok) this.#isPersistent = health.body.storage.persistent;
		});
		return connections.worker.onStatus((status) => (this.#worker = status));
	}

	takeUpdate(): void {
		this.#surroundings().connections.worker.takeUpdate();
	}
}
