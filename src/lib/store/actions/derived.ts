import type { ProfileRecord } from '../records';
import type { ReadTx, TableName, WriteTx } from '../store';
import { readAllMastery, refoldMastery } from './mastery';

/**
 * Version of the rules by which mastery and reviews follow from the log. Raise it whenever a fold
 * gives other records than before: each profile's are then computed anew once.
 */
export const DERIVED_VERSION = 1;

export const DERIVED_TABLES = [
	'profiles',
	'events',
	'mastery',
	'reviews'
] as const satisfies readonly TableName[];

/**
 * Computes everything derived of a profile anew if that was done by older rules, and notes the
 * version. The log itself is not touched.
 *
 * @returns the profile as it is now; undefined when it was deleted meanwhile
 */
export async function bringUpToDate(
	tx: WriteTx,
	profileId: string
): Promise<ProfileRecord | undefined> {
	const profile = await tx.get('profiles', profileId);
	if (profile === undefined || profile.derived_version >= DERIVED_VERSION) return profile;

	for (const topic of await topicsOf(tx, profileId)) await refoldMastery(tx, profileId, topic);
	const updated: ProfileRecord = { ...profile, derived_version: DERIVED_VERSION };
	await tx.put('profiles', updated);
	return updated;
}

/** Every topic that was answered in, or has a record. */
async function topicsOf(tx: ReadTx, profileId: string): Promise<Set<string>> {
	const given = await tx.select('events', 'by_kind', { prefix: [profileId, 'answer_given'] });
	const stored = await readAllMastery(tx, profileId);
	return new Set([
		...given.flatMap((event) => (event.kind === 'answer_given' ? [event.topic] : [])),
		...stored.map((state) => state.topic)
	]);
}
