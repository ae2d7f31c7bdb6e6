import { GOOD_SCORE } from '../difficulty/next-level';
import { isAtLeast, twoDecimals } from '../rounding';
import type { Rubric } from '../types';
import { stemsOf } from './normalise';
import { pointGain } from './point-gain';
import { isContentWord } from './stopwords';
import type { Grade, PointGrade } from './types';

/** A question asked back after a good answer, about one point that it left out. */
export interface FollowUp {
	/** Id of the point. */
	readonly point: string;
	/** What an interviewer would ask; never holds what is to be said. */
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
 * there. A weaker answer has more to mend than one point, and a contradicted point is no gap but a
 * mistake, which is explained.
 *
 * @param grade as measured
 * @param rubric of the question
 * @param conceptTitle title of a concept, for the question's words
 * @returns null where nothing is worth asking, or the grade is not final
 */
export function followUp(
	grade: Grade,
	rubric: Pick<Rubric, 'prompt' | 'points'>,
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
	const title = conceptTitle(best.point.concept);
	const about = givesAway(title, best.point.id, rubric) ? '' : `, about ${inSentence(title)}`;
	return {
		point: best.point.id,
		prompt: [
			praise([...new Set(covered)]),
			question(best, open.length, about),
			'What would you add?'
		].join(' ')
	};
}

function praise(covered: readonly string[]): string {
	const named = covered.slice(0, MOST_PRAISED);
	if (named.length === 0) return 'Good so far.';
	// "Processes and threads" is one concept.
	const and = named.some((title) => title.includes(' and ')) ? ', and ' : ' and ';
	return `Good, you have explained ${named.join(and)}.`;
}

function question({ point, gain }: OpenPoint, open: number, about: string): string {
	const worth = twoDecimals(gain);
	if (point.state === 'partial')
		return `You have touched on one more point${about}; in full it is worth ${worth}.`;
	return open === 1
		? `There is one more point${about}, worth ${worth}.`
		: `Of ${String(open)} points still open, the most valuable one${about === '' ? '' : `${about},`} is worth ${worth}.`;
}

/** Whether a concept's title has a key term of the point that the question itself does not have. */
function givesAway(
	title: string,
	pointId: string,
	rubric: Pick<Rubric, 'prompt' | 'points'>
): boolean {
	const asked = new Set(stemsOf(rubric.prompt));
	const terms = rubric.points
		.filter(({ id }) => id === pointId)
		.flatMap(({ keywords }) => keywords.flatMap(({ term, aliases }) => [term, ...aliases]));
	const secret = new Set(
		terms.flatMap(stemsOf).filter((stem) => isContentWord(stem) && !asked.has(stem))
	);
	return stemsOf(title).some((stem) => secret.has(stem));
}

/** A title within a sentence: "Isolation levels" loses its capital, "HTTP" and "B-trees" keep it. */
function inSentence(title: string): string {
	const [first = ''] = title.split(' ');
	return /^\p{Lu}\p{Ll}+$/u.test(first) ? title.charAt(0).toLowerCase() + title.slice(1) : title;
}
