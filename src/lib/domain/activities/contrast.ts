import type { Keyword, Misconception, Point, Question, Rubric } from '../types';

/** One of two concepts that are set against each other. */
export interface ContrastSide {
	readonly concept: string;
	readonly title: string;
	/** Questions that may hold points of the concept; the one to lean on first. */
	readonly questions: readonly Question[];
}

/** What helps somebody on without giving the answer: the question the points belong to, and why they matter. */
export interface Reminder {
	readonly concept: string;
	readonly title: string;
	/** Markdown. */
	readonly prompt: string;
	readonly hints: readonly string[];
}

export interface Contrast {
	readonly rubric: Rubric;
	readonly reminders: readonly [Reminder, Reminder];
}

/** Points that each side is graded by: what two or three sentences can say. */
const MOST_POINTS = 3;
const GOOD_NUMBER = 2;

interface Chosen {
	readonly question: Question;
	readonly point: Point;
}

/**
 * A contrast question: how two concepts differ, graded like any answer by the most valuable points
 * of both. Each side carries half the weight, so that an answer about one alone is half an answer.
 *
 * @returns null where a side has no points
 */
export function buildContrast(a: ContrastSide, b: ContrastSide): Contrast | null {
	const sides = [choosePoints(a), choosePoints(b)] as const;
	if (sides.some((chosen) => chosen.length === 0)) return null;
	const chosen = sides.flatMap((side) => {
		const total = side.reduce((sum, { point }) => sum + point.weight, 0);
		return side.map((entry) => ({ ...entry, weight: entry.point.weight / total / 2 }));
	});
	const points = chosen.map(({ question, point, weight }) => ({
		...point,
		id: idIn(question, point.id),
		weight
	}));
	return {
		rubric: {
			prompt: `How do “${a.title}” and “${b.title}” differ? Say what is true of each.`,
			expected: [0, 1].map((which) =>
				points.map(({ wordings }) => wordings[which] ?? wordings[0] ?? '').join(' ')
			),
			points,
			keywords: distinctKeywords(points),
			misconceptions: chosen.flatMap(({ question, point }) => misconceptionsOf(question, point))
		},
		reminders: [reminderOf(a, sides[0]), reminderOf(b, sides[1])]
	};
}

/** Up to three of one question, so that they belong together; more questions where it has too few. */
function choosePoints({ concept, questions }: ContrastSide): Chosen[] {
	const perQuestion = questions.map((question) =>
		question.points
			.filter((point) => point.concept === concept)
			.sort((x, y) => y.weight - x.weight)
			.slice(0, MOST_POINTS)
			.map((point) => ({ question, point }))
	);
	const [lead, ...rest] = perQuestion;
	const ordered = [
		...(lead !== undefined && lead.length >= GOOD_NUMBER ? [lead] : []),
		...rest.filter((points) => points.length >= GOOD_NUMBER),
		...perQuestion.filter((points) => points.length < GOOD_NUMBER)
	];
	const first = ordered[0] ?? [];
	if (first.length >= GOOD_NUMBER) return first;
	return ordered.flat().slice(0, GOOD_NUMBER);
}

function reminderOf({ concept, title }: ContrastSide, chosen: readonly Chosen[]): Reminder {
	return {
		concept,
		title,
		prompt: [...new Set(chosen.map(({ question }) => question.prompt))].join('\n\n'),
		hints: chosen.map(({ point }) => point.why)
	};
}

function misconceptionsOf(question: Question, point: Point): Misconception[] {
	return question.misconceptions
		.filter(({ confuses }) => confuses === point.id)
		.map((one) => ({
			...one,
			id: idIn(question, one.id),
			confuses: idIn(question, one.confuses)
		}));
}

function distinctKeywords(points: readonly Point[]): Keyword[] {
	const byTerm = new Map<string, Keyword>();
	for (const keyword of points.flatMap((point) => point.keywords)) {
		const known = byTerm.get(keyword.term);
		const aliases = [...(known?.aliases ?? []), ...keyword.aliases];
		byTerm.set(keyword.term, { term: keyword.term, aliases: [...new Set(aliases)] });
	}
	return [...byTerm.values()];
}

/** Ids are a question's own; here two of them meet. */
function idIn(question: Question, id: string): string {
	return `${question.id}--${id}`;
}
