import type { After } from '$lib/embedder/calls';

/** Timers that run when a test says so: no test waits for real time. */
export function createManualTimers() {
	const timers = new Set<{ readonly at: number; readonly callback: () => void }>();
	let now = 0;

	const after: After = (milliseconds, callback) => {
		const timer = { at: now + milliseconds, callback };
		timers.add(timer);
		return () => timers.delete(timer);
	};

	return {
		after,
		/** Moves the clock on; due timers run in the order of their times. */
		advance(milliseconds: number): void {
			const until = now + milliseconds;
			for (;;) {
				const [next] = [...timers].filter(({ at }) => at <= until).sort((a, b) => a.at - b.at);
				if (next === undefined) break;
				timers.delete(next);
				now = next.at;
				next.callback();
			}
			now = until;
		}
	};
}
