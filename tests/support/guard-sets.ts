import { readdirSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Rubric } from '$lib/domain/types';
import { readContentFiles } from '../../scripts/read-content';

const FOLDER = new URL('../fixtures/guards/', import.meta.url);

/** An answer to a question of the packs, by its id, or to a question of one's own. */
const itemSchema = z.object({
	question: z.string().optional(),
	rubric: z.object({ prompt: z.string(), expected: z.array(z.string()).min(1) }).optional(),
	answer: z.string()
});
const setSchema = z.object({ capped: z.array(itemSchema), honest: z.array(itemSchema) });

export interface GuardItem {
	readonly rubric: Rubric;
	readonly answer: string;
}

/** Answers that a guard must catch, and honest ones that it must leave alone. */
export interface GuardSet {
	readonly name: string;
	readonly capped: readonly GuardItem[];
	readonly honest: readonly GuardItem[];
}

export interface PackQuestion {
	readonly id: string;
	readonly topic: string;
	readonly rubric: Rubric;
	/** The authors' own answers: full in other words, half, and wrong. */
	readonly tests: Readonly<Record<'paraphrase' | 'half' | 'wrong', string>>;
}

/** Every question of the packs as it is graded, with the authors' own answers. */
export async function readPackQuestions(): Promise<PackQuestion[]> {
	return (await readContentFiles()).map(({ front, prompt }) => ({
		id: front.id,
		topic: front.topic,
		tests: front.tests,
		rubric: {
			prompt,
			expected: front.expected,
			points: front.points,
			misconceptions: front.misconceptions,
			counterexamples: [front.tests.wrong, front.tests.opposite],
			keywords: front.points.flatMap((point) => point.keywords)
		}
	}));
}

/** Reads one set a guard. @throws when an item names a question that is not there */
export function readGuardSets(questions: readonly PackQuestion[]): GuardSet[] {
	const rubrics = new Map(questions.map((question) => [question.id, question.rubric]));
	return readdirSync(FOLDER)
		.sort()
		.map((file) => {
			const set = setSchema.parse(JSON.parse(readFileSync(new URL(file, FOLDER), 'utf8')));
			const item = ({ question, rubric, answer }: z.infer<typeof itemSchema>): GuardItem => {
				const known = rubrics.get(question ?? '');
				if (known !== undefined) return { rubric: known, answer };
				if (rubric === undefined) throw new Error(`${file}: no question ${question ?? ''}`);
				return { rubric: { ...rubric, points: [], keywords: [], misconceptions: [] }, answer };
			};
			return {
				name: file.replace('.json', ''),
				capped: set.capped.map(item),
				honest: set.honest.map(item)
			};
		});
}

/** The same question as somebody would bring it who has only the expected answers. */
export function withoutPoints(rubric: Rubric): Rubric {
	return { ...rubric, points: [], keywords: [], misconceptions: [], counterexamples: [] };
}
