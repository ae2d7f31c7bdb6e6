import { bandOf } from '$lib/domain/mastery/bands';
import { m } from '$lib/paraglide/messages';
import { bandName } from '../level-name';

/** What a score and its band say. All are ratios, 0–1. */
interface ScoreBand {
	readonly score: number;
	readonly score_low: number;
	readonly score_high: number;
}

const ORDER = ['weak', 'partial', 'good', 'excellent'] as const;

/**
 * The specification's word for a score, where the whole band lies in it; otherwise the two words it
 * lies between, or the likeliest and how far it may be from that.
 */
export function bandWords({ score, score_low, score_high }: ScoreBand): string {
	const [low, high] = [bandName(score_low), bandName(score_high)];
	const steps = ORDER.indexOf(bandOf(score_high)) - ORDER.indexOf(bandOf(score_low));
	if (steps === 0) return low;
	return steps === 1
		? m.band_between({ low, high })
		: m.band_unsure({ middle: bandName(score), low, high });
}
