import { MediaQuery } from 'svelte/reactivity';

/** Whether the page is being printed, when everything folded is to be unfolded. */
export class PrintView {
	readonly #media = new MediaQuery('print');
	#isPrinting = $state.raw(false);

	/** True for print media, and between the events round a print. */
	get isActive(): boolean {
		return this.#isPrinting || this.#media.current;
	}

	begin(): void {
		this.#isPrinting = true;
	}

	end(): void {
		this.#isPrinting = false;
	}
}
