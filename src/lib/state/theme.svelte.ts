export type ThemeChoice = 'system' | 'light' | 'dark';
const NAME = 'mettle-theme';
const ORDER: readonly ThemeChoice[] = ['system', 'light', 'dark'];

/** Light, dark or as the system has it; kept on this device where that is allowed. */
export class Theme {
	#choice = $state.raw<ThemeChoice>('system');

	get choice(): ThemeChoice {
		return this.#choice;
	}

	/** Reads what `static/theme.js` applied before the first paint. */
	start(): void {
		const applied = document.documentElement.dataset['theme'];
		this.#choice = applied === 'light' || applied === 'dark' ? applied : 'system';
	}

	next(): void {
		const index = ORDER.indexOf(this.#choice);
		this.#choice = ORDER[(index + 1) % ORDER.length] ?? 'system';
		const root = document.documentElement;
		if (this.#choice === 'system') delete root.dataset['theme'];
		else root.dataset['theme'] = this.#choice;
		try {
			localStorage.setItem(NAME, this.#choice);
		} catch (error) {
			// Forbidden storage: the choice lasts as long as this page.
			if (!(error instanceof DOMException)) throw error;
		}
	}
}
