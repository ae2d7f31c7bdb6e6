import { createRandom } from '$lib/domain/random';
import { agreementOf, type Judged } from './agreement';

/** A graded answer with what its errors are read from. Scores 0–1. */
export interface Shown extends Judged {
	readonly low: number;
	readonly high: number;
	/** Length of the answer in characters. */
	readonly length: number;
}

const HUMAN_BANDS = [
	['0–.5', (human: number) => human <= 0.5],
	['.5–.8', (human: number) => human > 0.5 && human < 0.8],
	['.8–1', (human: number) => human >= 0.8]
] as const;
const QUARTILES = [0, 1, 2, 3] as const;

/** Mean signed errors (machine − human) by human grade and by length, and how true the band is. */
export function errorsOf(shown: readonly Shown[]) {
	const byLength = [...shown].sort((a, b) => a.length - b.length);
	const quarter = (index: number) =>
		byLength.slice(
			Math.round((index * shown.length) / QUARTILES.length),
			Math.round(((index + 1) * shown.length) / QUARTILES.length)
		);
	return {
		by_human: Object.fromEntries(
			HUMAN_BANDS.map(([name, isIn]) => [name, meanError(shown.filter(({ human }) => isIn(human)))])
		),
		by_length_quartile: QUARTILES.map((index) => meanError(quarter(index))),
		band_holds: round(
			mean(shown.map(({ human, low, high }) => Number(human >= low && human <= high)))
		),
		band_width: round(mean(shown.map(({ low, high }) => high - low)))
	};
}

const RESAMPLES = 400;

/** 95 % intervals of r and r_q; whole questions are drawn with replacement, seed 1. */
export function intervalsOf(judged: readonly Judged[]) {
	const random = createRandom(1);
	const byQuestion = new Map<string, Judged[]>();
	for (const item of judged) {
		const items = byQuestion.get(item.question_id) ?? [];
		items.push(item);
		byQuestion.set(item.question_id, items);
	}
	const questions = [...byQuestion.values()];
	const drawn = Array.from({ length: RESAMPLES }, () =>
		agreementOf(
			questions.flatMap((_, index) =>
				(questions[Math.floor(random() * questions.length)] ?? []).map((item) => ({
					...item,
					question_id: String(index)
				}))
			)
		)
	);
	return {
		r: middle(drawn.map(({ r }) => r)),
		r_q: middle(drawn.map(({ r_q }) => r_q))
	};
}

function middle(values: readonly number[]): [low: number, high: number] {
	const sorted = [...values].sort((a, b) => a - b);
	const at = (share: number) => round(sorted[Math.floor(share * (sorted.length - 1))] ?? 0);
	return [at(0.025), at(0.975)];
}

/** Null where no answer is in the group. */
function meanError(shown: readonly Judged[]): number | null {
	return shown.length === 0 ? null : round(mean(shown.map((item) => item.machine - item.human)));
}

function mean(values: readonly number[]): number {
	return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}

function round(value: number): number {
	return Math.round(value * 1000) / 1000;
}
