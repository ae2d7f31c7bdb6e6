import type { PointState } from '$lib/domain/grading/types';

/** What stands at the edge of something judged, and behind it; base.css has the colours. */
export type Tone = 'good' | 'partial' | 'bad' | 'plain';

export const POINT_TONES: Readonly<Record<PointState, Tone>> = {
	covered: 'good',
	partial: 'partial',
	missing: 'plain',
	contradicted: 'bad'
};
