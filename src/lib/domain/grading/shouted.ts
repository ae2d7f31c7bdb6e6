/** A name as references write it: with a capital inside a sentence, such as Python's `None`. */
const NAME = /(?<=[^.!?;:\s]\s)\p{Lu}\p{L}*/gu;
const WORD = /\p{L}+/gu;

/**
 * An answer written in capitals throughout, as it would read otherwise: small letters, and the
 * names that the references write with a capital. Every letter keeps its place. Any other answer
 * comes back as it is.
 */
export function quieten(answer: string, references: readonly string[]): string {
	if (/\p{Ll}/u.test(answer) || !/\p{Lu}/u.test(answer)) return answer;
	const lowered = answer.toLowerCase();
	// A few letters of other scripts grow when they are made small.
	if (lowered.length !== answer.length) return answer;
	const names = new Map(
		references
			.flatMap((text) => text.match(NAME) ?? [])
			.map((name) => [name.toLowerCase(), name] as const)
	);
	return lowered.replace(WORD, (word) => names.get(word) ?? word);
}
