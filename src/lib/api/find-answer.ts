import { readAnswer, type KnownAnswer } from '$lib/store/actions/corrections';
import type { ProfileRecord } from '$lib/store/records';
import type { ReadTx } from '$lib/store/store';
import { ApiError } from './api-error';

/**
 * An answer of the profile by the id in its address.
 *
 * @throws ApiError 404 for an unknown id and for another profile's answer alike
 */
export async function findAnswer(
	tx: ReadTx,
	profile: ProfileRecord,
	answerId: string
): Promise<KnownAnswer> {
	const known = await readAnswer(tx, profile.id, answerId);
	if (known !== undefined) return known;
	throw new ApiError(404, `There is no answer ${answerId} in this profile.`);
}
