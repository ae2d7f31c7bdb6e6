/** Which point is lit up, with its words in the answer: by the pointer, or by the focus. */
export class Spotlight {
	#point = $state<string | null>(null);

	/** @param prefix begins the ids of the points on the page */
	constructor(readonly prefix: string) {}

	isOn(point: string): boolean {
		return this.#point === point;
	}

	/** Attributes of an element that lights the point up. */
	lights(point: string) {
		const on = () => (this.#point = point);
		const off = () => (this.#point = null);
		return { onmouseenter: on, onmouseleave: off, onfocusin: on, onfocusout: off };
	}
}
