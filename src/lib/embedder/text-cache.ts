import type { EncodedText } from '$lib/domain/grading/encoded';

/**
 * Keeps the texts read last, so that a draft measured ahead costs nothing when it is submitted.
 *
 * @param mostWords word vectors kept in all, 1.5 kB each; the newest text stays whatever its size
 */
export function createTextCache(mostWords: number) {
	const texts = new Map<string, EncodedText>();

	return {
		/** Gives a text read before, and counts it as used just now. */
		get(text: string): EncodedText | undefined {
			const found = texts.get(text);
			if (found !== undefined) {
				texts.delete(text);
				texts.set(text, found);
			}
			return found;
		},
		/** Keeps a text and lets the ones go that were used longest ago. */
		set(encoded: EncodedText): void {
			texts.delete(encoded.text);
			texts.set(encoded.text, encoded);
			let words = 0;
			for (const { text, words: own } of [...texts.values()].reverse()) {
				words += own.length + 1;
				if (words > mostWords && text !== encoded.text) texts.delete(text);
			}
		}
	};
}
