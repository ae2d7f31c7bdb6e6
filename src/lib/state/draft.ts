/** Typing counts as paused after this long without a key press. */
export const PAUSE_MS = 400;
/** While typing goes on, the draft is kept at least this often. */
export const KEEP_AT_LEAST_EVERY_MS = 800;
/** A draft that could not be kept is tried again after this long. */
export const RETRY_MS = 3000;

/** `kept` only once the reply says that the write is committed. */
export type DraftState = 'empty' | 'unsaved' | 'kept' | 'failed';

export interface Timers {
	set(callback: () => void, milliseconds: number): number;
	clear(id: number): void;
}

export interface DraftOptions {
	/** Writes the text; true once it is committed. */
	readonly save: (text: string, keepalive: boolean) => Promise<boolean>;
	/** Told at each pause in typing. */
	readonly onPause: (text: string) => void;
	readonly onState: (state: DraftState) => void;
	readonly timers: Timers;
}

/** Keeps what is being typed: at each pause, at least every 0.8 s, and at once when asked. */
export class DraftKeeper {
	readonly #options: DraftOptions;
	#text: string;
	#saved: string;
	#saving = false;
	#stopped = false;
	#pauseTimer: number | null = null;
	#keepTimer: number | null = null;

	/** @param text the draft as it is already kept */
	constructor(text: string, options: DraftOptions) {
		this.#options = options;
		this.#text = text;
		this.#saved = text;
		options.onState(text === '' ? 'empty' : 'kept');
	}

	/** True where the text differs from what is known to be kept. */
	get isDirty(): boolean {
		return this.#text !== this.#saved;
	}

	change(text: string): void {
		this.#text = text;
		if (this.isDirty) this.#options.onState('unsaved');
		this.#clear('pause');
		this.#pauseTimer = this.#options.timers.set(() => {
			this.#pauseTimer = null;
			this.#options.onPause(this.#text);
			void this.#keep(false);
		}, PAUSE_MS);
		this.#keepTimer ??= this.#options.timers.set(() => {
			this.#keepTimer = null;
			void this.#keep(false);
		}, KEEP_AT_LEAST_EVERY_MS);
	}

	/** Keeps the text now, in a request that outlives the page. */
	flush(): void {
		if (this.isDirty) void this.#keep(true);
	}

	/** Keeps nothing more; what is under way may still arrive. */
	stop(): void {
		this.#stopped = true;
		this.#clear('pause');
		this.#clear('keep');
	}

	async #keep(keepalive: boolean): Promise<void> {
		this.#clear('keep');
		if (this.#stopped || !this.isDirty) return;
		// One write at a time, or an older text could land on a newer one.
		if (this.#saving && !keepalive) return;
		const text = this.#text;
		this.#saving = true;
		const isKept = await this.#options.save(text, keepalive);
		this.#saving = false;
		if (this.#hasStopped()) return;

		if (isKept) this.#saved = text;
		this.#options.onState(this.#stateAfter(isKept));
		if (this.#text === this.#saved) return;
		this.#keepTimer ??= this.#options.timers.set(
			() => {
				this.#keepTimer = null;
				void this.#keep(false);
			},
			isKept ? PAUSE_MS : RETRY_MS
		);
	}

	/** Asked anew after a wait, in which anything may have happened. */
	#hasStopped(): boolean {
		return this.#stopped;
	}

	#stateAfter(isKept: boolean): DraftState {
		if (!isKept) return 'failed';
		if (this.isDirty) return 'unsaved';
		return this.#text === '' ? 'empty' : 'kept';
	}

	#clear(which: 'pause' | 'keep'): void {
		const id = which === 'pause' ? this.#pauseTimer : this.#keepTimer;
		if (id !== null) this.#options.timers.clear(id);
		if (which === 'pause') this.#pauseTimer = null;
		else this.#keepTimer = null;
	}
}
