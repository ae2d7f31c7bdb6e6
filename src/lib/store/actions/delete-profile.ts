import { TABLE_NAMES } from '../schema';
import type { WriteTx } from '../store';

/** Nothing of a profile may be left in any table. */
export const DELETE_PROFILE_TABLES = TABLE_NAMES;

/**
 * Deletes a profile with everything recorded in it, all or nothing. When it was the device's own,
 * the oldest other profile takes its place; without one, the next sign-in makes a fresh one.
 */
export async function deleteProfile(tx: WriteTx, profileId: string): Promise<void> {
	const own = { prefix: [profileId] };
	for (const event of await tx.select('events', 'by_kind', own))
		await tx.delete('events', event.id);
	for (const session of await tx.select('sessions', 'by_profile', own))
		await tx.delete('sessions', session.id);
	for (const waiting of await tx.select('waiting', 'by_profile', own))
		await tx.delete('waiting', waiting.answer_id);
	for (const seen of await tx.select('seen', 'by_topic', own))
		await tx.delete('seen', [profileId, seen.question_id]);
	for (const { topic, kind, id } of await tx.select('reviews', 'by_topic', own))
		await tx.delete('reviews', [profileId, topic, kind, id]);

	const plain = { prefix: profileId };
	for (const { topic } of await tx.select('mastery', 'by_profile', plain))
		await tx.delete('mastery', [profileId, topic]);
	for (const mark of await tx.select('marks', 'by_profile', plain))
		await tx.delete('marks', [profileId, mark.question_id]);
	for (const own of await tx.select('wordings', 'by_profile', plain))
		await tx.delete('wordings', [profileId, own.question_id]);
	for (const regrade of await tx.select('regrades', 'by_profile', plain))
		await tx.delete('regrades', regrade.answer_id);
	for (const reply of await tx.select('replies', 'by_profile', plain))
		await tx.delete('replies', [profileId, reply.key]);
	for (const draft of await tx.select('drafts', 'by_profile', plain))
		await tx.delete('drafts', [profileId, draft.session_id]);
	for (const token of await tx.select('tokens', 'by_profile', plain))
		await tx.delete('tokens', token.hash);
	await tx.delete('profiles', profileId);

	const device = await tx.get('device', 'own_profile');
	if (device?.value !== profileId) return;
	const [next] = (await tx.all('profiles')).sort((a, b) => a.created.at_ms - b.created.at_ms);
	if (next === undefined) await tx.delete('device', 'own_profile');
	else await tx.put('device', { name: 'own_profile', value: next.id });
}
