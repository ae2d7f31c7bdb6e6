import type { Question } from '$lib/domain/types';
import type { LoadedPack, PackSource } from '$lib/packs/load-packs';
import { ApiError } from './api-error';

/** The pack of a session's topic. @throws ApiError 409 when its pack was removed */
export async function packOfTopic(packs: PackSource, topic: string): Promise<LoadedPack> {
	const pack = await packs.load(topic);
	if (pack !== undefined) return pack;
	throw new ApiError(
		409,
		`The questions of "${topic}" are no longer on this device. Your answers are kept; end the session or add the pack again.`
	);
}

/** A question of a pack; undefined when the pack, or the question in it, is gone. */
export function questionIn(
	pack: LoadedPack | undefined,
	id: string | undefined
): Question | undefined {
	return pack?.questions.find((question) => question.id === id);
}
