import type { Question } from '$lib/domain/types';
import { readWordings } from '$lib/store/actions/wordings';
import type { ReadTx } from '$lib/store/store';

/** A question as it is measured for this person: their own wordings count beside the pack's. */
export async function personalQuestion(
	tx: ReadTx,
	profileId: string,
	question: Question
): Promise<Question> {
	const own = await readWordings(tx, profileId, question.id);
	if (own.length === 0) return question;
	return {
		...question,
		points: question.points.map((point) => ({
			...point,
			wordings: [
				...point.wordings,
				...own.filter((wording) => wording.point === point.id).map(({ text }) => text)
			]
		}))
	};
}
