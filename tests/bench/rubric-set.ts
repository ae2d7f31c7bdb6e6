import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import type { Grade } from '$lib/domain/grading/types';
import type { Rubric } from '$lib/domain/types';
import { readContentFiles } from '../../scripts/read-content';

/**
 * Per question: complete in other words, complete but short, half of the points, wrong but fluent;
 * in some sets also wrong in a sentence or two, and half right with one mistake.
 */
const setSchema = z.record(
	z.string(),
	z.strictObject({
		full: z.string(),
		terse: z.string(),
		half: z.string(),
		wrong: z.string(),
		wrong_short: z.string().optional(),
		mixed: z.string().optional()
	})
);

const KINDS = ['full', 'terse', 'half', 'wrong', 'restated', 'other', 'list'] as const;
const MORE_KINDS = ['wrong_short', 'mixed'] as const;
export type Kind = (typeof KINDS)[number] | (typeof MORE_KINDS)[number];
type PerKind<T> = Readonly<Record<(typeof KINDS)[number], T>> &
	Readonly<Partial<Record<(typeof MORE_KINDS)[number], T | undefined>>>;

interface Item {
	readonly id: string;
	readonly rubric: Rubric;
	readonly answers: PerKind<string>;
}

interface Graded {
	readonly id: string;
	readonly kind: Kind;
	readonly grade: Grade;
}

/** How a measured set of kinds comes out; all figures are ratios 0–1. */
export interface RubricSetFigures {
	readonly questions: number;
	/** Mean score of each kind of answer. */
	readonly mean: PerKind<number>;
	/** How often a full or terse answer scores above a wrong one, over all pairs; a tie is a half. */
	readonly auc: number;
	/** The same for terse answers over wrong ones that are as short; null where there are none. */
	readonly auc_short: number | null;
	/** Share of full and terse answers of which a point is called contradicted. */
	readonly falsely_contradicted: number;
	/** Share of wrong answers of which a point is called contradicted. */
	readonly rightly_contradicted: number;
}

/**
 * The answers of a folder with what the packs themselves provide: the question restated, the next
 * question's full answer (same topic, the harder case), and the bare list of keywords.
 *
 * @throws when a question of the packs has no answers, or answers belong to no question
 */
export async function readRubricSet(folder: string): Promise<Item[]> {
	const answers = new Map(
		readdirSync(folder)
			.filter((name) => name.endsWith('.yaml'))
			.flatMap((name) =>
				Object.entries(setSchema.parse(parse(readFileSync(join(folder, name), 'utf8'))))
			)
	);
	const questions = await readContentFiles();
	const of = (id: string) => {
		const found = answers.get(id);
		if (found === undefined) throw new Error(`${folder}: no answers to ${id}`);
		return found;
	};
	if (answers.size !== questions.length)
		throw new Error(`${folder}: ${answers.size.toString()} questions instead of all`);

	return questions.map(({ front, prompt }) => {
		const topic = questions.filter((other) => other.front.topic === front.topic);
		const place = topic.findIndex((other) => other.front.id === front.id);
		const next = topic[(place + 1) % topic.length]?.front.id ?? front.id;
		const keywords = front.points.flatMap((point) => point.keywords);
		return {
			id: front.id,
			rubric: {
				prompt,
				expected: front.expected,
				points: front.points,
				misconceptions: front.misconceptions,
				counterexamples: [front.tests.wrong, front.tests.opposite],
				keywords
			},
			answers: {
				...of(front.id),
				restated: prompt,
				other: of(next).full,
				list: keywords.map(({ term }) => term).join(', ')
			}
		};
	});
}

/**
 * Grades every answer of the set.
 *
 * @param worst how many of the answers furthest on the wrong side are printed to stderr
 */
export async function measureRubricSet(
	folder: string,
	grade: (rubric: Rubric, answer: string) => Promise<Grade>,
	worst = 0
): Promise<RubricSetFigures> {
	const graded: Graded[] = [];
	const items = await readRubricSet(folder);
	for (const { id, rubric, answers } of items)
		for (const kind of [...KINDS, ...MORE_KINDS]) {
			const answer = answers[kind];
			if (answer !== undefined) graded.push({ id, kind, grade: await grade(rubric, answer) });
		}
	if (worst > 0) printWorst(graded, worst);

	const scores = (...kinds: readonly Kind[]) =>
		graded.filter((item) => kinds.includes(item.kind)).map((item) => item.grade.score);
	const contradicted = (...kinds: readonly Kind[]) =>
		mean(graded.filter((item) => kinds.includes(item.kind)).map((item) => +hasContradiction(item)));
	return {
		questions: items.length,
		mean: {
			full: mean(scores('full')),
			terse: mean(scores('terse')),
			half: mean(scores('half')),
			wrong: mean(scores('wrong')),
			restated: mean(scores('restated')),
			other: mean(scores('other')),
			list: mean(scores('list')),
			...Object.fromEntries(
				MORE_KINDS.filter((kind) => scores(kind).length > 0).map((kind) => [
					kind,
					mean(scores(kind))
				])
			)
		},
		auc: areaUnderCurve(scores('full', 'terse'), scores('wrong')),
		auc_short:
			scores('wrong_short').length === 0
				? null
				: areaUnderCurve(scores('terse'), scores('wrong_short')),
		falsely_contradicted: contradicted('full', 'terse'),
		rightly_contradicted: contradicted('wrong')
	};
}

/** What each kind should reach at least, or at most, on average. */
const WANTED: Readonly<Record<Kind, readonly [number, number]>> = {
	full: [0.78, 1],
	terse: [0.68, 1],
	half: [0.4, 0.7],
	wrong: [0, 0.45],
	restated: [0, 0.2],
	other: [0, 0.2],
	list: [0, 0.35],
	wrong_short: [0, 0.45],
	mixed: [0.3, 0.6]
};

/** Per kind the answers that miss the wanted range by most, with the state of each point. */
function printWorst(graded: readonly Graded[], count: number): void {
	for (const kind of [...KINDS, ...MORE_KINDS]) {
		const [low, high] = WANTED[kind];
		const miss = (item: Graded) => Math.max(low - item.grade.score, item.grade.score - high);
		const list = graded
			.filter((item) => item.kind === kind && miss(item) > 0)
			.sort((a, b) => miss(b) - miss(a))
			.slice(0, count);
		for (const { id, grade } of list) {
			const points = grade.points.map(({ id: name, state, coverage }) => {
				const said = state === 'contradicted' ? state : coverage.toFixed(2);
				return `${name} ${said}`;
			});
			const absent = grade.keywords.filter(({ found }) => !found).map(({ term }) => term);
			console.error(
				[kind, id, grade.score.toFixed(2), points.join(' · '), `no: ${absent.join(', ')}`].join(
					'\t'
				)
			);
		}
	}
}

function hasContradiction({ grade }: Graded): boolean {
	return grade.points.some((point) => point.state === 'contradicted');
}

function areaUnderCurve(above: readonly number[], below: readonly number[]): number {
	return mean(
		above.flatMap((high) =>
			below.map((low) => {
				if (high === low) return 0.5;
				return high > low ? 1 : 0;
			})
		)
	);
}

function mean(values: readonly number[]): number {
	const sum = values.reduce((total, value) => total + value, 0);
	return values.length === 0 ? 0 : Math.round((sum / values.length) * 1000) / 1000;
}
