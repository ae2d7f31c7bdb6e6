export interface JsonPart {
	readonly kind: 'key' | 'string' | 'number' | 'word' | 'mark';
	readonly text: string;
}

const TOKEN = /("(?:[^"\\]|\\.)*")(\s*:)?|(-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)|(true|false|null)/gu;

/** Cuts JSON where its colour changes; joined, the parts are the text again. */
export function jsonParts(json: string): JsonPart[] {
	const parts: JsonPart[] = [];
	let end = 0;
	for (const match of json.matchAll(TOKEN)) {
		if (match.index > end) parts.push({ kind: 'mark', text: json.slice(end, match.index) });
		const [all, text, colon, number] = match;
		if (text !== undefined) {
			parts.push({ kind: colon === undefined ? 'string' : 'key', text });
			if (colon !== undefined) parts.push({ kind: 'mark', text: colon });
		} else parts.push({ kind: number === undefined ? 'word' : 'number', text: all });
		end = match.index + all.length;
	}
	if (end < json.length) parts.push({ kind: 'mark', text: json.slice(end) });
	return parts;
}

/** JSON with line breaks and indents; any other text as it is. */
export function indentJson(text: string): string {
	try {
		return JSON.stringify(JSON.parse(text), null, 2);
	} catch (error) {
		if (!(error instanceof SyntaxError)) throw error;
		return text;
	}
}
