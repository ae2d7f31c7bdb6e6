import type { PointState } from '$lib/domain/grading/types';

/** What stands at the edge of something judged, and behind it; base.css has the colours. */
export type Tone = 'good' | 'partial' | 'bad' | 'plain';

const POINT_TONES: Readonly<Record<PointState, Tone>> = {
	covered: 'good',
	partial: 'partial',
	missing: 'plain',
	contradicted: 'bad'
};

/** @param isDoubted a guard found the answer to say little of the question, or nothing right */
export function toneOf(state: PointState, isDoubted: boolean): Tone {
	return isDoubted && state === 'covered' ? 'partial' : POINT_TONES[state];
}
