import type { SessionDetail } from '$lib/contract/sessions';

/** What holds for a whole session: its kind, and the time it may take. */
export class SessionFrame {
	#detail = $state.raw<SessionDetail | null>(null);
	/** Answering seconds of the questions answered since it was read. */
	#added = 0;

	adopt(detail: SessionDetail): void {
		this.#detail = detail;
		this.#added = 0;
	}

	/** A question took so many visible seconds. */
	spend(seconds: number): void {
		this.#added += seconds;
	}

	get isMock(): boolean {
		return this.#detail?.session.session_type === 'mock';
	}

	/** Whether its end is enforced: a mock interview stops, any other only opens nothing more. */
	get isStrict(): boolean {
		return this.isMock && this.limit !== null;
	}

	/** Seconds; null: no limit. */
	get limit(): number | null {
		return this.#detail?.time_limit ?? null;
	}

	/**
	 * Seconds left, below 0 when it is over; null without a limit. Not reactive: ask each second.
	 *
	 * @param seconds visible seconds on the open question
	 */
	secondsLeft(seconds: number): number | null {
		if (this.#detail === null || this.limit === null) return null;
		return this.limit - this.#detail.session.duration - this.#added - seconds;
	}
}
