/** Counts the seconds in which the page was visible, on a monotonic clock. */
export class VisibleClock {
	readonly #now: () => number;
	#countedMs = 0;
	#since: number | null = null;

	/** @param now monotonic milliseconds */
	constructor(now: () => number) {
		this.#now = now;
	}

	/** Begins anew with the seconds counted before. */
	restart(isVisible: boolean, seconds = 0): void {
		this.#countedMs = 1000 * seconds;
		this.#since = isVisible ? this.#now() : null;
	}

	/** Goes on counting, or stops until the page is seen again. Twice the same changes nothing. */
	setVisible(isVisible: boolean): void {
		if (isVisible) {
			this.#since ??= this.#now();
			return;
		}
		if (this.#since === null) return;
		this.#countedMs += this.#now() - this.#since;
		this.#since = null;
	}

	/** Visible seconds since `restart`, with fraction. */
	get seconds(): number {
		const running = this.#since === null ? 0 : this.#now() - this.#since;
		return (this.#countedMs + running) / 1000;
	}
}
