import { DEFAULT_SETTINGS } from '$lib/contract/settings';
import { DERIVED_VERSION } from './derived';
import type { Instant } from '../event-records';
import type { ProfileRecord } from '../records';
import type { ReadTx, TableName, WriteTx } from '../store';

export const PROFILE_TABLES = [
	'profiles',
	'tokens',
	'device'
] as const satisfies readonly TableName[];

/** A profile in which nothing has been recorded. */
export function newProfile(fresh: {
	readonly id: string;
	readonly name: string;
	readonly now: Instant;
}): ProfileRecord {
	return {
		id: fresh.id,
		name: fresh.name,
		created: fresh.now,
		interview_date: null,
		minutes_a_day: null,
		settings: { persist_asked: false, ...DEFAULT_SETTINGS },
		derived_version: DERIVED_VERSION
	};
}

/** The device's own profile, made with the given id and name if there is none. */
export async function ownProfile(
	tx: WriteTx,
	fresh: { readonly id: string; readonly name: string; readonly now: Instant }
): Promise<ProfileRecord> {
	const own = await tx.get('device', 'own_profile');
	const known = own === undefined ? undefined : await tx.get('profiles', own.value);
	if (known !== undefined) return known;

	const profile = newProfile(fresh);
	await tx.put('profiles', profile);
	await tx.put('device', { name: 'own_profile', value: profile.id });
	return profile;
}

/** The profile that a token (as its hash) belongs to. */
export async function profileOfToken(tx: ReadTx, hash: string): Promise<ProfileRecord | undefined> {
	const token = await tx.get('tokens', hash);
	return token === undefined ? undefined : tx.get('profiles', token.profile_id);
}
