import type { Measurement, RubricTexts } from './embedder';

/** Runs a callback once after a time; the result cancels it. Tests bring their own clock. */
export type After = (milliseconds: number, callback: () => void) => () => void;

/** A measure that somebody waits for. */
export interface Call {
	readonly id: number;
	readonly rubric: RubricTexts;
	readonly answer: string;
	/** Workers that have stopped while they had this call. */
	stops: number;
	/** True while a worker has it. */
	sent: boolean;
}

interface OpenCall {
	readonly call: Call;
	readonly settle: (measurement: Measurement) => void;
	cancelTimer: () => void;
}

/**
 * The measures that are under way. Each settles exactly once: with a result, by its timer, or by
 * its caller, who no longer wants it.
 *
 * @param onAbort told of a call that its caller gave up
 */
export function createCalls(after: After, onAbort: (call: Call) => void) {
	const open = new Map<number, OpenCall>();
	let lastId = 0;

	return {
		/** Opens a call; the promise rejects only with the signal's reason. */
		open(
			rubric: RubricTexts,
			answer: string,
			signal: AbortSignal | undefined
		): { call: Call; result: Promise<Measurement> } {
			const call: Call = { id: ++lastId, rubric, answer, stops: 0, sent: false };
			const result = new Promise<Measurement>((resolve, reject) => {
				const giveUp = () => {
					close(call.id);
					onAbort(call);
					const reason: unknown = signal?.reason;
					reject(reason instanceof Error ? reason : new Error('The measure was given up'));
				};
				signal?.addEventListener('abort', giveUp, { once: true });
				open.set(call.id, {
					call,
					settle: (measurement) => {
						signal?.removeEventListener('abort', giveUp);
						resolve(measurement);
					},
					cancelTimer: () => undefined
				});
			});
			return { call, result };
		},
		/** Settles a call; one that is no longer open is left alone. */
		settle(id: number, measurement: Measurement): void {
			close(id)?.settle(measurement);
		},
		/** Sets a call's timer, in place of an earlier one. */
		setTimer(id: number, milliseconds: number, callback: () => void): void {
			const found = open.get(id);
			if (found === undefined) return;
			found.cancelTimer();
			found.cancelTimer = after(milliseconds, callback);
		},
		/** Calls under way, oldest first. */
		all: (): Call[] => Array.from(open.values(), ({ call }) => call)
	};

	function close(id: number): OpenCall | undefined {
		const found = open.get(id);
		open.delete(id);
		found?.cancelTimer();
		return found;
	}
}
