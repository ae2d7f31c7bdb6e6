import type { FoundAnswer } from '$lib/contract/answers';
import { failureOf, type Failure } from './failure';
import type { Surroundings } from './surroundings';

export interface AnswerQuery {
	/** Words that must all occur; empty for every answer. */
	readonly words: string;
	/** Null for all of them. */
	readonly topic: string | null;
}

/** A search in one's own answers, newest first. One step looks at so many answers and no more. */
export class AnswerSearch {
	readonly #surroundings: Surroundings;
	#query = $state.raw<AnswerQuery>({ words: '', topic: null });
	#found = $state.raw<readonly FoundAnswer[] | null>(null);
	#next = $state.raw<string | null>(null);
	#isSearching = $state.raw(false);
	#failure = $state.raw<Failure | null>(null);
	#search = 0;

	constructor(surroundings: Surroundings) {
		this.#surroundings = surroundings;
	}

	get query(): AnswerQuery {
		return this.#query;
	}

	/** Null before the first step is done. */
	get found(): readonly FoundAnswer[] | null {
		return this.#found;
	}

	/** True while there are older answers that were not looked at. */
	get hasOlder(): boolean {
		return this.#next !== null;
	}

	get isSearching(): boolean {
		return this.#isSearching;
	}

	get failure(): Failure | null {
		return this.#failure;
	}

	/** Begins a search; returns a function that ends it. */
	open(query: AnswerQuery): () => void {
		this.#query = query;
		this.#found = null;
		this.#next = null;
		void this.older();
		return () => {
			this.#search++;
		};
	}

	/** Goes on with older answers; after a failure, tries the same step again. */
	async older(): Promise<void> {
		const search = ++this.#search;
		this.#isSearching = true;
		this.#failure = null;
		const { words, topic } = this.#query;
		const result = await this.#surroundings().connections.api.call('GET /api/answers', {
			query: {
				q: words,
				...(topic === null ? {} : { topic }),
				...(this.#next === null ? {} : { before: this.#next })
			}
		});
		if (search !== this.#search) return;
		this.#isSearching = false;
		if (!result.ok) {
			this.#failure = failureOf(result);
			return;
		}
		this.#found = [...(this.#found ?? []), ...result.body.answers];
		this.#next = result.body.next;
	}
}
