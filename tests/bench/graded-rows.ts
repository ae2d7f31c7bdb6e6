import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { z } from 'zod';
import type { Rubric } from '$lib/domain/types';

const keyword = z.union([
	z.string().transform((term) => ({ term, aliases: [] as string[] })),
	z.object({ term: z.string(), aliases: z.array(z.string()).default([]) })
]);

/** One human-graded answer; scores 0–1. */
const rowSchema = z.object({
	question_id: z.string(),
	question: z.string(),
	reference: z.string(),
	answer: z.string(),
	score: z.number().min(0).max(1),
	references: z.array(z.string()).optional(),
	keywords: z.array(keyword).optional(),
	points: z
		.array(
			z.object({ id: z.string(), wordings: z.array(z.string()).min(1), keywords: z.array(keyword) })
		)
		.optional()
});
export type GradedRow = z.infer<typeof rowSchema>;

/** Reads a file of JSON lines, gzipped or plain. @throws when a line is not a graded answer */
export function readRows(file: string): GradedRow[] {
	const bytes = readFileSync(file);
	const text = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
	return text
		.split('\n')
		.filter((line) => line.trim() !== '')
		.map((line) => rowSchema.parse(JSON.parse(line)));
}

/** The rubric that a row's question amounts to. */
export function rubricOfRow(row: GradedRow): Rubric {
	return {
		prompt: row.question,
		expected: row.references ?? [row.reference],
		points: (row.points ?? []).map((point) => ({
			...point,
			concept: row.question_id,
			weight: 1,
			why: ''
		})),
		keywords: row.keywords ?? row.points?.flatMap((point) => point.keywords) ?? [],
		misconceptions: []
	};
}

/** A reference with a paraphrase, an opposite and, where given, an innocent statement. */
export interface OppositeRow {
	readonly question: string;
	readonly reference: string;
	readonly paraphrase: string;
	readonly opposite: string;
	readonly innocent: string | null;
}

/** Reads a tab-separated file with a header line. */
export function readOpposites(file: string): OppositeRow[] {
	const [header = '', ...lines] = readFileSync(file, 'utf8').trimEnd().split('\n');
	const names = header.split('\t');
	return lines.map((line) => {
		const cells = line.split('\t');
		const cell = (name: string) => cells[names.indexOf(name)] ?? '';
		return {
			question: cell('question'),
			reference: cell('reference'),
			paraphrase: cell('paraphrase'),
			opposite: cell('opposite'),
			innocent: names.includes('innocent') ? cell('innocent') : null
		};
	});
}
