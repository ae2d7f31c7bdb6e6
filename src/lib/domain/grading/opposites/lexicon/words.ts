/** A list of words written as running text. */
export function words(text: string): ReadonlySet<string> {
	return new Set(text.trim().split(/\s+/u));
}
