import type { CallResult } from '$lib/client/api-client';
import type { RegradeState } from '$lib/contract/regrade';
import type { RouteReply } from '$lib/contract/routes';
import type { TopicItem } from '$lib/contract/topics';
import { Attempts } from './attempts';
import { failureOf, type Failure } from './failure';
import type { Grader } from './grader.svelte';
import type { Surroundings } from './surroundings';
import { isAbort, whenReady } from './when-ready';

export type RegradePhase = 'idle' | 'measuring' | 'accepting' | 'discarding';
export type RegradeAccepted = RouteReply<'POST /api/regrade/accept'>['body'];

/** Few, so that a stop is soon heard and the bar moves. */
const AT_ONCE = 3;

/** Old answers measured by the present grader: what would change, to be accepted or forgotten. */
export class Regrade {
	readonly #surroundings: Surroundings;
	readonly #grader: Grader;
	#known = $state.raw<RegradeState | null>(null);
	#phase = $state.raw<RegradePhase>('idle');
	#accepted = $state.raw<RegradeAccepted | null>(null);
	#discarded = $state.raw<number | null>(null);
	#failure = $state.raw<Failure | null>(null);
	#topics = $state.raw<readonly TopicItem[]>([]);
	#abort: AbortController | null = null;
	/** Accepting again after a lost reply is the same write, so that it tells what it did. */
	readonly #accepting = new Attempts<null>();

	constructor(surroundings: Surroundings, grader: Grader) {
		this.#surroundings = surroundings;
		this.#grader = grader;
	}

	/** Null while it is being read. */
	get known(): RegradeState | null {
		return this.#known;
	}

	get phase(): RegradePhase {
		return this.#phase;
	}

	/** What accepting did to each topic; null before. */
	get accepted(): RegradeAccepted | null {
		return this.#accepted;
	}

	/** How many new grades were forgotten; null before. */
	get discarded(): number | null {
		return this.#discarded;
	}

	get failure(): Failure | null {
		return this.#failure;
	}

	/** A topic's title; its name where it is not on this device any more. */
	titleOf(topic: string): string {
		return this.#topics.find((item) => item.topic === topic)?.title ?? topic;
	}

	/** Reads how things stand; returns a function that leaves, and stops measuring. */
	open(): () => void {
		this.#accepted = null;
		this.#discarded = null;
		void this.#readTopics();
		// Every batch is a write that other tabs hear of, so only a resting page reads again.
		const end = this.#grader.keepFresh(() => {
			if (this.#phase === 'idle') void this.refresh();
		});
		return () => {
			this.stop();
			end();
		};
	}

	async refresh(): Promise<void> {
		const result = await this.#surroundings().connections.api.call('GET /api/regrade');
		if (this.#phase === 'idle') this.#adopt(result);
	}

	/** Measures what is outdated, a few answers at a time. Each is kept: stopped, it goes on later. */
	async measure(): Promise<void> {
		if (this.#phase !== 'idle') return;
		const abort = new AbortController();
		this.#abort = abort;
		this.#begin('measuring');
		this.#accepting.done();
		try {
			await this.#measureAll(abort.signal);
		} catch (error) {
			if (!isAbort(error)) throw error;
		}
		if (this.#abort === abort) this.#abort = null;
		this.#phase = 'idle';
	}

	stop(): void {
		this.#abort?.abort();
		this.#abort = null;
	}

	/** Lets the new grades count. */
	async accept(): Promise<void> {
		if (this.#phase !== 'idle') return;
		this.#begin('accepting');
		const result = await this.#surroundings().connections.api.call('POST /api/regrade/accept', {
			idempotencyKey: this.#accepting.of('regrade', 'accept', () => null).key
		});
		this.#phase = 'idle';
		if (result.ok) {
			this.#accepting.done();
			this.#accepted = result.body;
			await this.refresh();
		} else this.#failure = failureOf(result);
	}

	/** Forgets the new grades. */
	async discard(): Promise<void> {
		if (this.#phase !== 'idle') return;
		this.#begin('discarding');
		this.#accepting.done();
		const result = await this.#surroundings().connections.api.call('DELETE /api/regrade');
		this.#phase = 'idle';
		if (result.ok) {
			this.#discarded = result.body.discarded;
			await this.refresh();
		} else this.#failure = failureOf(result);
	}

	#begin(phase: RegradePhase): void {
		this.#phase = phase;
		this.#accepted = null;
		this.#discarded = null;
		this.#failure = null;
	}

	async #measureAll(signal: AbortSignal): Promise<void> {
		const { api } = this.#surroundings().connections;
		// Not waited for: the first call says when the model is there, and a person may stop before.
		void this.#grader.prepare();
		const ask = () => api.call('POST /api/regrade/measure', { body: { limit: AT_ONCE } });
		// A batch that has begun is let through: what it measured is kept and shown.
		for (let left = Infinity; left > 0 && !signal.aborted;) {
			const result = await whenReady(this.#grader, ask, signal);
			this.#adopt(result);
			if (!result.ok || result.body.outdated >= left) return;
			left = result.body.outdated;
		}
	}

	#adopt(result: CallResult<'GET /api/regrade'> | CallResult<'POST /api/regrade/measure'>): void {
		if (result.ok) {
			this.#known = result.body;
			this.#failure = null;
		} else this.#failure = failureOf(result);
	}

	async #readTopics(): Promise<void> {
		const result = await this.#surroundings().connections.api.call('GET /api/topics');
		if (result.ok) this.#topics = result.body.topics;
	}
}
