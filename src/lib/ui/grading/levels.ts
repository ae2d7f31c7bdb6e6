import { m } from '$lib/paraglide/messages';

type Row = readonly [string, string];

/** The specification's words for a score, the best first. */
export function scoreRows(): Row[] {
	return [
		[m.band_excellent(), m.grading_from({ from: '0.90' })],
		[m.band_good(), m.grading_range({ from: '0.70', to: '0.89' })],
		[m.band_partial(), m.grading_range({ from: '0.50', to: '0.69' })],
		[m.band_weak(), m.grading_below({ to: '0.50' })]
	];
}

/** The specification's words for a mastery, the best first. */
export function masteryRows(): Row[] {
	return [
		[m.mastery_advanced(), m.grading_from({ from: '0.85' })],
		[m.mastery_solid(), m.grading_range({ from: '0.70', to: '0.84' })],
		[m.mastery_developing(), m.grading_range({ from: '0.50', to: '0.69' })],
		[m.mastery_beginner(), m.grading_below({ to: '0.50' })]
	];
}
