import { m } from '$lib/paraglide/messages';

type Range = readonly [start: number, end: number];

/** The quoted ranges of an answer, joined by an ellipsis. */
export function quotesOf(answer: string, spans: readonly Range[]): string {
	return m.point_quote({
		words: spans.map(([start, end]) => answer.slice(start, end)).join(' … ')
	});
}

/** A stretch of the answer, with the ids of the points that it decided. */
export interface Stretch {
	readonly text: string;
	readonly points: readonly string[];
}

/** Cuts an answer at the ends of the points' ranges, which may overlap and pass its end. */
export function stretchesOf(
	answer: string,
	marks: readonly { readonly id: string; readonly spans: readonly Range[] }[]
): Stretch[] {
	const inside = (place: number) => Math.min(Math.max(place, 0), answer.length);
	const cuts = new Set([0, answer.length]);
	for (const place of marks.flatMap(({ spans }) => spans.flat())) cuts.add(inside(place));
	const places = [...cuts].sort((a, b) => a - b);

	const stretches: Stretch[] = [];
	for (const [index, start] of places.entries()) {
		const end = places[index + 1] ?? start;
		if (end === start) continue;
		const points = marks
			.filter(({ spans }) => spans.some(([from, to]) => from <= start && end <= to))
			.map(({ id }) => id);
		const last = stretches.at(-1);
		if (last !== undefined && last.points.join() === points.join())
			stretches[stretches.length - 1] = { ...last, text: last.text + answer.slice(start, end) };
		else stretches.push({ text: answer.slice(start, end), points });
	}
	return stretches;
}
