/** A stretch of text within a paragraph. */
export interface Part {
	readonly kind: 'text' | 'code' | 'emphasis' | 'strong';
	readonly text: string;
}

export type Block =
	| { readonly kind: 'paragraph'; readonly parts: readonly Part[] }
	| { readonly kind: 'code'; readonly text: string };

const FENCE = '```';
const MARKED = /`([^`\n]+)`|\*\*([^*\n]+)\*\*|\*([^*\n]+)\*/gu;

/**
 * The small part of Markdown that prompts and explanations use, as data: no HTML comes of it, so
 * nothing in a pack can run or load.
 */
export function blocksOf(text: string): Block[] {
	const blocks: Block[] = [];
	let code: string[] | null = null;
	let lines: string[] = [];
	const endParagraph = (): void => {
		const paragraph = lines.join(' ').trim();
		if (paragraph !== '') blocks.push({ kind: 'paragraph', parts: partsOf(paragraph) });
		lines = [];
	};
	for (const line of text.split('\n')) {
		if (line.startsWith(FENCE)) {
			if (code === null) endParagraph();
			else blocks.push({ kind: 'code', text: code.join('\n') });
			code = code === null ? [] : null;
		} else if (code !== null) code.push(line);
		else if (line.trim() === '') endParagraph();
		else lines.push(line.trim());
	}
	if (code !== null) blocks.push({ kind: 'code', text: code.join('\n') });
	endParagraph();
	return blocks;
}

function partsOf(line: string): Part[] {
	const parts: Part[] = [];
	let end = 0;
	for (const match of line.matchAll(MARKED)) {
		if (match.index > end) parts.push({ kind: 'text', text: line.slice(end, match.index) });
		const [all, code, strong, emphasis] = match;
		if (code !== undefined) parts.push({ kind: 'code', text: code });
		else if (strong !== undefined) parts.push({ kind: 'strong', text: strong });
		else parts.push({ kind: 'emphasis', text: emphasis ?? '' });
		end = match.index + all.length;
	}
	if (end < line.length) parts.push({ kind: 'text', text: line.slice(end) });
	return parts;
}
