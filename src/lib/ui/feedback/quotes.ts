import { m } from '$lib/paraglide/messages';

type Range = readonly [start: number, end: number];

/** The quoted ranges of an answer, joined by an ellipsis. */
export function quotesOf(answer: string, spans: readonly Range[]): string {
	return m.point_quote({
		words: spans.map(([start, end]) => answer.slice(start, end)).join(' … ')
	});
}

/** A stretch of the answer, marked where it decided a point. */
export interface Stretch {
	readonly text: string;
	readonly isMarked: boolean;
}

/** Cuts an answer at the ends of the given ranges, which may overlap. */
export function stretchesOf(answer: string, spans: readonly Range[]): Stretch[] {
	const stretches: Stretch[] = [];
	let end = 0;
	for (const [start, stop] of [...spans].sort((a, b) => a[0] - b[0])) {
		const from = Math.max(start, end);
		if (stop <= from) continue;
		if (from > end) stretches.push({ text: answer.slice(end, from), isMarked: false });
		stretches.push({ text: answer.slice(from, stop), isMarked: true });
		end = stop;
	}
	if (end < answer.length) stretches.push({ text: answer.slice(end), isMarked: false });
	return stretches;
}
