/** One press of a button: a write with its key and what was sent. */
export interface Attempt<Body> {
	readonly key: string;
	readonly body: Body;
}

/**
 * The same press again, after a reply that got lost, is the same write: same key and, as the API
 * asks, same body.
 */
export class Attempts<Body> {
	#last: (Attempt<Body> & { readonly what: string }) | null = null;

	/**
	 * @param subject what the write is about, the beginning of its key
	 * @param what everything that makes this write another than the last one
	 * @param make the body; asked for once an attempt
	 */
	of(subject: string, what: string, make: () => Body): Attempt<Body> {
		if (this.#last?.what !== what)
			this.#last = {
				what,
				key: `${subject}-${String(performance.timeOrigin + performance.now())}`,
				body: make()
			};
		return this.#last;
	}

	/** It arrived, or is given up: the same again is a write of its own. */
	done(): void {
		this.#last = null;
	}
}
