import { m } from '$lib/paraglide/messages';
import type { GradingFigures, MeasuredSet } from './figures';
import { twoDecimals } from '$lib/domain/rounding';
import { percent } from './numbers';
import { setName } from './set-name';

/** What the grader is bad at, from its figures and from how it works. */
export function weakSpots({ sets, opposites, kinds }: GradingFigures): string[] {
	const { wrong, full, mixed, half } = kinds?.mean ?? {};
	return [
		...(wrong === undefined || full === undefined
			? []
			: [m.grading_weak_wrong({ wrong: twoDecimals(wrong), full: twoDecimals(full) })]),
		...(mixed === undefined || half === undefined
			? []
			: [m.grading_weak_mixed({ mixed: twoDecimals(mixed), half: twoDecimals(half) })]),
		...(opposites === null
			? []
			: [
					m.grading_weak_opposites({
						items: opposites.items,
						share: percent(opposites.opposites_pass)
					}),
					m.grading_weak_paraphrases({ share: percent(opposites.paraphrases_pass) })
				]),
		...worst(sets, 'unjust_fails', m.grading_weak_fails),
		...worst(sets, 'unjust_passes', m.grading_weak_passes),
		m.grading_weak_facts(),
		m.grading_weak_language(),
		m.grading_weak_long()
	];
}

/** The set that comes off worst. */
function worst(
	sets: readonly MeasuredSet[],
	by: 'unjust_fails' | 'unjust_passes',
	text: (inputs: { set: string; share: string }) => string
): string[] {
	const [set] = [...sets].sort((a, b) => b.measures.score[by] - a.measures.score[by]);
	return set === undefined
		? []
		: [text({ set: setName(set.id).name, share: percent(set.measures.score[by]) })];
}
