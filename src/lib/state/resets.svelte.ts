import type { ProgressResponse } from '$lib/contract/mastery';
import type { RouteReply } from '$lib/contract/routes';
import { failureOf, type Failure } from './failure';
import type { Grader } from './grader.svelte';
import type { Surroundings } from './surroundings';

export type UndoableReset = RouteReply<'GET /api/user/resets'>['body']['resets'][number];
/** Stands for every practised topic at once. */
export const ALL_TOPICS = 'all';

/** Overall mastery, resets of it, and the resets that can still be undone. */
export class Resets {
	readonly #surroundings: Surroundings;
	readonly #grader: Grader;
	/** Tells who shows mastery that it has changed. */
	readonly #onChanged: () => Promise<void>;
	#overall = $state.raw<ProgressResponse['overall'] | null>(null);
	#undoable = $state.raw<readonly UndoableReset[]>([]);
	#isBusy = $state.raw(false);
	#failure = $state.raw<Failure | null>(null);

	constructor(surroundings: Surroundings, grader: Grader, onChanged: () => Promise<void>) {
		this.#surroundings = surroundings;
		this.#grader = grader;
		this.#onChanged = onChanged;
	}

	/** Null while it is being read. */
	get overall(): ProgressResponse['overall'] | null {
		return this.#overall;
	}

	/** One for each topic that was reset and not practised since, newest first. */
	get undoable(): readonly UndoableReset[] {
		return this.#undoable;
	}

	get isBusy(): boolean {
		return this.#isBusy;
	}

	/** Why a reset, or its undoing, did not happen. */
	get failure(): Failure | null {
		return this.#failure;
	}

	open(): () => void {
		this.#failure = null;
		return this.#grader.keepFresh(() => void this.load());
	}

	async load(): Promise<void> {
		const { api } = this.#surroundings().connections;
		const [progress, resets] = await Promise.all([
			api.call('GET /api/user/progress'),
			api.call('GET /api/user/resets')
		]);
		if (progress.ok) this.#overall = progress.body.overall;
		if (resets.ok) this.#undoable = resets.body.resets;
	}

	/**
	 * Forgets the mastery of a topic, or of all; sessions and answers stay.
	 *
	 * @returns whether it happened; see `failure` where not
	 */
	reset(topic: string): Promise<boolean> {
		return this.#change('POST /api/user/reset_mastery', topic);
	}

	/** Brings back what a reset took. */
	undo(topic: string): Promise<boolean> {
		return this.#change('POST /api/user/undo_reset', topic);
	}

	async #change(
		route: 'POST /api/user/reset_mastery' | 'POST /api/user/undo_reset',
		topic: string
	): Promise<boolean> {
		this.#isBusy = true;
		const result = await this.#surroundings().connections.api.call(route, { body: { topic } });
		this.#failure = result.ok ? null : failureOf(result);
		if (result.ok) await Promise.all([this.load(), this.#onChanged()]);
		this.#isBusy = false;
		return result.ok;
	}
}
