import type { Rubric } from '../types';
import { correctGrade } from './correct-grade';
import type { Grade, PointGrade } from './types';

/** What the score would rise by if the point were covered in full, its key terms included; 0–1. */
export function pointGain(
	grade: Grade,
	point: PointGrade,
	rubric: Pick<Rubric, 'points'> | undefined
): number {
	if (rubric === undefined || point.coverage === 1) return 0;
	const claimed = correctGrade(grade, rubric, [{ point: point.id, said: true }]);
	return Math.max(0, claimed.score - grade.score);
}
