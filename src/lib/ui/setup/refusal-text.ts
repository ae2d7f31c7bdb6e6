import { m } from '$lib/paraglide/messages';
import type { Failure } from '$lib/state/failure';
import type { SessionKind } from './session-kinds';

/**
 * Why a session was not begun, for the person who asked for it.
 *
 * @param kind what was asked for
 * @param hasPractised whether there was any session before
 */
export function refusalText(refusal: Failure, kind: SessionKind, hasPractised: boolean): string {
	if (refusal.kind !== 'moved_on') return refusal.detail;
	if (kind !== 'missed') return m.setup_all_hidden();
	return hasPractised ? m.setup_missed_none() : m.setup_missed_nothing_yet();
}
