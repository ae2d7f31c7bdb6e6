import type { GradeResponse } from '$lib/contract/grade';
import { failureOf, type Failure } from './failure';
import type { Grader } from './grader.svelte';
import type { Surroundings } from './surroundings';
import { isAbort, whenReady } from './when-ready';

/** A text to be graded, and the scores (0–1) that it may get. */
export interface SelfTestCase {
	readonly id: string;
	readonly question_id: string;
	readonly answer: string;
	readonly least: number;
	readonly most: number;
	/** True where `most` itself is too much. */
	readonly below?: boolean;
}

export interface SelfTestResult {
	readonly id: string;
	readonly grade: GradeResponse;
	readonly passes: boolean;
	/** From the request to its reply. */
	readonly milliseconds: number;
}

export type SelfTestPhase = 'idle' | 'running' | 'done' | 'stopped' | 'failed' | 'no_model';

/** Grades known texts on this device and compares the scores with what they should be. */
export class SelfTest {
	readonly #surroundings: Surroundings;
	readonly #grader: Grader;
	#phase = $state.raw<SelfTestPhase>('idle');
	#results = $state.raw<readonly SelfTestResult[]>([]);
	#failure = $state.raw<Failure | null>(null);
	#abort: AbortController | null = null;

	constructor(surroundings: Surroundings, grader: Grader) {
		this.#surroundings = surroundings;
		this.#grader = grader;
	}

	get phase(): SelfTestPhase {
		return this.#phase;
	}

	/** In the order of the cases, as far as they are graded. */
	get results(): readonly SelfTestResult[] {
		return this.#results;
	}

	get failure(): Failure | null {
		return this.#failure;
	}

	/** Begins anew; the model is loaded first, or asked for where that may cost money. */
	async start(cases: readonly SelfTestCase[]): Promise<void> {
		if (this.#phase === 'running') return;
		const abort = new AbortController();
		this.#abort = abort;
		this.#phase = 'running';
		this.#results = [];
		this.#failure = null;
		try {
			const phase = await this.#run(cases, abort.signal);
			if (this.#abort === abort) this.#phase = phase;
		} catch (error) {
			if (!isAbort(error)) throw error;
		}
	}

	/** What is graded so far stays on the screen. */
	stop(): void {
		if (this.#phase !== 'running') return;
		this.#phase = 'stopped';
		this.#abort?.abort();
		this.#abort = null;
	}

	async #run(cases: readonly SelfTestCase[], signal: AbortSignal): Promise<SelfTestPhase> {
		// Not waited for: the first call says when the model is there, and a person may stop before.
		void this.#grader.prepare();
		for (const item of cases) {
			const result = await this.#grade(item, signal);
			if (result === null) return 'failed';
			// By keywords alone nothing can be said of the rules that rest on meaning.
			if (result.grade.state === 'provisional') return 'no_model';
			this.#results = [...this.#results, result];
		}
		return 'done';
	}

	async #grade(item: SelfTestCase, signal: AbortSignal): Promise<SelfTestResult | null> {
		const { connections, page } = this.#surroundings();
		let begun = 0;
		const ask = () => {
			begun = page.now();
			return connections.api.call('POST /api/grade', {
				body: { question_id: item.question_id, answer: item.answer },
				signal
			});
		};
		const reply = await whenReady(this.#grader, ask, signal);
		signal.throwIfAborted();
		if (!reply.ok) {
			this.#failure = failureOf(reply);
			return null;
		}
		const { grade } = reply.body;
		return {
			id: item.id,
			grade,
			passes: isExpected(item, grade.score),
			milliseconds: page.now() - begun
		};
	}
}

function isExpected({ least, most, below = false }: SelfTestCase, score: number): boolean {
	return score >= least && (below ? score < most : score <= most);
}
