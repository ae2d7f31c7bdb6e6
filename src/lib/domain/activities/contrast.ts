import {
	DIFFICULTIES,
	type Keyword,
	type Misconception,
	type Point,
	type Question,
	type Rubric
} from '../types';

/** One of two concepts that are set against each other. */
export interface ContrastSide {
	readonly concept: string;
	readonly title: string;
	/** Questions that may hold points of the concept; of equals the first is taken. */
	readonly questions: readonly Question[];
}

/** What a screen may show of a side: what is asked about it, and what helps on without telling. */
export interface SideCue {
	readonly concept: string;
	readonly title: string;
	/** Markdown: the questions that its points belong to. */
	readonly prompt: string;
	readonly hints: readonly string[];
}

export interface Contrast {
	/** What is asked, before each side's own prompt. */
	readonly prompt: string;
	readonly sides: readonly [SideCue, SideCue];
	readonly rubric: Rubric;
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
	const prompt = `How do “${a.title}” and “${b.title}” differ? Say what is true of each.`;
	const cues = [cueOf(a, sides[0]), cueOf(b, sides[1])] as const;
	return {
		prompt,
		sides: cues,
		rubric: {
			// With what is asked of each side: its words are nothing that an answer has to find.
			prompt: [prompt, ...cues.map((cue) => `${cue.title}: ${cue.prompt}`)].join('\n\n'),
			expected: [0, 1].map((which) =>
				points.map(({ wordings }) => wordings[which] ?? wordings[0] ?? '').join(' ')
			),
			points,
			keywords: distinctKeywords(points),
			misconceptions: chosen.flatMap(({ question, point }) => misconceptionsOf(question, point))
		}
	};
}

/**
 * Up to three of one question, so that they belong together: of a question about this very concept
 * if there is one, and of the easiest, which asks for the basics. More questions where one has too
 * few.
 */
function choosePoints({ concept, questions }: ContrastSide): Chosen[] {
	const perQuestion = [...questions]
		.sort((x, y) => rank(x) - rank(y))
		.map((question) =>
			question.points
				.filter((point) => point.concept === concept)
				.sort((x, y) => y.weight - x.weight)
				.slice(0, MOST_POINTS)
				.map((point) => ({ question, point }))
		);
	const enough = perQuestion.find((points) => points.length >= GOOD_NUMBER);
	return enough ?? perQuestion.flat().slice(0, GOOD_NUMBER);

	function rank({ concepts, difficulty }: Question): number {
		const isMain = concepts[0] === concept;
		return (isMain ? 0 : DIFFICULTIES.length) + DIFFICULTIES.indexOf(difficulty);
	}
}

function cueOf({ concept, title }: ContrastSide, chosen: readonly Chosen[]): SideCue {
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
