import { twoDecimals } from '$lib/domain/rounding';
import type { ActivityOutcome } from '$lib/contract/activities';
import { m } from '$lib/paraglide/messages';

/** What a screen reader is told when an activity is done. */
export function activityAnnouncement(result: ActivityOutcome): string {
	if (result.kind === 'contrast')
		return m.activity_announce_graded({ score: twoDecimals(result.grade.score) });
	const right = result.gaps.filter((gap) => gap.right).length;
	return m.activity_announce_checked({ right, of: result.gaps.length });
}
