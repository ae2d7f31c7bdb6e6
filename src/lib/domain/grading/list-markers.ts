/**
 * What stands before an item of a list, at the start of a line: a dash, star or bullet, or a number
 * or letter with its dot or bracket. A blank must follow: "-1", "3.5" and "*args" are no markers.
 */
const MARKER = /^([^\S\n]*)((?:[-*+•·‣◦–—]|\(?\d{1,2}[.)]|\(?[A-Za-z]\))[^\S\n]+)/gmu;

/**
 * The text with each list marker replaced by blanks, so that the items read like sentences in a
 * row. Every other sign stays where it was: offsets into one text fit the other.
 */
export function blankListMarkers(text: string): string {
	return text.replace(
		MARKER,
		(_, indent: string, marker: string) => indent + ' '.repeat(marker.length)
	);
}

/** An item of a list that no mark ends, up to its last letter, digit, bracket or quotation mark. */
const OPEN_ITEM = new RegExp(
	`${MARKER.source}[^\\n]*[\\p{L}\\p{N})\\]"'”’](?=[^\\S\\n]*(?:\\n|$))`,
	'gmu'
);

/**
 * A list as the model reads it: without its markers, and with a full stop after each item that has
 * none, so that it is the same text as its sentences in a row.
 *
 * @returns offsets stay as they were; a last full stop may stand behind the end
 */
export function readAsProse(text: string): string {
	const units = blankListMarkers(text).split('');
	for (const match of text.matchAll(OPEN_ITEM)) units[match.index + match[0].length] = '.';
	return units.join('');
}
