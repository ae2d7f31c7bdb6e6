import type { ActivityOutcome } from '$lib/contract/activities';
import { m } from '$lib/paraglide/messages';

/** What a screen reader is told when an activity is done. */
export function activityAnnouncement(result: ActivityOutcome): string {
	if (result.kind === 'contrast')
		return m.activity_announce_graded({ score: result.grade.score.toFixed(2) });
	const right = result.gaps.filter((gap) => gap.right).length;
	return m.activity_announce_checked({ right, of: result.gaps.length });
}
