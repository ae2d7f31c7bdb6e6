import { m } from '$lib/paraglide/messages';
import type { DraftState } from '$lib/state/draft';

/** What is said of a draft beside its field. */
export function draftNote(state: DraftState): string {
	return {
		empty: () => '',
		unsaved: m.practice_keeping,
		kept: m.practice_kept,
		failed: m.practice_not_kept
	}[state]();
}
