import { gradeAnswer } from '$lib/domain/grading/grade-answer';
import type { Grade } from '$lib/domain/grading/types';
import type { Rubric } from '$lib/domain/types';
import type { Embedder } from '$lib/embedder/embedder';
import { ANSWER_FORMS } from '../support/answer-forms';
import { readGuardSets, readPackQuestions, withoutPoints } from '../support/guard-sets';
import { makeTricks, pad } from '../support/guard-tricks';

/** How one set of tricks or of honest answers comes out; shares and scores are 0–1. */
export interface GuardFigures {
	readonly answers: number;
	/** Share with a score of .15 or less. */
	readonly nothing: number;
	readonly mean: number;
	readonly highest: number;
	/** Share with a flag that caps. */
	readonly flagged: number;
	/** Share whose score is lower for a cap. */
	readonly lowered: number;
}

/**
 * Grades every trick, and honest answers that look like one, with the questions' points and, as
 * `free`, with their expected answers alone.
 */
export async function measureGuards(embedder: Embedder) {
	const questions = await readPackQuestions();
	const free = new Map(questions.map(({ rubric }) => [rubric, withoutPoints(rubric)]));
	const tricks: Record<string, GuardFigures> = {};
	const honest: Record<string, GuardFigures> = {};

	for (const [name, items] of Object.entries(makeTricks(questions))) {
		const both = items.map(({ question, ...item }) => ({ ...item, rubric: question.rubric }));
		await measureInto(tricks, name, both);
	}
	for (const set of readGuardSets(questions)) {
		await measureInto(tricks, `set_${set.name}`, set.capped);
		await measureInto(honest, `set_${set.name}`, set.honest);
	}
	await measureInto(
		honest,
		'paraphrases',
		questions.map(({ rubric, tests }) => ({ rubric, answer: tests.paraphrase }))
	);
	await measureInto(
		honest,
		'paraphrases_after_shown',
		questions.map(({ rubric, tests }) => ({
			rubric,
			answer: tests.paraphrase,
			shown: rubric.expected
		}))
	);
	return { tricks, honest, padding: await measurePadding(), forms: await measureForms() };

	async function measureInto(
		table: Record<string, GuardFigures>,
		name: string,
		items: readonly { rubric: Rubric; answer: string; shown?: readonly string[] }[]
	): Promise<void> {
		for (const kind of ['', '_free'] as const) {
			const grades: Grade[] = [];
			for (const { rubric, answer, shown } of items)
				grades.push(
					await grade(kind === '' ? rubric : (free.get(rubric) ?? rubric), answer, shown)
				);
			table[name + kind] = figuresOf(grades);
		}
	}

	/** What padding adds to a half answer: it should be nothing. */
	async function measurePadding() {
		const gains: number[] = [];
		for (const { rubric, tests } of questions)
			gains.push(
				(await grade(rubric, pad(tests.half))).score - (await grade(rubric, tests.half)).score
			);
		return {
			answers: gains.length,
			mean_gain: round(mean(gains)),
			most: round(Math.max(...gains))
		};
	}

	/** How far the same answer in another form scores from the answer as written. */
	async function measureForms() {
		const rows: [string, { most: number; mean: number }][] = [];
		for (const [name, form] of Object.entries(ANSWER_FORMS)) {
			const gaps: number[] = [];
			for (const { rubric, tests } of questions) {
				const asWritten = (await grade(rubric, tests.paraphrase)).score;
				gaps.push(Math.abs((await grade(rubric, form(tests.paraphrase))).score - asWritten));
			}
			rows.push([name, { most: round(Math.max(...gaps)), mean: round(mean(gaps)) }]);
		}
		return Object.fromEntries(rows);
	}

	async function grade(
		rubric: Rubric,
		answer: string,
		shown: readonly string[] = []
	): Promise<Grade> {
		const measured = await embedder.measure(rubric, answer);
		if (measured.kind !== 'evidence') throw new Error(`could not measure: ${measured.kind}`);
		return gradeAnswer(measured.evidence, rubric, answer, shown);
	}
}

/** Figures of a row of grades, such as those of answers with full human marks. */
export function figuresOf(grades: readonly Grade[]): GuardFigures {
	const share = (test: (grade: Grade) => boolean) =>
		round(grades.filter(test).length / Math.max(1, grades.length));
	return {
		answers: grades.length,
		nothing: share((grade) => grade.score <= 0.15),
		mean: round(mean(grades.map((grade) => grade.score))),
		highest: round(Math.max(0, ...grades.map((grade) => grade.score))),
		flagged: share((grade) => grade.flags.some((flag) => flag.cap !== null)),
		lowered: share(isLowered)
	};
}

/** Whether a guard's cap decided the score; points taken away for another reason are no cap. */
function isLowered({ score, flags }: Grade): boolean {
	const caps = flags.flatMap((flag) => (flag.cap === null ? [] : [flag.cap]));
	return caps.length > 0 && score >= Math.min(...caps) - 1e-9;
}

function mean(values: readonly number[]): number {
	return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}

function round(value: number): number {
	return Math.round(value * 1000) / 1000;
}
