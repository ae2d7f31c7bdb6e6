import type { WordingsRecord } from '../records';
import type { ReadTx, WriteTx } from '../store';

/** Most own wordings of one point: the latest count, and each is measured against. */
const MOST_WORDINGS = 5;

type OwnWording = WordingsRecord['wordings'][number];

/** The person's own wordings of a question's points. */
export async function readWordings(
	tx: ReadTx,
	profileId: string,
	questionId: string
): Promise<readonly OwnWording[]> {
	return (await tx.get('wordings', [profileId, questionId]))?.wordings ?? [];
}

/**
 * Puts an answer's wording of a point in the place of the one it had before; without a text it
 * only goes.
 */
export async function keepWording(
	tx: WriteTx,
	profileId: string,
	questionId: string,
	{ point, answer_id, text }: Omit<OwnWording, 'text'> & { text: string | undefined }
): Promise<void> {
	const known = await readWordings(tx, profileId, questionId);
	const others = known.filter((own) => own.point !== point || own.answer_id !== answer_id);
	const added = text === undefined ? [] : [{ point, text, answer_id }];
	if (others.length === known.length && added.length === 0) return;

	const ofPoint = [...others.filter((own) => own.point === point), ...added];
	const wordings = [
		...others.filter((own) => own.point !== point),
		...ofPoint.slice(-MOST_WORDINGS)
	];
	if (wordings.length === 0) await tx.delete('wordings', [profileId, questionId]);
	else await tx.put('wordings', { profile_id: profileId, question_id: questionId, wordings });
}
