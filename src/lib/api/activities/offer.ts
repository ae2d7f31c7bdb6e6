import { chooseActivity } from '$lib/domain/activities/choose-activity';
import { buildGapFill } from '$lib/domain/activities/gap-fill';
import { createRandom } from '$lib/domain/random';
import type { ConceptView } from '$lib/domain/selection/types';
import type { Question } from '$lib/domain/types';
import { offerInSlot, readPastActivities } from '$lib/store/actions/activities';
import type { Stamp } from '$lib/store/actions/sessions';
import type { SessionRecord } from '$lib/store/records';
import type { WriteTx } from '$lib/store/store';

/** Keeps the gaps' chance apart from the chance that chose the question. */
const SEED_STEP = 0x9e3779b9;

/**
 * Called when a question has just been shown: puts an activity in its place where the concept it
 * was chosen for does not rise (design section 5). In sessions on one topic only, for a mock is an
 * interview, and never twice running, for somebody who finds everything hard came to answer too.
 *
 * @param concept that the question was chosen for
 * @param state of the concept; undefined where it was never practised
 * @returns the session, its open slot with the offer where there is one
 */
export async function offerActivity(
	tx: WriteTx,
	stamp: Stamp,
	session: SessionRecord,
	question: Question,
	concept: string,
	state: ConceptView | undefined
): Promise<SessionRecord> {
	const before = session.slots.at(-2);
	if (session.session_type !== 'technical' || before?.outcome === 'practised') return session;
	if (state === undefined || state.stagnation_count === 0) return session;

	const known = {
		mastery: state.mastery,
		attempts: state.attempts,
		stagnation_count: state.stagnation_count
	};
	const past = await readPastActivities(tx, stamp.profileId, question.topic, concept);
	const kind = chooseActivity(known, past, stamp.now);
	const seed = (session.seed + SEED_STEP + session.slots.length) % 2 ** 32;
	// A contrast may have to give way to a gap-fill, so that must be possible in any case.
	if (kind === null || buildGapFill(question, concept, createRandom(seed)) === null) return session;
	return offerInSlot(tx, session, { kind, concept, state: 'offered', score: null, seed, ...known });
}
