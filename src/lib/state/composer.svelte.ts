import type { Confidence } from '$lib/domain/mastery/confidence';
import { roomLeft } from './answer-length';
import { DraftKeeper, type DraftState, type Timers } from './draft';
import type { PageLife } from './page-life';
import { VisibleClock } from './visible-clock';

export interface ComposerOptions {
	readonly page: PageLife;
	readonly timers: Timers;
	/** Keeps text and time; true once that is committed. */
	readonly save: (
		questionId: string,
		text: string,
		seconds: number,
		keepalive: boolean
	) => Promise<boolean>;
	readonly onPause: (text: string) => void;
}

/** The answer being written to one question: its text, its draft and its time. */
export class Composer {
	readonly #options: ComposerOptions;
	readonly #clock: VisibleClock;
	#text = $state.raw('');
	#draft = $state.raw<DraftState>('empty');
	#room = $derived(roomLeft(this.#text));
	#keeper: DraftKeeper | null = null;
	#questionId = '';
	/** How sure the person says they are; null while they have not said. */
	confidence = $state.raw<Confidence | null>(null);

	constructor(options: ComposerOptions) {
		this.#options = options;
		this.#clock = new VisibleClock(() => options.page.now());
	}

	get text(): string {
		return this.#text;
	}

	set text(text: string) {
		this.#text = text;
		this.#keeper?.change(text);
	}

	get draft(): DraftState {
		return this.#draft;
	}

	/** Code points that still fit; null while the end is far away. */
	get room(): number | null {
		return this.#room;
	}

	/** Visible seconds since the question was shown. Not reactive: ask each second. */
	get seconds(): number {
		return this.#clock.seconds;
	}

	get isDirty(): boolean {
		return this.#keeper?.isDirty ?? false;
	}

	/** A question is shown, with the draft and the time that were kept for it. */
	begin(questionId: string, draft: string, seconds = 0): void {
		this.confidence = null;
		this.#clock.restart(this.#options.page.isVisible(), seconds);
		this.#keepFor(questionId, draft);
	}

	/** Another tab kept another text for the same question. */
	adopt(questionId: string, draft: string): void {
		this.#keepFor(questionId, draft);
	}

	/** The answer is on its way: no draft must follow it. */
	pause(): void {
		this.#keeper?.stop();
		this.#keeper = null;
	}

	/** The answer did not arrive: go on keeping the text. */
	resume(questionId: string): void {
		const text = this.#text;
		this.#keepFor(questionId, '');
		if (text !== '') this.text = text;
	}

	flush(): void {
		this.#keeper?.flush();
	}

	/** Keeps text and time as they are now, also where nothing was typed. */
	keepTime(): void {
		if (this.#keeper === null) return;
		if (this.#keeper.isDirty) this.#keeper.flush();
		else void this.#options.save(this.#questionId, this.#text, this.seconds, true);
	}

	setVisible(isVisible: boolean): void {
		this.#clock.setVisible(isVisible);
	}

	#keepFor(questionId: string, kept: string): void {
		this.#keeper?.stop();
		this.#questionId = questionId;
		if (this.#text !== kept && this.#keeper !== null) this.#text = kept;
		this.#keeper = new DraftKeeper(kept, {
			save: (text, keepalive) => this.#options.save(questionId, text, this.seconds, keepalive),
			onPause: this.#options.onPause,
			onState: (state) => (this.#draft = state),
			timers: this.#options.timers
		});
	}
}
