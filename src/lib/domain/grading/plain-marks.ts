/** Typographic marks and the keyboard's, which mean the same; each one character long. */
const PLAIN: Readonly<Record<string, string>> = {
	'‘': "'",
	'’': "'",
	'‚': "'",
	'‛': "'",
	'“': '"',
	'”': '"',
	'„': '"',
	'‐': '-',
	'‑': '-',
	'–': '-',
	'—': '-',
	'\u00A0': ' ',
	'\u2009': ' ',
	'\u202F': ' '
};
const MARKS = new RegExp(`[${Object.keys(PLAIN).join('')}]`, 'gu');

/** A text with the marks of a keyboard, so that the model reads both alike. Every place stays. */
export function plainMarks(text: string): string {
	return text.replace(MARKS, (mark) => PLAIN[mark] ?? mark);
}
