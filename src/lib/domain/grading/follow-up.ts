import { GOOD_SCORE } from '../difficulty/next-level';
import { isAtLeast, roundHalfUp } from '../rounding';
import type { Rubric } from '../types';
import { CORRECT_FROM } from './calibration';
import { pointGain } from './point-gain';
import type { Grade, PointGrade } from './types';

/** A question asked back after a good answer, about one point that it left out. */
export interface FollowUp {
	/** Id of the point. */
	readonly point: string;
	/** What an interviewer would ask; names the point's concept and never what is to be said. */
	readonly prompt: string;
}

/** A point that the score would hardly rise by is not worth a question. */
const WORTH_ASKING = 0.05;

/** Concepts that the opening names: more would not be read. */
const MOST_PRAISED = 2;

interface OpenPoint {
	readonly point: PointGrade;
	readonly gain: number;
}

/**
 * Which point to ask back: the most valuable one of a good answer that is missing or only partly
 * there. A weaker answer has more to mend than one point. A contradicted point is no gap but a mistake, and is explained, not asked.
 *
 * @param grade as measured
 * @param rubric of the question
 * @param conceptTitle title of a concept, for the question's words
 * @returns null where nothing is worth asking, or the grade is not final
 */
export function followUp(
	grade: Grade,
	rubric: Pick<Rubric, 'points'>,
	conceptTitle: (concept: string) => string
): FollowUp | null {
	if (grade.state !== 'final' || !isAtLeast(grade.score, GOOD_SCORE)) return null;
	const open = grade.points
		.filter((point) => point.state === 'missing' || point.state === 'partial')
		.map((point): OpenPoint => ({ point, gain: pointGain(grade, point, rubric) }))
		.sort((a, b) => b.gain - a.gain);
	const best = open[0];
	if (best === undefined || !isAtLeast(best.gain, WORTH_ASKING)) return null;
	const covered = grade.points
		.filter((point) => point.state === 'covered' && point.concept !== best.point.concept)
		.map((point) => inSentence(conceptTitle(point.concept)));
	return {
		point: best.point.id,
		prompt: [
			praise([...new Set(covered)]),
			question(best, open.length, inSentence(conceptTitle(best.point.concept))),
			'What would you add?'
		].join(' ')
	};
}

function praise(covered: readonly string[]): string {
	const named = covered.slice(0, MOST_PRAISED);
	return named.length === 0 ? 'Good so far.' : `Good, you have explained ${named.join(' and ')}.`;
}

function question({ point, gain }: OpenPoint, open: number, concept: string): string {
	const worth = roundHalfUp(gain, 2).toFixed(2);
	if (point.state === 'partial')
		return `You have touched on one more point, about ${concept}; in full it is worth ${worth}.`;
	return open === 1
		? `There is one more point, about ${concept}, worth ${worth}.`
		: `Of ${String(open)} points still open, the most valuable is about ${concept}, worth ${worth}.`;
}

/** A title within a sentence: "Isolation levels" loses its capital, "HTTP" and "B-trees" keep it. */
function inSentence(title: string): string {
	const [first = ''] = title.split(' ');
	return /^\p{Lu}\p{Ll}+$/u.test(first) ? title.charAt(0).toLowerCase() + title.slice(1) : title;
}

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
