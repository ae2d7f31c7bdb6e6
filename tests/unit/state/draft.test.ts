import { beforeEach, describe, expect, test } from 'vitest';
import { MAX_ANSWER_CODE_POINTS } from '$lib/contract/sessions';
import { LONGEST_ANSWER, roomLeft } from '$lib/state/answer-length';
import { DraftKeeper, KEEP_AT_LEAST_EVERY_MS, PAUSE_MS, type DraftState } from '$lib/state/draft';
import { VisibleClock } from '$lib/state/visible-clock';

/** Timers that run when the test says so. */
class ManualTimers {
	#now = 0;
	#next = 1;
	#due = new Map<number, { at: number; callback: () => void }>();

	set = (callback: () => void, milliseconds: number): number => {
		this.#due.set(this.#next, { at: this.#now + milliseconds, callback });
		return this.#next++;
	};

	clear = (id: number): void => void this.#due.delete(id);

	async pass(milliseconds: number): Promise<void> {
		this.#now += milliseconds;
		for (const [id, { at, callback }] of [...this.#due])
			if (at <= this.#now && this.#due.delete(id)) callback();
		await new Promise((resolve) => setTimeout(resolve));
	}
}

describe('a draft', () => {
	let timers: ManualTimers;
	let saved: string[];
	let pauses: string[];
	let state: DraftState;
	let works: boolean;
	let keeper: DraftKeeper;

	beforeEach(() => {
		timers = new ManualTimers();
		saved = [];
		pauses = [];
		works = true;
		keeper = new DraftKeeper('', {
			save: (text) => {
				if (works) saved.push(text);
				return Promise.resolve(works);
			},
			onPause: (text) => pauses.push(text),
			onState: (next) => (state = next),
			timers
		});
	});

	test('is kept when typing pauses, and said to be kept only then', async () => {
		keeper.change('a lock');
		expect(state).toBe('unsaved');
		await timers.pass(PAUSE_MS);

		expect(saved).toEqual(['a lock']);
		expect(pauses).toEqual(['a lock']);
		expect(state).toBe('kept');
	});

	test('is kept within a second while typing goes on', async () => {
		for (let typed = 0; typed < 5; typed++) {
			keeper.change(`letter ${String(typed)}`);
			await timers.pass(KEEP_AT_LEAST_EVERY_MS / 4);
		}

		expect(saved.length).toBeGreaterThan(0);
		expect(KEEP_AT_LEAST_EVERY_MS).toBeLessThan(1000);
	});

	test('that could not be kept says so and is tried again', async () => {
		works = false;
		keeper.change('a lock');
		await timers.pass(PAUSE_MS);
		expect(state).toBe('failed');
		works = true;
		await timers.pass(5000);

		expect(saved).toEqual(['a lock']);
		expect(state).toBe('kept');
	});

	test('is flushed at once, and not at all after its answer was sent', async () => {
		keeper.change('a lock');
		keeper.flush();
		expect(saved).toEqual(['a lock']);
		keeper.change('a lock and more');
		keeper.stop();
		await timers.pass(5000);

		expect(saved).toEqual(['a lock']);
	});
});

test('the visible clock counts only while the page is seen', () => {
	let now = 0;
	const clock = new VisibleClock(() => now);
	clock.restart(true);
	now = 3000;
	clock.setVisible(false);
	now = 3 * 3600 * 1000;
	clock.setVisible(true);
	now += 2000;

	expect(clock.seconds).toBe(5);
});

test('the screen’s limit is the contract’s, counted in code points', () => {
	expect(LONGEST_ANSWER).toBe(MAX_ANSWER_CODE_POINTS);
	expect(roomLeft('x'.repeat(1000))).toBeNull();
	expect(roomLeft('😀'.repeat(50_001))).toBe(-1);
});
