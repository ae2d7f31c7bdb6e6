/**
 * A function of an object, worked out once for each object and forgotten with it: for what is the
 * same with every answer, such as the texts of a question.
 */
export function rememberedOf<K extends object, V extends object>(
	make: (key: K) => V
): (key: K) => V {
	const known = new WeakMap<K, V>();
	return (key) => {
		const found = known.get(key);
		if (found !== undefined) return found;
		const made = make(key);
		known.set(key, made);
		return made;
	};
}

const MOST_WORDS = 20_000;

/** The same for words: kept until there are many, then begun anew. */
export function rememberedWords(read: (word: string) => string): (word: string) => string {
	const known = new Map<string, string>();
	return (word) => {
		const found = known.get(word);
		if (found !== undefined) return found;
		const made = read(word);
		if (known.size >= MOST_WORDS) known.clear();
		known.set(word, made);
		return made;
	};
}
