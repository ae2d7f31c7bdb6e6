import type { Misconception, Rubric } from '../types';
import type { Grade } from './types';
import { sentencesOf } from './words';

/**
 * What an answer to a question asked back is measured against: the one point, put in any of its
 * wordings, with its key terms and what it is mistaken for. A lone sentence is mistaken for it by
 * saying another point of the question; among several sentences such a one does no harm.
 *
 * @param rubric of the whole question
 * @returns undefined where the question has no such point
 */
export function followUpRubric(rubric: Rubric, pointId: string, text: string): Rubric | undefined {
	const point = rubric.points.find((candidate) => candidate.id === pointId);
	if (point === undefined) return undefined;
	return {
		prompt: rubric.prompt,
		expected: point.wordings,
		points: [point],
		keywords: point.keywords,
		misconceptions: [
			...rubric.misconceptions.filter(({ confuses }) => confuses === pointId),
			...(sentencesOf(text).length > 1 ? [] : otherPoints(rubric, pointId))
		]
	};
}

function otherPoints({ points }: Rubric, pointId: string): Misconception[] {
	return points
		.filter(({ id }) => id !== pointId)
		.map(({ id, wordings }) => ({
			id: `other-${id}`,
			confuses: pointId,
			wordings,
			why: 'This is another point of the question; the one that is asked about is still open.'
		}));
}

/** What came of an answer to a question asked back. */
export interface FollowUpVerdict {
	readonly covered: boolean;
	/** Of the point, 0–1. */
	readonly coverage: number;
	/** What it mixes up, or why it says nothing on the point; null where neither. */
	readonly note: string | null;
}

/**
 * What a guard found, in words that speak of no score. Few words are enough for one point, so a bare
 * list of its key words is no trick here.
 */
const TRICKS: Readonly<Record<string, string>> = {
	question_restated: 'These are the question’s own words, and nothing on the point.',
	grader_instructions: 'This speaks to the grader and says nothing on the point.',
	random_words: 'These words form no sentences.',
	nothing_said: 'This says nothing on the point.',
	off_topic: 'This is about something else.',
	opposite: 'This says the opposite of the point.'
};

/** @param grade of the answer by `followUpRubric` */
export function judgeFollowUp(grade: Grade): FollowUpVerdict {
	const [point] = grade.points;
	if (point === undefined) throw new RangeError('a question asked back is about one point');
	const trick = grade.flags.flatMap(({ code }) => TRICKS[code] ?? [])[0];
	return {
		covered: point.state === 'covered' && trick === undefined,
		coverage: point.coverage,
		note: point.mixed_up ?? trick ?? null
	};
}
