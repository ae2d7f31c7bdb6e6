import type { Rubric } from '../types';
import { CORRECT_FROM } from './calibration';
import type { Grade } from './types';

/**
 * What an answer to a question asked back is measured against: the one point, put in any of its
 * wordings, with its key terms and what it is mistaken for.
 *
 * @param rubric of the whole question
 * @returns undefined where the question has no such point
 */
export function followUpRubric(rubric: Rubric, pointId: string): Rubric | undefined {
	const point = rubric.points.find((candidate) => candidate.id === pointId);
	if (point === undefined) return undefined;
	return {
		prompt: rubric.prompt,
		expected: point.wordings,
		points: [point],
		keywords: point.keywords,
		misconceptions: rubric.misconceptions.filter(({ confuses }) => confuses === pointId)
	};
}

/** What came of an answer to a question asked back. */
export interface FollowUpVerdict {
	readonly covered: boolean;
	/** Of the point, 0–1. */
	readonly coverage: number;
	/** What a guard had against the answer, or what it mixed up; null where nothing. */
	readonly note: string | null;
}

/** Few words are enough for one point, so a bare list of its key words is no trick here. */
const ALLOWED_SHORT: ReadonlySet<string> = new Set(['keyword_list']);

/** @param grade of the answer by `followUpRubric` */
export function judgeFollowUp(grade: Grade): FollowUpVerdict {
	const [point] = grade.points;
	if (point === undefined) throw new RangeError('a question asked back is about one point');
	const trick = grade.flags.find(
		(flag) => flag.cap !== null && flag.cap < CORRECT_FROM && !ALLOWED_SHORT.has(flag.code)
	);
	return {
		covered: point.state === 'covered' && trick === undefined,
		coverage: point.coverage,
		note: point.mixed_up ?? trick?.message ?? null
	};
}
